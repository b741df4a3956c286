using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace TelegramMarketing.CrashTest;

/// <summary>Makes trouble with a store, for a minute or two of the library's time and again after a while.</summary>
internal sealed class Troublemaker : IAsyncDisposable
{
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(5);
    private readonly CancellationTokenSource _stop = new();
    private readonly Trouble _trouble;
    private readonly RoundStore _store;
    private readonly Random _random;
    private readonly Task _running;

    public Troublemaker(Trouble trouble, RoundStore store, int seed)
    {
        (_trouble, _store, _random) = (trouble, store, new Random(seed));
        _running = trouble == Trouble.None ? Task.CompletedTask : RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(_longestPause * _random.NextDouble(), TimeProvider.System, _stop.Token);
                var duration = _longest * _random.NextDouble();
                await (_trouble == Trouble.Locked ? LockAsync(duration) : EndConnectionsAsync(duration));
            }
        }
        catch (OperationCanceledException)
        {
            // The round has ended.
        }
    }

    private async Task LockAsync(TimeSpan duration)
    {
        if (!File.Exists(_store.Connection))
        {
            return;
        }

        await using var connection = new SqliteConnection($"Data Source={_store.Connection};Pooling=False");
        await connection.OpenAsync();
        await ExecuteAsync(connection, "BEGIN IMMEDIATE");
        await Task.Delay(duration, TimeProvider.System, CancellationToken.None);
        await ExecuteAsync(connection, "ROLLBACK");
    }

    private async Task EndConnectionsAsync(TimeSpan duration)
    {
        await using var connection = new NpgsqlConnection(RoundStore.Server);
        await connection.OpenAsync();
        var begin = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begin) < duration)
        {
            await ExecuteAsync(connection, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{RoundStore.ChildrensName}'");
            await Task.Delay(_step, TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
