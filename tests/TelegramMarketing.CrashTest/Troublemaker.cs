using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace TelegramMarketing.CrashTest;

/// <summary>Makes trouble with a store, for a minute or two of the library's time and again after a while.</summary>
internal sealed class Troublemaker : IAsyncDisposable
{
    private static readonly TimeSpan _shortestPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(5);
    private readonly CancellationTokenSource _stop = new();
    private readonly Trouble _trouble;
    private readonly TimeSpan _longest;
    private readonly RoundStore _store;
    private readonly SmallDisk? _disk;
    private readonly Random _random;
    private readonly Task _running;

    public Troublemaker(CrashOptions options, RoundStore store, SmallDisk? disk, int seed)
    {
        (_trouble, _longest, _store, _disk, _random) = (options.Trouble, options.LongestTrouble, store, disk, new Random(seed));
        _running = _trouble == Trouble.None ? Task.CompletedTask : RunAsync();
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
                // Long troubles have long pauses between them, or the test would be of nothing else.
                var pause = _longest > _shortestPause ? _longest : _shortestPause;
                await Task.Delay(pause * _random.NextDouble(), TimeProvider.System, _stop.Token);
                // The longest is not left to chance alone.
                var duration = _random.Next(2) == 0 ? _longest : _longest * _random.NextDouble();
                await (_trouble switch
                {
                    Trouble.Locked => LockAsync(duration),
                    Trouble.Full => FillAsync(_disk!, duration),
                    _ => EndConnectionsAsync(duration),
                });
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

    private static async Task FillAsync(SmallDisk disk, TimeSpan duration)
    {
        disk.Fill();
        await Task.Delay(duration, TimeProvider.System, CancellationToken.None);
        disk.Free();
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
