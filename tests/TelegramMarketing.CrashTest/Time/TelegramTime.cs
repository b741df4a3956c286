using TelegramMarketing.Testing;

namespace TelegramMarketing.CrashTest.Time;

/// <summary>Keeps the fake's time at the common one.</summary>
internal sealed class TelegramTime : IAsyncDisposable
{
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(5);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public TelegramTime(InMemoryTelegram telegram, FastTime time) => _running = RunAsync(telegram, time);

    /// <exception cref="InvalidOperationException">A child did something that the fake doesn't allow or doesn't know.</exception>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync(InMemoryTelegram telegram, FastTime time)
    {
        using var timer = new PeriodicTimer(_step, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                if (time.GetUtcNow() - telegram.Clock.GetUtcNow() is var behind && behind > TimeSpan.Zero)
                {
                    await telegram.AdvanceAsync(behind);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }
}
