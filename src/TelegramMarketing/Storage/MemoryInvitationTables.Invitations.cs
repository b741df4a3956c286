namespace TelegramMarketing.Storage;

internal sealed partial class MemoryInvitationTables
{
    private readonly Dictionary<Guid, LinkedListNode<InvitationRow>> _invitations = [];
    private readonly LinkedList<InvitationRow> _oldestFirst = [];
    private readonly Dictionary<string, InvitationRow> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, List<InvitationRow>> _invitationsOfSubject = [];
    private readonly SortedDictionary<long, ConsentEventRow> _events = [];
    private readonly Dictionary<Guid, List<ConsentEventRow>> _eventsOfInvitation = [];
    private readonly Dictionary<(long Channel, string? Campaign), FunnelCounts> _forgotten = [];
    private long _lastEvent;

    public Task<IReadOnlyList<InvitationRow>> InvitationsOfAsync(IReadOnlyList<Guid> subjects) =>
        Task.FromResult<IReadOnlyList<InvitationRow>>([.. subjects.SelectMany(subject => _invitationsOfSubject.GetValueOrDefault(subject) ?? [])]);

    public Task<InvitationRow?> FindAsync(Guid id) => Task.FromResult(_invitations.GetValueOrDefault(id)?.Value);

    public Task<InvitationRow?> FindByTokenAsync(string token) => Task.FromResult(_byToken.GetValueOrDefault(token));

    public Task<InvitationRow?> FindByPersonAsync(long channelId, long person)
    {
        var subjects = (_identities.GetValueOrDefault((IdentityKind.Telegram, Identity.OfPerson(person).Value)) ?? []).Select(row => row.Subject);
        return Task.FromResult(subjects.SelectMany(subject => _invitationsOfSubject.GetValueOrDefault(subject) ?? [])
            .Where(row => row.ChannelId == channelId && row.Person == person).MaxBy(row => row.BoundAt));
    }

    public Task<IReadOnlyList<InvitationRow>> OpenAsync(string? campaign, long channelId, long notAfter, Guid? after, int limit)
    {
        var open = new List<InvitationRow>();
        var start = after is { } last && _invitations.TryGetValue(last, out var lastNode) ? lastNode.Next : _oldestFirst.First;
        for (var node = start; node is not null && open.Count < limit; node = node.Next)
        {
            if (node.Value is { Delivery: DeliveryState.Open, IsComplete: true } row
                && row.Campaign == campaign && row.ChannelId == channelId && row.NotBefore <= notAfter && row.State != InvitationState.OptedOut)
            {
                open.Add(row);
            }
        }

        return Task.FromResult<IReadOnlyList<InvitationRow>>(open);
    }

    public Task<int> CountDeliveriesAsync(long since) => Task.FromResult(_oldestFirst.Count(row => row.DeliveryAt > since));

    public Task<FunnelCounts> CountAsync(long channelId, string? campaign)
    {
        var counts = new FunnelCounts();
        foreach (var row in _oldestFirst.Where(row => row.ChannelId == channelId && (campaign is null || row.Campaign == campaign)))
        {
            counts.Add(row);
        }

        foreach (var (_, forgotten) in _forgotten.Where(entry => entry.Key.Channel == channelId && (campaign is null || entry.Key.Campaign == campaign)))
        {
            counts.Add(forgotten);
        }

        return Task.FromResult(counts);
    }

    public Task<bool> HasEventAsync(Guid invitation, ConsentEventKind kind, int updateId) =>
        Task.FromResult((_eventsOfInvitation.GetValueOrDefault(invitation) ?? []).Exists(row => row.Kind == kind && row.UpdateId == updateId));

    public Task<IReadOnlyList<ConsentEventRow>> EventsAsync(EventFilter filter, long after, int limit)
    {
        IEnumerable<ConsentEventRow> rows = filter.Invitation is { } invitation ? _eventsOfInvitation.GetValueOrDefault(invitation) ?? [] : _events.Values;
        return Task.FromResult<IReadOnlyList<ConsentEventRow>>(
        [
            .. rows.Where(row => row.Number > after
                && (filter.Subjects is null || filter.Subjects.Contains(row.Subject))
                && (filter.ChannelId is null || row.ChannelId == filter.ChannelId)
                && (filter.Campaign is null || row.Campaign == filter.Campaign)
                && (filter.Kind is null || row.Kind == filter.Kind)
                && (filter.From is not { } from || row.At >= from.UtcTicks)
                && (filter.To is not { } to || row.At < to.UtcTicks)).Take(limit),
        ]);
    }

    public void Add(InvitationRow row)
    {
        _invitations.Add(row.Id, _oldestFirst.AddLast(row));
        _byToken.Add(row.Token!, row);
        Put(_invitationsOfSubject, row.Subject, row);
        while (_invitations.Count > capacity)
        {
            Forget(_oldestFirst.First!.Value);
        }
    }

    public void Add(ConsentEventRow row)
    {
        row.Number = ++_lastEvent;
        _events.Add(row.Number, row);
        if (row.Invitation is { } invitation)
        {
            Put(_eventsOfInvitation, invitation, row);
        }
    }

    public void RemoveToken(InvitationRow row)
    {
        if (row.Token is { } token)
        {
            _byToken.Remove(token);
            row.Token = null;
        }
    }

    public void Remove(InvitationRow row)
    {
        if (_invitations.Remove(row.Id, out var node))
        {
            _oldestFirst.Remove(node);
        }

        RemoveToken(row);
        Take(_invitationsOfSubject, row.Subject, row);
        if (!_invitationsOfSubject.ContainsKey(row.Subject))
        {
            // Who was never invited otherwise is not remembered; that they have opted out stands elsewhere.
            foreach (var identity in _identitiesOfSubject.GetValueOrDefault(row.Subject)?.ToArray() ?? [])
            {
                Remove(identity);
            }
        }
    }

    private void Forget(InvitationRow row)
    {
        Remove(row);
        if (!_forgotten.TryGetValue((row.ChannelId, row.Campaign), out var counts))
        {
            _forgotten.Add((row.ChannelId, row.Campaign), counts = new FunnelCounts());
        }

        counts.Add(row);
        if (_eventsOfInvitation.Remove(row.Id, out var events))
        {
            events.ForEach(consentEvent => _events.Remove(consentEvent.Number));
        }
    }
}
