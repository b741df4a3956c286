using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>
/// Declines requests to be let in that nobody answered in time, and those whose answer was no. What is still to be done stands in the store; of the processes that share it, the bot's sender
/// does it.
/// </summary>
internal sealed class RequestDecliner(BotContext context, IBotSender sender, IInvitationStore store, Func<bool> isSender)
{
    private const int AtOnce = 100;

    private readonly ILogger _logger = context.Loggers.CreateLogger<RequestDecliner>();

    /// <summary>Declines what is due now. Does not throw for what Telegram or the store answers: what failed is tried again later.</summary>
    public async Task DeclineDueAsync(CancellationToken cancellationToken)
    {
        if (!isSender())
        {
            return;
        }

        try
        {
            while (await DeclineSomeAsync(cancellationToken).ConfigureAwait(false) == AtOnce)
            {
                // There may be more.
            }
        }
        catch (TelegramMarketingException exception)
        {
            InvitationLog.RequestsNotDeclined(_logger, exception.Error, exception.Message);
        }
    }

    /// <returns>How many were declined.</returns>
    private async Task<int> DeclineSomeAsync(CancellationToken cancellationToken)
    {
        var declined = new List<Guid>();
        try
        {
            foreach (var request in await store.TakeRequestsToDeclineAsync(context.Clock.UtcNow, AtOnce, cancellationToken).ConfigureAwait(false))
            {
                if (!await TryDeclineAsync(request, declined, cancellationToken).ConfigureAwait(false))
                {
                    break;
                }
            }
        }
        finally
        {
            if (declined.Count > 0)
            {
                await store.RequestsDeclinedAsync(declined, CancellationToken.None).ConfigureAwait(false);
            }
        }

        return declined.Count;
    }

    /// <returns>Whether Telegram has answered, so that the next one is worth trying.</returns>
    private async Task<bool> TryDeclineAsync(JoinRequestToDecline request, List<Guid> declined, CancellationToken cancellationToken)
    {
        try
        {
            // Repeating is harmless, and one that was decided or withdrawn meanwhile is as it was asked.
            await sender.CallAsync(new DeclineChatJoinRequestRequest { ChatId = request.ChannelId, UserId = request.Person }, repeatable: true, cancellationToken).ConfigureAwait(false);
            declined.Add(request.Invitation);
            return true;
        }
        catch (TelegramMarketingException exception)
        {
            InvitationLog.RequestNotDeclined(_logger, request.Invitation, exception.Error, exception.Message);
            await store.PostponeDecliningAsync(request.Invitation, context.Clock.UtcNow + CleanUpRetry.After(exception.Error), CancellationToken.None).ConfigureAwait(false);
            return !CleanUpRetry.IsSilence(exception.Error);
        }
    }
}
