using TelegramMarketing.Time;

namespace TelegramMarketing.Updates;

/// <summary>Runs pieces of work at the same time and waits for all of them, so that virtual time sees who waits for what.</summary>
internal static class SideBySide
{
    public static async Task RunAsync<T>(Clock clock, IEnumerable<T> items, Func<T, Task> work)
    {
        var all = items.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        var left = all.Length;
        var allEnded = new Gate<bool>(clock);
        var tasks = Array.ConvertAll(all, RunOneAsync);
        await allEnded.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.WhenAll(tasks).ConfigureAwait(false);

        async Task RunOneAsync(T item)
        {
            using var activity = clock.Begin();
            try
            {
                await work(item).ConfigureAwait(false);
            }
            finally
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    allEnded.TryComplete(true);
                }
            }
        }
    }
}
