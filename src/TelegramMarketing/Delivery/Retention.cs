using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>Forgets publications that ended long ago, a few at a time, so that nothing that is due waits for it. The bot's sender does it between its looks.</summary>
internal sealed class Retention(BotContext context, IBotStorage storage)
{
    private const int Batch = 200;
    private static readonly TimeSpan _pause = TimeSpan.FromHours(1);
    private DateTimeOffset _nextAt = DateTimeOffset.MinValue;

    /// <summary>Forgets a few if it is time to. More than a few are left for the next looks.</summary>
    public async ValueTask SweepAsync(CancellationToken stop)
    {
        var now = context.Clock.UtcNow;
        if (storage.IsInMemory || context.Options.Ledger.KeepEndedFor is not { } kept || now < _nextAt)
        {
            return;
        }

        if (await storage.Publications.DeleteEndedBeforeAsync(now - kept, Batch, stop).ConfigureAwait(false) < Batch)
        {
            _nextAt = now + _pause;
        }
    }
}
