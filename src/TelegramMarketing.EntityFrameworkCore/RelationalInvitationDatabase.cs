using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Invitations;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Invitations and consent of one bot in a relational database, each unit of work a transaction.</summary>
internal sealed class RelationalInvitationDatabase(string botName, SuppressionHashes? hashes, StoreAccess access) : IInvitationDatabase
{
    private const int Attempts = 5;
    private volatile bool _isKeyChecked;

    public async Task<TResult> RunAsync<TResult>(Func<IInvitationTables, Task<TResult>> work, CancellationToken cancellationToken)
    {
        await CheckKeyAsync(cancellationToken).ConfigureAwait(false);
        return await ChangeAsync((_, tables) => work(tables), cancellationToken).ConfigureAwait(false);
    }

    public async Task<TResult> ReadAsync<TResult>(Func<IInvitationTables, Task<TResult>> read, CancellationToken cancellationToken)
    {
        await CheckKeyAsync(cancellationToken).ConfigureAwait(false);
        return await access.RunAsync(
            (db, token) =>
            {
                db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
                return read(Tables(db, token));
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task ScrubAsync(CancellationToken cancellationToken) => access.ScrubAsync(cancellationToken);

    private static InvalidOperationException KeyMissing() => new(
        $"InvitationOptions.SuppressionKey is missing. With a durable store the list of those who have opted out is kept as keyed hashes: set the key to {SuppressionHashes.MinKeyLength} or more random characters from a secret store, and never change it.");

    private RelationalInvitationTables Tables(DbContext db, CancellationToken cancellationToken) => new(db, botName, hashes!.KeyCheck, cancellationToken);

    private async Task<TResult> ChangeAsync<TResult>(Func<DbContext, RelationalInvitationTables, Task<TResult>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await access.WriteAsync((db, token) => InTransactionAsync(db, work, token), cancellationToken).ConfigureAwait(false);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another process has written the same: what is there by now is looked at again.
            }
            catch (TelegramMarketingException exception) when (attempt < Attempts && IsRolledBack(exception))
            {
                // It stood in another's way. Of what fails otherwise, as by a lost connection, it is not known whether it was committed.
            }
        }
    }

    /// <summary>The database says itself that nothing of it was kept: a deadlock, or a change that could not be brought into an order with another one (SQL standard, class 40).</summary>
    private static bool IsRolledBack(Exception exception)
    {
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { SqlState: "40001" or "40P01" })
            {
                return true;
            }
        }

        return false;
    }

    private async Task<TResult> InTransactionAsync<TResult>(DbContext db, Func<DbContext, RelationalInvitationTables, Task<TResult>> work, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var result = await work(db, Tables(db, cancellationToken)).ConfigureAwait(false);
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }

    /// <summary>Finds out once that the key is the one with which the list was written: with another one, who has opted out would be invited again.</summary>
    private async Task CheckKeyAsync(CancellationToken cancellationToken)
    {
        var keyed = hashes ?? throw KeyMissing();
        if (_isKeyChecked)
        {
            return;
        }

        var isRight = await ChangeAsync(
            async (db, tables) =>
            {
                var kept = await db.Set<SuppressionRow>().Where(row => row.BotName == botName && row.Reason == SuppressionReason.KeyCheck).Select(row => row.Hash)
                    .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                if (kept is null)
                {
                    tables.Add(new SuppressionRow { Hash = keyed.KeyCheck, Reason = SuppressionReason.KeyCheck });
                }

                return kept is null || kept == keyed.KeyCheck;
            },
            cancellationToken).ConfigureAwait(false);
        _isKeyChecked = isRight
            ? true
            : throw new InvalidOperationException(
                "InvitationOptions.SuppressionKey is not the key with which the store's list of opt-outs was written, so that nobody in it would be recognised. Set the key that was used before.");
    }
}
