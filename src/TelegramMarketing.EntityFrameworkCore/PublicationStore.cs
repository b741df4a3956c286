using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Publications in a relational database.</summary>
internal sealed class PublicationStore : IPublicationStore, IAsyncDisposable
{
    private const int PageSize = 256;
    private readonly string _botName;
    private readonly Clock _clock;
    private readonly StoreAccess _access;
    private readonly PublicationWriter _writer;
    private readonly EntryMap _entries = new();

    public PublicationStore(string botName, Clock clock, StoreAccess access)
    {
        _botName = botName;
        _clock = clock;
        _access = access;
        _writer = new PublicationWriter(access, new PublicationBatch(botName));
    }

    /// <summary>What a context of the host's own commits comes into this store.</summary>
    public bool IsBehind(DbContext context) => _access.IsBehind(context);

    public async ValueTask<PublicationEntry> AddAsync(PublicationEntry entry, string chatKey, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        entry.Stored = new StoredState { ChatKey = chatKey };
        _entries.GetOrAdd(entry);
        while (true)
        {
            var write = CreateWrite(entry, isNew: true);

            // Not cancelled: a publication that is written although its caller gave up would go out after the next start.
            await _writer.WriteAsync(write).ConfigureAwait(false);
            if (write.Existing is not { } existing)
            {
                return entry;
            }

            if (await FindAsync(existing, cancellationToken).ConfigureAwait(false) is { } other)
            {
                return other;
            }
        }
    }

    public async ValueTask SaveAsync(PublicationEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _writer.WriteAsync(CreateWrite(entry, isNew: false)).ConfigureAwait(false);
    }

    public async ValueTask<PublicationEntry?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var (row, messages) = await _access.RunAsync((db, token) => PublicationRows.FindAsync(db, id, token), cancellationToken).ConfigureAwait(false);
        return row is null || row.BotName != _botName ? null : await UseAsync(row, messages, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<PublicationEntry?> FindByKeyAsync(string chatKey, string idempotencyKey, CancellationToken cancellationToken) =>
        FindFirstAsync(db => ByKey(db, _botName, chatKey, idempotencyKey), cancellationToken);

    public ValueTask<PublicationEntry?> FindByMessageAsync(string chatKey, int messageId, CancellationToken cancellationToken) =>
        FindFirstAsync(db => ByMessage(db, _botName, chatKey, messageId), cancellationToken);

    public async IAsyncEnumerable<PublicationEntry> ListAsync(PublicationState? state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PublicationRow? last = null;
        List<PublicationEntry> page;
        do
        {
            (page, last) = await _access.RunAsync(
                async (db, token) =>
                {
                    var rows = await Page(db, _botName, state, last).Take(PageSize).WithoutParts().ToListAsync(token).ConfigureAwait(false);
                    var messages = await PublicationRows.MessagesOfAsync(db, rows, token).ConfigureAwait(false);
                    return (rows.ConvertAll(row => Look(row, messages)), rows.LastOrDefault());
                },
                cancellationToken).ConfigureAwait(false);
            foreach (var entry in page)
            {
                yield return entry;
            }
        }
        while (page.Count == PageSize);
    }

    public async IAsyncEnumerable<PublicationEntry> LoadUnfinishedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PublicationState[] states = [PublicationState.Sending, PublicationState.Held, PublicationState.Unknown];
        var ids = await _access.RunAsync(
            (db, token) => db.Set<PublicationRow>().AsNoTracking().Where(row => row.BotName == _botName && states.Contains(row.State))
                .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        foreach (var id in ids)
        {
            if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } entry)
            {
                yield return entry;
            }
        }
    }

    public async ValueTask<IReadOnlyList<PublicationEntry>> FindDueAsync(DateTimeOffset now, int limit, PublicationEntry? after, CancellationToken cancellationToken)
    {
        var (rows, messages) = await _access.RunAsync(
            async (db, token) =>
            {
                var due = await Due(db, _botName, now.UtcTicks, after).Take(limit).ToListAsync(token).ConfigureAwait(false);
                return (due, await PublicationRows.MessagesOfAsync(db, due, token).ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);
        var entries = new List<PublicationEntry>(rows.Count);
        foreach (var row in rows)
        {
            entries.Add(await UseAsync(row, messages[row.Id], cancellationToken).ConfigureAwait(false));
        }

        return entries;
    }

    public async ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        var ticks = await _access.RunAsync(
            (db, token) => Scheduled(db, _botName).OrderBy(row => row.DueAt).Select(row => (long?)row.DueAt).FirstOrDefaultAsync(token),
            cancellationToken).ConfigureAwait(false);
        return ticks is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null;
    }

    public async ValueTask<IReadOnlyList<StoredChat>> LoadChatsAsync(CancellationToken cancellationToken) => await _access.RunAsync(
        (db, token) => db.Set<ChatRow>().AsNoTracking().Where(chat => chat.BotName == _botName)
            .Select(chat => new StoredChat(
                chat.ChatKey,
                chat.ChatId,
                db.Set<MessageRow>().Where(message => message.BotName == chat.BotName && message.ChatKey == chat.ChatKey).Max(message => (int?)message.MessageId) ?? 0))
            .ToListAsync(token),
        cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<StoredSend>> LoadSentSinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var ticks = since.UtcTicks;
        return await _access.RunAsync(
            async (db, token) =>
            {
                // Two questions, each with an index of its own: what has ended since, and what is in the middle of its parts.
                var ofBot = db.Set<PublicationRow>().AsNoTracking().Where(row => row.BotName == _botName && row.SendBeganAt >= ticks);
                var ended = await SendsOf(db, ofBot.Where(row => row.EndedAt >= ticks)).ToListAsync(token).ConfigureAwait(false);
                var unfinished = await SendsOf(db, ofBot.Where(row => row.State == PublicationState.Scheduled && row.PartsDone > 0)).ToListAsync(token).ConfigureAwait(false);
                return ended.Concat(unfinished).Where(sent => sent.Messages > 0)
                    .Select(sent => new StoredSend(sent.ChatKey, new DateTimeOffset(sent.At, TimeSpan.Zero), sent.Messages)).ToList();
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<int> DeleteEndedBeforeAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var ticks = before.UtcTicks;
        return await _access.RunAsync(
            async (db, token) =>
            {
                var old = db.Set<PublicationRow>().Where(row => row.BotName == _botName && row.EndedAt < ticks);
                var ids = await old.OrderBy(row => row.EndedAt).Select(row => row.Id).Take(limit).ToListAsync(token).ConfigureAwait(false);
                return await old.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>Publications whose time has come; a test looks at how the database finds them.</summary>
    internal static IQueryable<PublicationRow> Due(DbContext db, string botName, long now, PublicationEntry? after)
    {
        var due = Scheduled(db, botName).Where(row => row.DueAt <= now);
        if (after is not null)
        {
            var (ticks, id) = (after.DueAt.UtcTicks, after.Id);
            due = due.Where(row => row.DueAt >= ticks && (row.DueAt > ticks || row.Id.CompareTo(id) > 0));
        }

        return due.OrderBy(row => row.DueAt).ThenBy(row => row.Id);
    }

    /// <summary>The publication that has a key; a test looks at how the database finds it.</summary>
    internal static IQueryable<PublicationRow> ByKey(DbContext db, string botName, string chatKey, string idempotencyKey) =>
        db.Set<PublicationRow>().AsNoTracking().Where(row => row.BotName == botName && row.ChatKey == chatKey && row.IdempotencyKey == idempotencyKey).WithoutParts();

    /// <summary>The publication of a message; a test looks at how the database finds it.</summary>
    internal static IQueryable<PublicationRow> ByMessage(DbContext db, string botName, string chatKey, int messageId) =>
        db.Set<MessageRow>().AsNoTracking().Where(message => message.BotName == botName && message.ChatKey == chatKey && message.MessageId == messageId)
            .Join(db.Set<PublicationRow>().AsNoTracking(), message => message.PublicationId, row => row.Id, (_, row) => row)
            .OrderByDescending(row => row.CreatedAt)
            .WithoutParts();

    private static IQueryable<(string ChatKey, long At, int Messages)> SendsOf(DbContext db, IQueryable<PublicationRow> rows) =>
        rows.Select(row => new ValueTuple<string, long, int>(row.ChatKey, row.SendBeganAt, db.Set<MessageRow>().Count(message => message.PublicationId == row.Id)));

    private static IQueryable<PublicationRow> Scheduled(DbContext db, string botName) =>
        db.Set<PublicationRow>().AsNoTracking().Where(row => row.BotName == botName && row.State == PublicationState.Scheduled);

    private static IQueryable<PublicationRow> Page(DbContext db, string botName, PublicationState? state, PublicationRow? last)
    {
        var rows = db.Set<PublicationRow>().AsNoTracking().Where(row => row.BotName == botName);
        if (state is { } wanted)
        {
            rows = rows.Where(row => row.State == wanted);
            rows = last is null ? rows : rows.Where(row => row.DueAt >= last.DueAt && (row.DueAt > last.DueAt || row.Id.CompareTo(last.Id) > 0));
            return rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id);
        }

        rows = last is null ? rows : rows.Where(row => row.CreatedAt >= last.CreatedAt && (row.CreatedAt > last.CreatedAt || row.Id.CompareTo(last.Id) > 0));
        return rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id);
    }

    private PublicationWrite CreateWrite(PublicationEntry entry, bool isNew)
    {
        var stored = entry.Stored ?? throw new InvalidOperationException("The publication is not of this store.");
        var now = _clock.UtcNow;
        var (row, messageIds, follows) = entry.ToRow(_botName, now);
        entry.EndedAt = row.EndedAt is null ? null : now;
        var parts = row.EndedAt is null ? entry.Parts : null;
        if (parts is not null)
        {
            row.Parts = ReferenceEquals(parts, stored.Parts) && !StoredParts.HaveUploads(parts) ? stored.PartsJson : StoredParts.Write(parts, _botName);
            row.HasMedia = parts.Any(part => part.Media.Any(media => media.Source.Origin == MediaOrigin.Stream));
        }
        else if (row.EndedAt is null)
        {
            // Read without its parts: they stay as they are.
            row.Parts = stored.PartsJson;
            row.HasMedia = stored.HasMedia;
        }

        return new PublicationWrite(entry, row, isNew) { MessageIds = messageIds, Follows = follows, Parts = parts };
    }

    /// <summary>The first one of a query, to look at.</summary>
    private async ValueTask<PublicationEntry?> FindFirstAsync(Func<DbContext, IQueryable<PublicationRow>> query, CancellationToken cancellationToken) => await _access.RunAsync(
        async (db, token) =>
        {
            var row = await query(db).FirstOrDefaultAsync(token).ConfigureAwait(false);
            return row is null ? null : Look(row, await PublicationRows.MessagesOfAsync(db, [row], token).ConfigureAwait(false));
        },
        cancellationToken).ConfigureAwait(false);

    /// <summary>The entry to look at: the one in use, or one that nobody else gets.</summary>
    private PublicationEntry Look(PublicationRow row, ILookup<Guid, int> messages) => _entries.Find(row.Id) ?? PublicationEntry.Restore(row, messages[row.Id]);

    /// <summary>The entry to work with: everybody gets the same one, as new as the row. What it sends may be unreadable, and says so then.</summary>
    private async Task<PublicationEntry> UseAsync(PublicationRow row, IEnumerable<int> messages, CancellationToken cancellationToken)
    {
        var entry = _entries.Find(row.Id) ?? _entries.GetOrAdd(PublicationEntry.Restore(row, messages));
        if (row.Version > entry.Stored!.WritingVersion)
        {
            entry.Follow(row, messages);
        }

        if (entry.Parts is null && !entry.HasEnded && row.Parts is not null)
        {
            await RestorePartsAsync(entry, row, row.Parts, cancellationToken).ConfigureAwait(false);
        }

        return entry;
    }

    private async Task RestorePartsAsync(PublicationEntry entry, PublicationRow row, string json, CancellationToken cancellationToken)
    {
        try
        {
            var parts = StoredParts.Read(json, _botName, source => new StoredMediaStream(_access, row.Id, source));
            if (parts.Count == 0)
            {
                throw new FormatException("It has no parts.");
            }

            foreach (var source in StoredParts.SourcesOf(parts).Where(source => source.Origin == MediaOrigin.Stream))
            {
                if ((await source.InspectAsync(cancellationToken).ConfigureAwait(false)).Failure is { } failure)
                {
                    throw failure;
                }
            }

            entry.RestoreParts(parts, json);
        }
#pragma warning disable CA1031 // Whatever is wrong with one publication, the others are read.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // The store may be gone for a while, which is no fault of the post's.
            entry.Unreadable = new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, $"What publication {row.Id} sends cannot be read from the store: {exception.Message}", exception);
        }
    }
}
