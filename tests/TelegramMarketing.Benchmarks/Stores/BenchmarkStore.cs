using System.Data.Common;

namespace TelegramMarketing.Benchmarks.Stores;

/// <summary>A fresh database of one kind, gone at the end.</summary>
internal abstract class BenchmarkStore : IAsyncDisposable
{
    public abstract string Name { get; }

    /// <summary>The stores that can be measured here.</summary>
    public static IEnumerable<Func<Task<BenchmarkStore>>> All()
    {
        yield return () => Task.FromResult<BenchmarkStore>(new SqliteBenchmarkStore());
        if (Environment.GetEnvironmentVariable("TELEGRAMMARKETING_POSTGRES") is { Length: > 0 } server)
        {
            yield return async () => await PostgreSqlBenchmarkStore.CreateAsync(server);
        }
        else
        {
            Console.WriteLine("PostgreSQL is left out: TELEGRAMMARKETING_POSTGRES holds no connection string.");
        }
    }

    /// <summary>Has the library use it.</summary>
    public abstract void Use(ITelegramMarketingBuilder builder);

    /// <summary>A connection without the library, as durable as the library's.</summary>
    public abstract Task<DbConnection> ConnectAsync();


    /// <summary>SQL for an id made of the number in this column.</summary>
    public abstract string IdOf(string column);

    public abstract ValueTask DisposeAsync();
}
