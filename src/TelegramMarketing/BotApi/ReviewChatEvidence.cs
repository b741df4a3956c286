using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.BotApi;

/// <summary>
/// Looks for a send in doubt by forwarding the messages above the last known one to the company's review chat, where the bot can read
/// them. The copies are deleted again.
/// </summary>
internal sealed class ReviewChatEvidence(BotContext context, IBotSender sender) : IOutcomeEvidence
{
    /// <summary>Ids follow one another; so many that are not there, one after the other, mean that nothing follows. Two whole albums may have been deleted.</summary>
    private const int GapThatEnds = 21;

    /// <summary>So far back the beginning is looked for.</summary>
    private const int FarthestBack = 200;

    public async Task<Evidence> LookAsync(UnknownSend send, Func<int, ValueTask<bool>> isOfAnotherPublication, CancellationToken cancellationToken)
    {
        if (context.Options.Reconciliation.ReviewChatId is not { } reviewChat)
        {
            return Evidence.Unclear;
        }

        var found = new List<(int Id, Message Copy)>();
        var sawUnreadable = false;
        try
        {
            if (await FindFloorAsync(send, isOfAnotherPublication, reviewChat, cancellationToken).ConfigureAwait(false) is not { } floor)
            {
                return Evidence.Unclear;
            }

            var missing = 0;
            for (var id = floor + 1; missing < GapThatEnds || id <= send.Chat.LastMessageId; id++)
            {
                if (await isOfAnotherPublication(id).ConfigureAwait(false))
                {
                    missing = 0;
                    continue;
                }

                var (isThere, copy) = await ForwardAsync(send, id, reviewChat, cancellationToken).ConfigureAwait(false);
                missing = isThere ? 0 : missing + 1;
                sawUnreadable |= isThere && copy is null;
                if (copy is not null && IsTheChannelsOwn(copy, id))
                {
                    found.Add((id, copy));
                }
            }
        }
        catch (TelegramMarketingException)
        {
            // No right to write in the review chat, or Telegram is away: nothing is proved.
            return Match(send, found) is { Count: > 0 } some ? Evidence.Found(some) : Evidence.Unclear;
        }

        return Match(send, found) is { Count: > 0 } sightings ? Evidence.Found(sightings)
            : found.Exists(item => send.MayBeEdited(TextOf(item.Copy)) || send.MayBePartOf(item.Copy.Caption, HasMedia(item.Copy))) ? Evidence.Suspect
            : sawUnreadable ? Evidence.Unclear
            : Evidence.NothingFound;
    }

    /// <summary>
    /// The highest id of before the send. When none was known then, as for a bot's first send to a channel, it is the first one of before that lies behind what is known by now.
    /// </summary>
    private async Task<int?> FindFloorAsync(UnknownSend send, Func<int, ValueTask<bool>> isOfAnotherPublication, long reviewChat, CancellationToken cancellationToken)
    {
        if (send.LastKnownId > 0)
        {
            return send.LastKnownId;
        }

        var last = send.Chat.LastMessageId;
        for (var id = last; id > 0 && id > last - FarthestBack; id--)
        {
            if (!await isOfAnotherPublication(id).ConfigureAwait(false)
                && await ForwardAsync(send, id, reviewChat, cancellationToken).ConfigureAwait(false) is { Copy: { } copy } && IsTheChannelsOwn(copy, id) && DateOf(copy) is { } date && send.IsAfter(date))
            {
                return id;
            }
        }

        return last > 0 && last <= FarthestBack ? 0 : null;
    }

    private static List<Sighting> Match(UnknownSend send, List<(int Id, Message Copy)> found)
    {
        // The items of an album stand side by side, and the first carries the caption.
        var count = send.Message.IsAlbum ? send.Message.Media.Count : 1;
        var sightings = new List<Sighting>();
        for (var start = 0; start + count <= found.Count; start++)
        {
            var items = found.GetRange(start, count);
            var first = items[0].Copy;
            if (items[^1].Id == items[0].Id + count - 1 && items.TrueForAll(item => HasMedia(item.Copy) == send.Message.Media.Count > 0)
                && send.LooksLike(TextOf(first), send.Message.IsAlbum ? count : 0, HasMedia(first)))
            {
                var sighting = new Sighting(items.ConvertAll(item => item.Id), DateOf(first));
                if (sighting.MayBe(send))
                {
                    sightings.Add(sighting);
                }
            }
        }

        return sightings;
    }

    private static string? TextOf(Message copy) => copy.Text ?? copy.Caption;

    private static bool HasMedia(Message message) =>
        message.Photo is not null || message.Video is not null || message.Animation is not null || message.Document is not null || message.Audio is not null
        || message.Voice is not null || message.VideoNote is not null || message.Sticker is not null;

    /// <summary>Not one that somebody has forwarded to the channel: that one tells of the channel, the id and the time that it comes from.</summary>
    private static bool IsTheChannelsOwn(Message copy, int id) => copy.ForwardOrigin is not MessageOriginChannel origin ? copy.ForwardOrigin is null : origin.MessageId == id;

    /// <summary>When what was forwarded was posted.</summary>
    private static DateTimeOffset? DateOf(Message copy) => copy.ForwardOrigin is MessageOriginChannel origin ? new DateTimeOffset(origin.Date, TimeSpan.Zero) : null;

    /// <summary>Forwards a message, and deletes the copy again.</summary>
    /// <returns>Whether it is there, and the copy if it can be forwarded: what says that somebody has pinned a post cannot be, nor what is protected.</returns>
    private async Task<(bool IsThere, Message? Copy)> ForwardAsync(UnknownSend send, int messageId, long reviewChat, CancellationToken cancellationToken)
    {
        var request = new ForwardMessageRequest { ChatId = reviewChat, FromChatId = MessageContent.ChatIdOf(send.Chat.Target), MessageId = messageId, DisableNotification = true };
        Message? copy;
        try
        {
            copy = await sender.CallAsync(request, repeatable: true, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.MessageNotFound)
        {
            return (false, null);
        }
        catch (TelegramMarketingException exception) when (exception.Message.Contains("can't be forwarded", StringComparison.OrdinalIgnoreCase))
        {
            return (true, null);
        }

        if (copy is not null)
        {
            await DeleteAsync(reviewChat, copy.Id, cancellationToken).ConfigureAwait(false);
        }

        return (copy is not null, copy);
    }

    private async Task DeleteAsync(long reviewChat, int copyId, CancellationToken cancellationToken)
    {
        try
        {
            await sender.CallAsync(new DeleteMessageRequest { ChatId = reviewChat, MessageId = copyId }, repeatable: true, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramMarketingException)
        {
            // It was read all the same.
        }
    }
}
