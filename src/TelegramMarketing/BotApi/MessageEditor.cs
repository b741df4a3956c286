using TelegramMarketing.Delivery;

namespace TelegramMarketing.BotApi;

/// <summary>Changes messages that are there. Repeating any of it is harmless.</summary>
internal sealed class MessageEditor(IBotGateway gateway, BotSender sender)
{
    /// <summary>Makes a message look like this.</summary>
    public async Task EditAsync(ChatTarget chat, int messageId, PlannedMessage content, CancellationToken cancellationToken)
    {
        if (content.Media.Count > 0)
        {
            await sender.CallAsync("editMessageMedia", () => gateway.EditMediaAsync(chat, messageId, content, CancellationToken.None), repeatable: true, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await sender.CallAsync(EditRequests.Text(chat, messageId, content), repeatable: true, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.Message.Contains("no text in the message to edit", StringComparison.OrdinalIgnoreCase))
        {
            // The message has media, which stay; its text is the caption.
            await sender.CallAsync(EditRequests.Caption(chat, messageId, content), repeatable: true, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task DeleteAsync(ChatTarget chat, int messageId, CancellationToken cancellationToken) =>
        sender.CallAsync(EditRequests.Delete(chat, messageId), repeatable: true, cancellationToken);
}
