using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The questions that are asked for each customer: each must be a look-up in an index, also among millions.</summary>
internal sealed partial class RelationalInvitationTables
{
    /// <summary>The rows with these values. Their kinds are named too, so that the key finds them; that each value has its own kind is seen to afterwards.</summary>
    internal static IQueryable<IdentityRow> Named(DbContext db, string botName, IReadOnlyList<Identity> identities)
    {
        IdentityKind[] kinds = [.. identities.Select(identity => identity.Kind).Distinct()];
        string[] values = [.. identities.Select(identity => identity.Value).Distinct(StringComparer.Ordinal)];
        return db.Set<IdentityRow>().Where(row => row.BotName == botName && kinds.Contains(row.Kind) && values.Contains(row.Value));
    }

    internal static IQueryable<IdentityRow> IdentitiesOf(DbContext db, string botName, IReadOnlyList<Guid> subjects) =>
        db.Set<IdentityRow>().Where(row => row.BotName == botName && subjects.Contains(row.Subject));

    internal static IQueryable<InvitationRow> InvitationsOf(DbContext db, string botName, IReadOnlyList<Guid> subjects) =>
        db.Set<InvitationRow>().Where(row => row.BotName == botName && subjects.Contains(row.Subject));

    /// <summary>What may be delivered, in the order of its index, after one that was created at a time.</summary>
    internal static IQueryable<InvitationRow> Open(DbContext db, string botName, string? campaign, long channelId, long notAfter, long createdAt, Guid after) =>
        db.Set<InvitationRow>()
            .Where(row => row.BotName == botName && row.ChannelId == channelId && row.Campaign == campaign && row.Delivery == DeliveryState.Open && row.CreatedAt >= createdAt
                && (row.CreatedAt > createdAt || row.Id.CompareTo(after) > 0) && row.NotBefore <= notAfter && row.IsComplete && row.State != InvitationState.OptedOut)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id);

    internal static IQueryable<ConsentEventRow> EventsOf(DbContext db, string botName, EventFilter filter, long after)
    {
        var (from, to) = (filter.From?.UtcTicks, filter.To?.UtcTicks);
        var subjects = filter.Subjects;
        var rows = db.Set<ConsentEventRow>().Where(row => row.BotName == botName && row.Number > after);
        rows = filter.Invitation is null ? rows : rows.Where(row => row.Invitation == filter.Invitation);
        rows = subjects is null ? rows : rows.Where(row => subjects.Contains(row.Subject));
        rows = filter.ChannelId is null ? rows : rows.Where(row => row.ChannelId == filter.ChannelId);
        rows = filter.Campaign is null ? rows : rows.Where(row => row.Campaign == filter.Campaign);
        rows = filter.Kind is null ? rows : rows.Where(row => row.Kind == filter.Kind);
        rows = from is null ? rows : rows.Where(row => row.At >= from);
        rows = to is null ? rows : rows.Where(row => row.At < to);
        return rows.OrderBy(row => row.Number);
    }
}
