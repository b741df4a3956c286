using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Publishing;
using TelegramMarketing.Scheduling;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The rows of a publication in a context of the host's own, which commits them.</summary>
internal static class TrackedPublication
{
    private const int ChunkSize = 1 << 20;

    /// <summary>Tracks the rows of a new publication, unless its key is taken.</summary>
    /// <returns>The new one, or the one that has the key.</returns>
    /// <exception cref="TelegramMarketingException">The key was used for other content.</exception>
    public static async Task<Publication> AddAsync(DbContext db, string botName, PreparedPost prepared, CancellationToken cancellationToken)
    {
        var (entry, chatKey) = prepared;
        if (entry.IdempotencyKey is not null && await FindAsync(db, botName, prepared, cancellationToken).ConfigureAwait(false) is { } taken)
        {
            return taken.Fingerprint == entry.Fingerprint ? taken.Snapshot() : throw IdempotencyKey.Conflict(entry.IdempotencyKey, taken);
        }

        var chunks = await ReadMediaAsync(entry, cancellationToken).ConfigureAwait(false);
        entry.Stored = new StoredState { ChatKey = chatKey };
        var row = entry.ToRow(botName, entry.CreatedAt);
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

    private static async Task<List<MediaChunkRow>> ReadMediaAsync(PublicationEntry entry, CancellationToken cancellationToken)
    {
        var chunks = new List<MediaChunkRow>();
        var sources = StoredParts.SourcesOf(entry.Parts!);
        for (var number = 0; number < sources.Count; number++)
        {
            if (sources[number].Origin != MediaOrigin.Stream)
            {
                continue;
            }

            var stream = sources[number].OpenRead();
            await using (stream.ConfigureAwait(false))
            {
                var buffer = new byte[ChunkSize];
                for (var ordinal = 0; await stream.ReadAtLeastAsync(buffer, ChunkSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) is > 0 and var length; ordinal++)
                {
                    chunks.Add(new MediaChunkRow { PublicationId = entry.Id, Source = number, Ordinal = ordinal, Bytes = buffer[..length] });
                }
            }
        }

        return chunks;
    }
}
