using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The host's own database: its tables are the host's migrations' work.</summary>
internal sealed class HostDatabase<TContext>(Func<TContext> create) : IStoreDatabase
    where TContext : DbContext
{
    public DbContext CreateContext() => create();

    public bool IsBehind(DbContext context) => context is TContext;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var db = create();
        await using (db.ConfigureAwait(false))
        {
            if (db.Model.FindEntityType(typeof(PublicationRow)) is null)
            {
                throw new InvalidOperationException($"{typeof(TContext).Name} has no tables for TelegramMarketing. Call modelBuilder.AddTelegramMarketing() in its OnModelCreating, and add a migration.");
            }

            try
            {
                await db.Set<PublicationRow>().AnyAsync(cancellationToken).ConfigureAwait(false);
                await db.Set<LeaseRow>().AnyAsync(cancellationToken).ConfigureAwait(false);
                await db.Set<StatisticsChannelRow>().AnyAsync(cancellationToken).ConfigureAwait(false);
                await db.Set<InvitationRow>().AnyAsync(cancellationToken).ConfigureAwait(false);
                await db.Set<JoinRequestRow>().AnyAsync(cancellationToken).ConfigureAwait(false);
                await db.Set<CommentThreadRow>().AnyAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception) when (!exception.IsTransient)
            {
                throw new TelegramMarketingException(
                    TelegramMarketingError.StorageUnavailable,
                    $"The tables of TelegramMarketing cannot be read from the database of {typeof(TContext).Name}: {exception.Message} Add a migration after modelBuilder.AddTelegramMarketing(), or after an upgrade of the package, and apply it before the host starts.",
                    exception);
            }
        }
    }

    /// <remarks>Which failures of a change are the database's and which are the change's own only the provider knows; a transient one is the database's.</remarks>
    public string? Explain(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: DbException { IsTransient: false } } => null,
        DbUpdateException { InnerException: null } => null,
        DbException or DbUpdateException or TimeoutException => $"The database of {typeof(TContext).Name} does not answer as it should: {exception.GetBaseException().Message}",
        _ => null,
    };
}
