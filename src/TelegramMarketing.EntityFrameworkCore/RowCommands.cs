using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>
/// Commands that change one row each, carried out in the context's transaction: together where the provider can, else one after the other with a statement that is
/// prepared once. Change tracking would cost ten times as much for the thousands of rows that a large channel moves.
/// </summary>
internal sealed class RowCommands : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly DbBatch? _batch;
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private readonly DbCommand _parameters;

    public RowCommands(DbContext db)
    {
        _connection = db.Database.GetDbConnection();
        _transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        _parameters = _connection.CreateCommand();
        if (_connection.CanCreateBatch)
        {
            _batch = _connection.CreateBatch();
            _batch.Transaction = _transaction;
        }
    }

    /// <summary>Adds a command.</summary>
    /// <param name="sql">Its text.</param>
    /// <param name="parameters">Makes its parameters.</param>
    /// <exception cref="DbUpdateException">The database refused it.</exception>
    /// <exception cref="DbUpdateConcurrencyException">It changed no row.</exception>
    public async Task AddAsync(string sql, Func<DbCommand, IEnumerable<DbParameter>> parameters)
    {
        if (_batch is not null)
        {
            var command = _batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var parameter in parameters(_parameters))
            {
                command.Parameters.Add(parameter);
            }

            _batch.BatchCommands.Add(command);
            return;
        }

        if (!_prepared.TryGetValue(sql, out var prepared))
        {
            prepared = _connection.CreateCommand();
            prepared.CommandText = sql;
            prepared.Transaction = _transaction;
            _prepared.Add(sql, prepared);
        }

        prepared.Parameters.Clear();
        foreach (var parameter in parameters(prepared))
        {
            prepared.Parameters.Add(parameter);
        }

        Ensure(await TellAsync(prepared.ExecuteNonQueryAsync()).ConfigureAwait(false));
    }

    /// <summary>Carries out what was added and is not yet.</summary>
    /// <exception cref="DbUpdateException">The database refused one.</exception>
    /// <exception cref="DbUpdateConcurrencyException">One changed no row.</exception>
    public async Task ExecuteAsync()
    {
        if (_batch is not { BatchCommands.Count: > 0 })
        {
            return;
        }

        await TellAsync(_batch.ExecuteNonQueryAsync()).ConfigureAwait(false);
        foreach (DbBatchCommand command in _batch.BatchCommands)
        {
            Ensure(command.RecordsAffected);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        await _parameters.DisposeAsync().ConfigureAwait(false);
        if (_batch is not null)
        {
            await _batch.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static void Ensure(int rows)
    {
        if (rows != 1)
        {
            throw new DbUpdateConcurrencyException($"{rows} rows were changed instead of one.");
        }
    }

    /// <summary>As EF Core would tell it.</summary>
    private static async Task<int> TellAsync(Task<int> execution)
    {
        try
        {
            return await execution.ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            throw new DbUpdateException("The database refused a row.", exception);
        }
    }
}
