namespace TelegramMarketing.Delivery;

/// <summary>Whether the bot as a whole is held, since Telegram does not accept its token: nothing is asked for any chat then, but one try from time to time.</summary>
internal sealed class BotHold
{
    private volatile CallFailure? _cause;

    /// <summary>Why it is held; <see langword="null"/> when it is not.</summary>
    public CallFailure? Cause => _cause;

    /// <summary>Telegram has answered a send.</summary>
    /// <param name="failure"><see langword="null"/> when it has the message.</param>
    public void Note(CallFailure? failure)
    {
        if (failure is { Hold: HoldScope.Bot })
        {
            _cause = failure;
        }
        else if (_cause is not null && failure is not { Outcome: SendOutcome.NotSent or SendOutcome.Unknown })
        {
            // It let the bot in.
            _cause = null;
        }
    }
}
