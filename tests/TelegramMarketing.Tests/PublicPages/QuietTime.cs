using Microsoft.Extensions.Time.Testing;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tests.PublicPages;

/// <summary>A fake time that moves only while nothing in the library is runnable.</summary>
internal sealed class QuietTime(DateTimeOffset start) : FakeTimeProvider(start), IQuietGauge
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private int _runnable;

    public void Enter() => Interlocked.Increment(ref _runnable);

    public void Exit() => Interlocked.Decrement(ref _runnable);

    public void BeginOperation()
    {
    }

    public void EndOperation()
    {
    }

    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        // The test itself counts as runnable until it waits for the result.
        Enter();
        var task = work();
        Exit();
        var limit = GetUtcNow() + TimeSpan.FromHours(1);
        while (!task.IsCompleted)
        {
            if (Volatile.Read(ref _runnable) == 0 && GetUtcNow() < limit)
            {
                Advance(Step);
            }

            await Task.Yield();
        }

        return await task;
    }
}
