using System.Globalization;
using Microsoft.Extensions.Logging;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Holds the right to send for this bot among the processes that share its store. It is taken for longer than a send may last, and no
/// send begins with less of it left, so that a process that was thought dead cannot send beside its successor.
/// </summary>
internal sealed class LeaseKeeper(BotContext context, IBotStorage storage)
{
    private readonly string _owner = context.Chance.NextId(context.Clock.UtcNow).ToString("N", CultureInfo.InvariantCulture);
    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");
    private readonly TurnQueue _turns = new(context.Clock);
    private DateTimeOffset _until = storage.IsInMemory ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;

    /// <summary>Grows each time that the lease was taken anew, after which others may have changed anything.</summary>
    public int Term { get; private set; } = storage.IsInMemory ? 1 : 0;

    /// <summary>What must be left of it when a send begins: its time-out and 30 seconds.</summary>
    private TimeSpan Needed => context.Options.SendTimeout + TimeSpan.FromSeconds(30);

    /// <summary>For how long it is taken.</summary>
    public TimeSpan Length => 2 * Needed;

    /// <summary>A send may begin now, without asking the store.</summary>
    public bool MaySendNow => storage.IsInMemory || _until - context.Clock.UtcNow >= Needed;

    /// <summary>A send may begin now; the lease is prolonged if need be.</summary>
    public Task<bool> MaySendAsync() => ProlongAsync(mayTake: false);

    /// <summary>Takes the lease, or prolongs it well before it runs out.</summary>
    /// <returns>It is ours.</returns>
    public ValueTask<bool> HoldAsync() =>
        storage.IsInMemory || _until - context.Clock.UtcNow >= 1.5 * Needed ? ValueTask.FromResult(true) : new(ProlongAsync(mayTake: true));

    /// <summary>Gives it back, so that another process need not wait for its end. Where that fails, it is told, and the lease runs out by itself.</summary>
    public async ValueTask ReleaseAsync()
    {
        if (storage.IsInMemory)
        {
            return;
        }

        // A renewal that is under way would say afterwards that it is still ours.
        using var turn = _turns.Enter();
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        var until = _until;
        if (until <= context.Clock.UtcNow)
        {
            return;
        }

        _until = DateTimeOffset.MinValue;
        try
        {
            await storage.Lease.ReleaseAsync(_owner, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever keeps the store from taking it back, the bot shuts down.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _logger.LeaseNotGivenBack(exception, until);
        }
    }

    private async Task<bool> ProlongAsync(bool mayTake)
    {
        using var turn = _turns.Enter();
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        var now = context.Clock.UtcNow;
        if (_until - now >= 1.5 * Needed)
        {
            return true;
        }

        var until = now + Length;
        if (_until > now && await storage.Lease.RenewAsync(_owner, now, until, CancellationToken.None).ConfigureAwait(false))
        {
            _until = until;
            return true;
        }

        _until = DateTimeOffset.MinValue;
        if (!mayTake || !await storage.Lease.TryAcquireAsync(_owner, now, until, CancellationToken.None).ConfigureAwait(false))
        {
            return false;
        }

        _until = until;
        Term++;
        return true;
    }
}
