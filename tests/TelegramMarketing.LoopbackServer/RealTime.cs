using TelegramMarketing.Testing;

namespace TelegramMarketing.LoopbackServer;

/// <summary>Lets the fake's time follow the real one, so that its limits, hangs and long polls last as long as they say.</summary>
internal sealed class RealTime : IAsyncDisposable
{
    /// <summary>How far the fake's time lags behind at most, while nothing keeps it from moving.</summary>
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public RealTime(InMemoryTelegram telegram) => _running = RunAsync(telegram);

    /// <summary>Stops it.</summary>
    /// <exception cref="InvalidOperationException">The application did something that the fake doesn't allow or doesn't know.</exception>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync(InMemoryTelegram telegram)
    {
        var begin = TimeProvider.System.GetTimestamp();
        var passed = TimeSpan.Zero;
        using var timer = new PeriodicTimer(_step, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var elapsed = TimeProvider.System.GetElapsedTime(begin);
                await telegram.AdvanceAsync(elapsed - passed);
                passed = elapsed;
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }
}
