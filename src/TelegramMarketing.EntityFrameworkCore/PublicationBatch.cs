using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>How a few changes become one transaction.</summary>
internal sealed class PublicationBatch(string botName)
{
    /// <summary>The chats whose rows are known to be right. Only the writer's one batch at a time uses it.</summary>
    private readonly Dictionary<string, long> _chats = new(StringComparer.Ordinal);

    /// <summary>The commands for the one model that this store has.</summary>
    private PublicationTables? _tables;

    /// <summary>Writes all changes, or none.</summary>
    public async Task<bool> CommitAsync(DbContext db, List<PublicationWrite> batch)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var transaction = await db.Database.BeginTransactionAsync().ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await FindExistingAsync(db, batch).ConfigureAwait(false);
                if (await StageChatsAsync(db, batch).ConfigureAwait(false))
                {
                    await db.SaveChangesAsync().ConfigureAwait(false);
                }

                var commands = new RowCommands(db);
                await using (commands.ConfigureAwait(false))
                {
                    _tables ??= new PublicationTables(db);
                    foreach (var write in batch.Where(write => write.Existing is null))
                    {
                        await WriteAsync(_tables, commands, write).ConfigureAwait(false);
                    }

                    await commands.ExecuteAsync().ConfigureAwait(false);
                }

                foreach (var write in batch.Where(write => write.Existing is null))
                {
                    await WriteMediaAsync(db, write).ConfigureAwait(false);
                }

                await transaction.CommitAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return true;
    }

    /// <summary>Tells everybody who waits.</summary>
    public void Committed(List<PublicationWrite> batch)
    {
        foreach (var write in batch)
        {
            if (write.Existing is null)
            {
                var stored = write.Entry.Stored!;
                stored.Version = write.Row.Version;
                stored.Messages = write.MessageIds.Length;
                stored.Parts = write.Row.Parts is null ? null : write.Parts;
                stored.PartsJson = write.Row.Parts;
                stored.HasMedia = write.Row.HasMedia;
                if (_chats.GetValueOrDefault(write.Row.ChatKey) == 0)
                {
                    _chats[write.Row.ChatKey] = write.Row.ChatId;
                }
            }

            write.Complete();
        }
    }

    /// <summary>The row is as this change would have it, or a new one has been there before.</summary>
    public async Task<bool> IsStoredAsync(DbContext db, PublicationWrite write, CancellationToken cancellationToken)
    {
        var row = await db.Set<PublicationRow>().AsNoTracking().FirstOrDefaultAsync(other => other.Id == write.Row.Id, cancellationToken).ConfigureAwait(false);
        if (row is not null)
        {
            return IsSame(row, write.Row);
        }

        if (write.IsNew)
        {
            await FindExistingAsync(db, [write]).ConfigureAwait(false);
        }

        return write.Existing is not null;
    }

    /// <summary>
    /// Another process has changed the row. If it only asked to cancel what is being sent here, or took the send for being in doubt, then what became of the send is known here
    /// alone, and stands. Else the entry stands as the other has left it.
    /// </summary>
    /// <returns>What to tell the caller; <see langword="null"/> when the change is to be written once more.</returns>
    public static async Task<Exception?> ConflictAsync(StoreAccess access, PublicationWrite write)
    {
        var (row, messages) = await access.RunAsync((db, token) => PublicationRows.FindAsync(db, write.Row.Id, token), CancellationToken.None).ConfigureAwait(false);
        if (row is { State: PublicationState.Sending, IsCancelAsked: true } or { State: PublicationState.Unknown } && IsOutcomeOf(row, write))
        {
            write.Entry.FollowVersion(row.Version, row.IsCancelAsked);
            write.Row.IsCancelAsked |= row.IsCancelAsked;
            return null;
        }

        if (row is { State: PublicationState.Sending, IsCancelAsked: true } && IsFurtherTryOf(row, write))
        {
            // The try before provably never left.
            write.Entry.FollowVersion(row.Version, isCancelAsked: true);
            return new OperationCanceledException("The publication was cancelled in the ledger.");
        }

        if (row is not null)
        {
            write.Entry.Follow(row, messages);
        }

        return PublicationChangedException.Failure(write.Row.Id);
    }

    /// <summary>All that two processes may change at once is the same.</summary>
    private static bool IsSame(PublicationRow row, PublicationRow written) =>
        row.Version == written.Version && row.State == written.State && row.Attempts == written.Attempts && row.PartsDone == written.PartsDone
        && row.LastError == written.LastError && row.SendBeganAt == written.SendBeganAt && row.DueAt == written.DueAt && row.EndsAfter == written.EndsAfter
        && row.IsCancelAsked == written.IsCancelAsked && row.Kind == written.Kind && row.Tags == written.Tags && row.Fingerprint == written.Fingerprint
        && row.Parts == written.Parts && row.HasMedia == written.HasMedia;

    /// <summary>The change says what became of the send that the row knows to be under way.</summary>
    private static bool IsOutcomeOf(PublicationRow row, PublicationWrite write) =>
        write.Row.State != PublicationState.Sending && write.Entry.IsCurrent(write.Follows)
        && row.SendBeganAt == write.Row.SendBeganAt && row.Attempts == write.Row.Attempts && row.PartsDone <= write.Row.PartsDone;

    /// <summary>The change begins the next try of the send that the row knows to be under way.</summary>
    private static bool IsFurtherTryOf(PublicationRow row, PublicationWrite write) =>
        write.Row.State == PublicationState.Sending && write.Entry.IsCurrent(write.Follows) && row.Attempts == write.Row.Attempts - 1 && row.PartsDone == write.Row.PartsDone;

    private static async Task WriteAsync(PublicationTables tables, RowCommands commands, PublicationWrite write)
    {
        var row = write.Row;
        var stored = write.Entry.Stored!;
        var known = write.Entry.BeginWrite(write.Follows)
            ?? throw new DbUpdateConcurrencyException($"Publication {row.Id} was found to have been changed by another process after this change was made.");
        row.Version = known + 1;
        if (write.IsNew)
        {
            await tables.InsertAsync(commands, row).ConfigureAwait(false);
        }
        else
        {
            var withParts = row.EndedAt is not null || !string.Equals(row.Parts, stored.PartsJson, StringComparison.Ordinal);
            await tables.UpdateAsync(commands, row, known, withParts).ConfigureAwait(false);
        }

        for (var ordinal = stored.Messages; ordinal < write.MessageIds.Length; ordinal++)
        {
            var message = new MessageRow { PublicationId = row.Id, Ordinal = ordinal, BotName = row.BotName, ChatKey = row.ChatKey, MessageId = write.MessageIds[ordinal] };
            await tables.InsertAsync(commands, message).ConfigureAwait(false);
        }
    }

    private static async Task WriteMediaAsync(DbContext db, PublicationWrite write)
    {
        var stored = write.Entry.Stored!;
        var isReplaced = write.Parts is not null && stored.Parts is not null && !ReferenceEquals(write.Parts, stored.Parts);
        if (stored.HasMedia == write.Row.HasMedia && !isReplaced)
        {
            return;
        }

        if (stored.HasMedia)
        {
            await db.Set<MediaChunkRow>().Where(chunk => chunk.PublicationId == write.Row.Id).ExecuteDeleteAsync().ConfigureAwait(false);
        }

        if (!write.Row.HasMedia)
        {
            return;
        }

        await foreach (var chunk in MediaChunks.ReadAsync(write.Row.Id, write.Parts!).ConfigureAwait(false))
        {
            db.ChangeTracker.Clear();
            db.Add(chunk);
            await db.SaveChangesAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Finds the new ones whose keys are taken.</summary>
    private async Task FindExistingAsync(DbContext db, List<PublicationWrite> batch)
    {
        var keyed = batch.FindAll(write => write.IsNew && write.Row.IdempotencyKey is not null);
        if (keyed.Count == 0)
        {
            return;
        }

        string[] keys = [.. keyed.Select(write => write.Row.IdempotencyKey!)];
        string[] chats = [.. keyed.Select(write => write.Row.ChatKey).Distinct(StringComparer.Ordinal)];
        var rows = await db.Set<PublicationRow>().AsNoTracking()
            .Where(row => row.BotName == botName && chats.Contains(row.ChatKey) && keys.Contains(row.IdempotencyKey))
            .Select(row => new { row.ChatKey, row.IdempotencyKey, row.Id })
            .ToListAsync().ConfigureAwait(false);
        var taken = rows.ToDictionary(row => (row.ChatKey, row.IdempotencyKey!), row => row.Id);
        foreach (var write in keyed)
        {
            var key = (write.Row.ChatKey, write.Row.IdempotencyKey!);
            write.Existing = taken.TryAdd(key, write.Row.Id) || taken[key] == write.Row.Id ? null : taken[key];
        }
    }

    /// <returns>Whether there is anything to save.</returns>
    private async Task<bool> StageChatsAsync(DbContext db, List<PublicationWrite> batch)
    {
        var news = batch.Select(write => write.Row).Where(row => !_chats.TryGetValue(row.ChatKey, out var id) || (id == 0 && row.ChatId != 0))
            .GroupBy(row => row.ChatKey, StringComparer.Ordinal).ToDictionary(chat => chat.Key, chat => chat.Select(row => row.ChatId).FirstOrDefault(id => id != 0), StringComparer.Ordinal);
        foreach (var (chatKey, chatId) in news)
        {
            var row = await db.Set<ChatRow>().FirstOrDefaultAsync(chat => chat.BotName == botName && chat.ChatKey == chatKey).ConfigureAwait(false);
            if (row is null)
            {
                db.Add(new ChatRow { BotName = botName, ChatKey = chatKey, ChatId = chatId });
            }
            else if (row.ChatId == 0 && chatId != 0)
            {
                row.ChatId = chatId;
                db.Update(row);
            }
        }

        return news.Count > 0;
    }
}
