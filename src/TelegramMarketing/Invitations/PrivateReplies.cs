using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Invitations;

/// <summary>What the bot says to one person. A reply that fails is logged and otherwise lost: the person can ask again.</summary>
internal sealed class PrivateReplies(BotContext context, IBotSender sender)
{
    // What Telegram shows of an answer to a press.
    private const int MaxNoticeLength = 200;

    // A reply that has to wait longer must not hold up the updates behind it.
    private static readonly TimeSpan ReplyPatience = TimeSpan.FromSeconds(30);

    private readonly ILogger _logger = context.Loggers.CreateLogger<PrivateReplies>();

    /// <summary>Sends a message.</summary>
    public async Task SendAsync(long person, PlannedMessage reply, CancellationToken cancellationToken)
    {
        using var patience = Patience(cancellationToken);
        try
        {
            var sent = await sender.SendAsync(ChatTarget.ForPerson(person), reply, SendPriority.Bulk, intent: null, patience.Token).ConfigureAwait(false);
            if (!sent.Succeeded)
            {
                InvitationLog.AnswerFailed(_logger, sent.Failure.Error);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            InvitationLog.AnswerFailed(_logger, TelegramMarketingError.Missed);
        }
    }

    /// <summary>Puts a reply in the place of the message whose button was pressed.</summary>
    /// <returns>Whether it stands there.</returns>
    public Task<bool> EditAsync(long person, int messageId, PlannedMessage reply, CancellationToken cancellationToken) => TryAsync(
        token => sender.CallAsync(EditRequests.Text(ChatTarget.ForPerson(person), messageId, reply), repeatable: true, token),
        (error, _) => InvitationLog.AnswerFailed(_logger, error),
        cancellationToken);

    /// <summary>Ends the waiting that a pressed button shows.</summary>
    /// <param name="press">The id of the press.</param>
    /// <param name="notice">What to show the person; <see langword="null"/> for nothing.</param>
    /// <param name="cancellationToken">The host stops.</param>
    public Task AcknowledgeAsync(string press, string? notice, CancellationToken cancellationToken) => TryAsync(
        token => sender.CallAsync(new AnswerCallbackQueryRequest { CallbackQueryId = press, Text = Shorten(notice), ShowAlert = notice is not null }, repeatable: false, token),
        (error, _) => InvitationLog.PressNotAcknowledged(_logger, error),
        cancellationToken);

    /// <summary>Does it within the patience that there is for one reply.</summary>
    /// <param name="call">What to do.</param>
    /// <param name="log">Is told why it was not done: the error, and the reason in words.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync(Func<CancellationToken, Task> call, Action<TelegramMarketingError, string> log, CancellationToken cancellationToken)
    {
        using var patience = Patience(cancellationToken);
        try
        {
            await call(patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (TelegramMarketingException exception)
        {
            log(exception.Error, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log(TelegramMarketingError.Unreachable, "Telegram did not answer in time.");
        }

        return false;
    }

    private static string? Shorten(string? notice) => notice is { Length: > MaxNoticeLength } ? notice[..(MaxNoticeLength - 1)] + "…" : notice;

    private PatienceSource Patience(CancellationToken cancellationToken) => new(context.Clock.CreateTimeout(ReplyPatience), cancellationToken);
}
