using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Queries that several need.</summary>
internal static class PublicationRows
{
    /// <summary>A publication and its message ids.</summary>
    public static async Task<(PublicationRow? Row, int[] Messages)> FindAsync(DbContext db, Guid id, CancellationToken cancellationToken)
    {
        var row = await db.Set<PublicationRow>().AsNoTracking().FirstOrDefaultAsync(publication => publication.Id == id, cancellationToken).ConfigureAwait(false);
        return row is null ? (null, []) : (row, await MessagesOfAsync(db, id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The message ids of many publications, in order.</summary>
    public static async Task<ILookup<Guid, int>> MessagesOfAsync(DbContext db, IReadOnlyCollection<PublicationRow> rows, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. rows.Select(row => row.Id)];
        var messages = await db.Set<MessageRow>().AsNoTracking().Where(message => ids.Contains(message.PublicationId))
            .OrderBy(message => message.PublicationId).ThenBy(message => message.Ordinal)
            .Select(message => new { message.PublicationId, message.MessageId })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return messages.ToLookup(message => message.PublicationId, message => message.MessageId);
    }

    /// <summary>All columns but the parts, which can be large.</summary>
    public static IQueryable<PublicationRow> WithoutParts(this IQueryable<PublicationRow> rows) => rows.Select(row => new PublicationRow
    {
        Id = row.Id,
        BotName = row.BotName,
        Channel = row.Channel,
        ChatKey = row.ChatKey,
        ChatId = row.ChatId,
        IdempotencyKey = row.IdempotencyKey,
        Fingerprint = row.Fingerprint,
        Kind = row.Kind,
        Tags = row.Tags,
        Action = row.Action,
        Target = row.Target,
        EndsAfter = row.EndsAfter,
        State = row.State,
        CreatedAt = row.CreatedAt,
        DueAt = row.DueAt,
        DeliveryBegan = row.DeliveryBegan,
        PublishedAt = row.PublishedAt,
        EndedAt = row.EndedAt,
        SendBeganAt = row.SendBeganAt,
        BecameUnknownAt = row.BecameUnknownAt,
        Attempts = row.Attempts,
        PartsDone = row.PartsDone,
        Error = row.Error,
        LastError = row.LastError,
        LastKnownMessageId = row.LastKnownMessageId,
        IsProvedAbsent = row.IsProvedAbsent,
        IsCancelAsked = row.IsCancelAsked,
        EqualTo = row.EqualTo,
        HasMedia = row.HasMedia,
        Version = row.Version,
    });

    /// <summary>The message ids of one publication, in order.</summary>
    public static Task<int[]> MessagesOfAsync(DbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Set<MessageRow>().AsNoTracking().Where(message => message.PublicationId == id).OrderBy(message => message.Ordinal).Select(message => message.MessageId).ToArrayAsync(cancellationToken);
}
