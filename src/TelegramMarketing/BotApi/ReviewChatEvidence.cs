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
    /// <summary>Ids follow one another; so many that are not there, one after the other, mean that nothing follows.</summary>
    private const int GapThatEnds = 10;

    public async Task<Evidence> LookAsync(UnknownSend send, Func<int, ValueTask<bool>> isOfAnotherPublication, CancellationToken cancellationToken)
    {
        if (context.Options.Reconciliation.ReviewChatId is not { } reviewChat || send.LastKnownId == 0)
        {
            return Evidence.Unclear;
        }

        var found = new List<(int Id, Message Copy)>();
        try
        {
            var missing = 0;
            for (var id = send.LastKnownId + 1; missing < GapThatEnds; id++)
            {
                if (await isOfAnotherPublication(id).ConfigureAwait(false))
                {
                    missing = 0;
                    continue;
                }

                var copy = await ForwardAsync(send, id, reviewChat, cancellationToken).ConfigureAwait(false);
                missing = copy is null ? missing + 1 : 0;
                if (copy is not null)
                {
                    found.Add((id, copy));
                }
            }
        }
        catch (TelegramMarketingException)
        {
            // A protected or a service message, or no right to write in the review chat: nothing is proved.
            return Match(send, found) is { } ids ? Evidence.Found(ids) : Evidence.Unclear;
        }

        return Match(send, found) is { } messageIds ? Evidence.Found(messageIds)
            : found.Exists(item => send.MayBePartOf(item.Copy.Caption, HasMedia(item.Copy))) ? Evidence.Unclear
            : Evidence.NothingFound;
    }

    private static List<int>? Match(UnknownSend send, List<(int Id, Message Copy)> found)
    {
        if (!send.Message.IsAlbum)
        {
            foreach (var (id, copy) in found)
            {
                if (send.LooksLike(copy.Text ?? copy.Caption, 0, HasMedia(copy)))
                {
                    return [id];
                }
            }

            return null;
        }

        // The items of an album stand side by side, and the first carries the caption.
        var count = send.Message.Media.Count;
        for (var start = 0; start + count <= found.Count; start++)
        {
            var items = found.GetRange(start, count);
            if (items.TrueForAll(item => HasMedia(item.Copy)) && items[^1].Id == items[0].Id + count - 1 && send.LooksLike(items[0].Copy.Caption, count, hasMedia: true))
            {
                return items.ConvertAll(item => item.Id);
            }
        }

        return null;
    }

    private static bool HasMedia(Message message) =>
        message.Photo is not null || message.Video is not null || message.Animation is not null || message.Document is not null || message.Audio is not null;

    private async Task<Message?> ForwardAsync(UnknownSend send, int messageId, long reviewChat, CancellationToken cancellationToken)
    {
        var request = new ForwardMessageRequest { ChatId = reviewChat, FromChatId = MessageContent.ChatIdOf(send.Chat.Target), MessageId = messageId, DisableNotification = true };
        try
        {
            var copy = await sender.CallAsync(request, repeatable: true, cancellationToken).ConfigureAwait(false);
            if (copy is not null)
            {
                await sender.CallAsync(new DeleteMessageRequest { ChatId = reviewChat, MessageId = copy.Id }, repeatable: true, cancellationToken).ConfigureAwait(false);
            }

            return copy;
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.MessageNotFound)
        {
            return null;
        }
    }
}
