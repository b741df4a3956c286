using System.Runtime.InteropServices;

namespace TelegramMarketing.Storage;

/// <summary>
/// The rows in memory. Beyond the capacity the oldest invitations and their events are forgotten; counts and opt-outs never are.
/// </summary>
internal sealed partial class MemoryInvitationTables(int capacity) : IInvitationTables
{
    private readonly Dictionary<(IdentityKind Kind, string Value), List<IdentityRow>> _identities = [];
    private readonly Dictionary<Guid, List<IdentityRow>> _identitiesOfSubject = [];
    private readonly Dictionary<string, List<SuppressionRow>> _suppressions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordingRow> _wordings = new(StringComparer.Ordinal);
    private readonly Dictionary<long, InvitationChannelRow> _channels = [];

    /// <summary>How much is kept, in entries.</summary>
    public int Rows => _invitations.Count + _oldestFirst.Count + _byToken.Count + _invitationsOfSubject.Count + _identities.Count + _identitiesOfSubject.Count + _events.Count + _eventsOfInvitation.Count;

    public Task LockAsync(IReadOnlyList<Identity> identities) => Task.CompletedTask;

    public Task LockAllAsync() => Task.CompletedTask;

    public Task FlushAsync() => Task.CompletedTask;

    public Task SettleAsync() => Task.CompletedTask;

    public Task<IReadOnlyList<IdentityRow>> FindIdentitiesAsync(IReadOnlyList<Identity> identities) => Task.FromResult<IReadOnlyList<IdentityRow>>(
        [.. identities.SelectMany(identity => _identities.GetValueOrDefault((identity.Kind, identity.Value)) ?? []).Distinct()]);

    public Task<IReadOnlyList<IdentityRow>> IdentitiesOfAsync(IReadOnlyList<Guid> subjects) =>
        Task.FromResult<IReadOnlyList<IdentityRow>>([.. subjects.SelectMany(subject => _identitiesOfSubject.GetValueOrDefault(subject) ?? [])]);

    public Task<IReadOnlyList<SuppressionRow>> FindSuppressionsAsync(IReadOnlyList<string> hashes) =>
        Task.FromResult<IReadOnlyList<SuppressionRow>>([.. hashes.SelectMany(hash => _suppressions.GetValueOrDefault(hash) ?? [])]);

    public Task<WordingRow?> FindWordingAsync(string hash) => Task.FromResult(_wordings.GetValueOrDefault(hash));

    public Task<InvitationChannelRow?> FindChannelAsync(long channelId) => Task.FromResult(_channels.GetValueOrDefault(channelId));

    public void Add(IdentityRow row)
    {
        Put(_identities, (row.Kind, row.Value), row);
        Put(_identitiesOfSubject, row.Subject, row);
    }

    public void Add(SuppressionRow row) => Put(_suppressions, row.Hash, row);

    public void Add(WordingRow row) => _wordings[row.Hash] = row;

    public void Add(InvitationChannelRow row) => _channels[row.ChannelId] = row;

    public void Remove(IdentityRow row)
    {
        Take(_identities, (row.Kind, row.Value), row);
        Take(_identitiesOfSubject, row.Subject, row);
    }

    public void Remove(SuppressionRow row) => Take(_suppressions, row.Hash, row);

    private static void Put<TKey, TRow>(Dictionary<TKey, List<TRow>> index, TKey key, TRow row)
        where TKey : notnull
    {
        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _);
        (rows ??= []).Add(row);
    }

    private static void Take<TKey, TRow>(Dictionary<TKey, List<TRow>> index, TKey key, TRow row)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var rows) && rows.Remove(row) && rows.Count == 0)
        {
            index.Remove(key);
        }
    }
}
