using TelegramMarketing.Delivery;

namespace TelegramMarketing.PublicPages;

/// <summary>Looks for a send in doubt on the channel's public page. The page may lag, so that only a later post on it proves an absence.</summary>
internal sealed class PublicPageEvidence(PublicPageSource pages) : IOutcomeEvidence
{
    public async Task<Evidence> LookAsync(UnknownSend send, Func<int, ValueTask<bool>> isOfAnotherPublication, CancellationToken cancellationToken)
    {
        if (send.Chat.Username is not { } username)
        {
            return Evidence.Unclear;
        }

        var (sawLater, sawSuspect) = (false, false);
        var found = new List<Sighting>();
        try
        {
            var posts = pages.ReadChannelAsync(ChannelAddress.FromUsername(username), send.BeganAt - TimeSpan.FromMinutes(5), DateTimeOffset.MaxValue, cancellationToken);
            await foreach (var post in posts.ConfigureAwait(false))
            {
                if (post.PublishedAt is not { } date || post.Post.MessageId <= send.LastKnownId)
                {
                    continue;
                }

                sawLater |= send.IsBefore(date);
                if (!send.MayBeOf(date) || await isOfAnotherPublication(post.Post.MessageId).ConfigureAwait(false))
                {
                    continue;
                }

                // What somebody has forwarded is never ours.
                if (post.ForwardedFrom is null && send.LooksLike(post.Text, post.AlbumMessageIds.Count, post.HasMedia))
                {
                    found.Add(new Sighting(post.IsAlbum ? post.AlbumMessageIds : [post.Post.MessageId], date));
                }

                // A post of which the page shows nothing (files and protected posts can be) may be anything, also ours; and so may one that was edited.
                sawSuspect |= post.IsEdited || send.MayBeEdited(post.Text) || send.MayBePartOf(post.Text, post.HasMedia)
                    || post is { Text: null, HasMedia: false, Availability: PostAvailability.Available };
            }
        }
        catch (TelegramMarketingException)
        {
            return found.Count > 0 ? Evidence.Found(found) : Evidence.Unclear;
        }

        return found.Count > 0 ? Evidence.Found(found) : sawSuspect ? Evidence.Suspect : sawLater ? Evidence.Absent : Evidence.Unclear;
    }
}
