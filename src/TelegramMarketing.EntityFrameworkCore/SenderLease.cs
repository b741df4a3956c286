using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A lease in a row of its own: one statement decides, so that the database sees to it that only one wins.</summary>
internal sealed class SenderLease(string botName, StoreAccess access) : ISenderLease
{
    public async ValueTask<bool> TryAcquireAsync(string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        var ticks = now.UtcTicks;
        if (await PassAsync(lease => lease.Owner == owner || lease.Until <= ticks, owner, until.UtcTicks, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        try
        {
            return await access.RunAsync((db, token) => InsertAsync(db, owner, until.UtcTicks, token), cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            // Somebody was first.
            return false;
        }
    }

    public async ValueTask<bool> RenewAsync(string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var ticks = now.UtcTicks;
        return await PassAsync(lease => lease.Owner == owner && lease.Until > ticks, owner, until.UtcTicks, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken) =>
        await PassAsync(lease => lease.Owner == owner, "", 0, cancellationToken).ConfigureAwait(false);

    private async Task<bool> InsertAsync(DbContext db, string owner, long until, CancellationToken cancellationToken)
    {
        if (await db.Set<LeaseRow>().AnyAsync(lease => lease.BotName == botName, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        db.Add(new LeaseRow { BotName = botName, Owner = owner, Until = until });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task<bool> PassAsync(System.Linq.Expressions.Expression<Func<LeaseRow, bool>> isAllowed, string owner, long until, CancellationToken cancellationToken) => access.RunAsync(
        async (db, token) => await db.Set<LeaseRow>().Where(lease => lease.BotName == botName).Where(isAllowed)
            .ExecuteUpdateAsync(lease => lease.SetProperty(changed => changed.Owner, owner).SetProperty(changed => changed.Until, until), token).ConfigureAwait(false) == 1,
        cancellationToken);
}
