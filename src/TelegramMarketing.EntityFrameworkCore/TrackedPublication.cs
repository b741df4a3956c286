using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Publishing;
using TelegramMarketing.Scheduling;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The rows of a publication in a context of the host's own, which commits them.</summary>
internal static class TrackedPublication
{
    /// <summary>Tracks the rows of a new publication, unless its key is taken.</summary>
    /// <param name="db">The host's context.</param>
    /// <param name="botName">The bot.</param>
    /// <param name="prepared">The publication.</param>
    /// <param name="ensureInTime">Throws when a new one would be too late.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new one, or the one that has the key.</returns>
    /// <exception cref="TelegramMarketingException">The key was used for other content.</exception>
    public static async Task<Publication> AddAsync(DbContext db, string botName, PreparedPost prepared, Action ensureInTime, CancellationToken cancellationToken)
    {
        var (entry, chatKey) = prepared;
        if (entry.IdempotencyKey is not null && await FindAsync(db, botName, prepared, cancellationToken).ConfigureAwait(false) is { } taken)
        {
            IdempotencyKey.EnsureSame(entry, taken);
            return taken.Snapshot();
        }

        ensureInTime();
        var chunks = await MediaChunks.ReadAsync(entry.Id, entry.Parts!, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        entry.Stored = new StoredState { ChatKey = chatKey };
        var (row, _, _) = entry.ToRow(botName, entry.CreatedAt);
        row.Parts = StoredParts.Write(entry.Parts!, botName);
        row.HasMedia = chunks.Count > 0;
        row.Version = 1;
        db.Add(row);
        db.AddRange(chunks);
        return entry.Snapshot();
    }

    /// <summary>The publication that has the key, committed or tracked.</summary>
    private static async Task<PublicationEntry?> FindAsync(DbContext db, string botName, PreparedPost prepared, CancellationToken cancellationToken)
    {
        var (chatKey, key) = (prepared.ChatKey, prepared.Entry.IdempotencyKey);
        var row = db.Set<PublicationRow>().Local.FirstOrDefault(other => other.BotName == botName && other.ChatKey == chatKey && other.IdempotencyKey == key)
            ?? await db.Set<PublicationRow>().AsNoTracking().FirstOrDefaultAsync(other => other.BotName == botName && other.ChatKey == chatKey && other.IdempotencyKey == key, cancellationToken).ConfigureAwait(false);
        return row is null ? null : PublicationEntry.Restore(row, await PublicationRows.MessagesOfAsync(db, row.Id, cancellationToken).ConfigureAwait(false));
    }
}
