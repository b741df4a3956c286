using TelegramMarketing.Testing;

namespace TelegramMarketing.CrashTest.Time;

/// <summary>Keeps the fake's time at the common one.</summary>
internal sealed class TelegramTime : IAsyncDisposable
{
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(5);
    private readonly InMemoryTelegram _telegram;
    private readonly FastTime _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public TelegramTime(InMemoryTelegram telegram, FastTime time)
    {
        (_telegram, _time) = (telegram, time);
        _running = RunAsync();
    }

    /// <summary>Lets it catch up, so that what is done next is done at the common time also on a busy machine.</summary>
    public Task CatchUpAsync() => _time.GetUtcNow() - _telegram.Clock.GetUtcNow() is var behind && behind > TimeSpan.Zero ? _telegram.AdvanceAsync(behind) : Task.CompletedTask;

    /// <exception cref="InvalidOperationException">A child did something that the fake doesn't allow or doesn't know.</exception>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(_step, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await CatchUpAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }
}
