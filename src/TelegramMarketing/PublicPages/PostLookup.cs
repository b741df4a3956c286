namespace TelegramMarketing.PublicPages;

/// <summary>Finds one post: on the channel's preview, which shows its whole album and its neighbours, else in its embed.</summary>
internal sealed class PostLookup(PageReader pages, StatisticsMapper mapper)
{
    // An album has at most ten items, so it lies within nine ids of any of them; a page shows the twenty messages below an id.
    private const int AlbumReach = 10;

    public async Task<PostStatistics> FindAsync(PostReference post, string username, CancellationToken cancellationToken)
    {
        if (FindKept(post, username) is { } known)
        {
            return known;
        }

        var unseen = PostAvailability.NoPreview;
        if (pages.FindKept(PageAddress.Landing(username))?.As<LandingPage>() is not { Kind: LandingKind.Channel, HasPreview: false })
        {
            var before = (int)Math.Min((long)post.MessageId + AlbumReach + 1, int.MaxValue);
            var preview = await pages.ReadAsync(PageAddress.Preview(username, before), cancellationToken).ConfigureAwait(false);
            if (preview.As<PreviewPage>()?.MessagesOf(username).FirstOrDefault(message => message.Holds(post.MessageId)) is { } shown)
            {
                return mapper.Map(post, shown, preview.AskedAt);
            }

            unseen = await JudgeAsync(preview, username, cancellationToken).ConfigureAwait(false);
            if (unseen is PostAvailability.ChannelNotFound or PostAvailability.NotAChannel)
            {
                return new PostStatistics { Post = post, Availability = unseen };
            }
        }

        var embed = await pages.ReadAsync(PageAddress.Embed(username, post.MessageId), cancellationToken).ConfigureAwait(false);
        return FromEmbed(post, username, embed, unseen);
    }

    /// <summary>The post on a page that was read a short time ago, so that a channel's posts are not read page by page for each of them.</summary>
    private PostStatistics? FindKept(PostReference post, string username)
    {
        foreach (var answer in pages.FindKeptPreviews(username))
        {
            if (answer.As<PreviewPage>()?.MessagesOf(username).ToList() is { } messages
                && messages.Find(message => message.Holds(post.MessageId)) is { } shown
                && !(shown.HasMedia && IsAtTheEdge(shown, messages)))
            {
                return mapper.Map(post, shown, answer.AskedAt);
            }
        }

        return null;
    }

    // There the page may have cut an album.
    private static bool IsAtTheEdge(PageMessage message, List<PageMessage> messages) =>
        ReferenceEquals(message, messages[0]) || ReferenceEquals(message, messages[^1]);

    /// <summary>What it means that the preview does not show the post.</summary>
    private async Task<PostAvailability> JudgeAsync(PageAnswer preview, string username, CancellationToken cancellationToken)
    {
        switch (preview.Outcome)
        {
            case PageOutcome.Throttled:
                return PostAvailability.Throttled;
            case PageOutcome.SentToLanding:
                var landing = await pages.ReadAsync(PageAddress.Landing(username), cancellationToken).ConfigureAwait(false);
                return landing.Outcome == PageOutcome.Throttled ? PostAvailability.Throttled : landing.As<LandingPage>()?.Kind switch
                {
                    LandingKind.PersonOrNobody => PostAvailability.ChannelNotFound,
                    LandingKind.Group => PostAvailability.NotAChannel,
                    LandingKind.Channel => PostAvailability.NoPreview,
                    _ => PostAvailability.Unreadable,
                };
            default:
                return preview.As<PreviewPage>() is not { } page ? PostAvailability.Unreadable
                    : page.IsEmpty ? PostAvailability.Throttled
                    : page.MessagesOf(username).Any() ? PostAvailability.NotFound
                    : PostAvailability.Unreadable;
        }
    }

    private PostStatistics FromEmbed(PostReference post, string username, PageAnswer embed, PostAvailability unseen)
    {
        var page = embed.As<EmbedPage>();
        if (page?.Message is { } message && message.Name.IsOf(username) && message.Holds(post.MessageId))
        {
            return mapper.Map(post, message, embed.AskedAt);
        }

        // "Post not found" is believed unless the preview was refused or unreadable too: then nothing is proved.
        var availability = embed.Outcome == PageOutcome.Throttled ? PostAvailability.Throttled
            : page is { SaysNotFound: true } && unseen is PostAvailability.NoPreview or PostAvailability.NotFound ? PostAvailability.NotFound
            : unseen == PostAvailability.NotFound ? PostAvailability.Unreadable
            : unseen;
        return new PostStatistics { Post = post, Availability = availability };
    }
}
