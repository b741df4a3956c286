using System.Runtime.InteropServices;

namespace TelegramMarketing.Storage;

/// <summary>
/// Invitations and consent in memory. Beyond <see cref="MemoryOptions.Invitations"/> the oldest invitations and their events are forgotten; counts and opt-outs never are.
/// </summary>
internal sealed partial class MemoryInvitationStore(MemoryOptions options) : IInvitationStore, IConsentStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, InvitationRow> _invitations = [];
    private readonly LinkedList<Guid> _oldestFirst = [];
    private readonly Dictionary<string, Guid> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Subject, long Channel), Guid> _byCustomer = [];
    private readonly Dictionary<(long Channel, long Person), Guid> _byPerson = [];
    private readonly Dictionary<(long Channel, string? Campaign), FunnelCounts> _counts = [];

    /// <summary>How much is kept, in entries.</summary>
    public int Rows
    {
        get
        {
            lock (_lock)
            {
                return _invitations.Count + _oldestFirst.Count + _byToken.Count + _byCustomer.Count + _byPerson.Count + _subjects.Count + _byCustomerId.Count + _subjectsOfPerson.Count;
            }
        }
    }

    public Task<InvitationClaim> ClaimAsync(InvitationRecord invitation, SubjectRecord customer, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (HasOptedOut(customer))
            {
                return Task.FromResult(new InvitationClaim { HasOptedOut = true });
            }

            var subject = GetOrAddSubject(customer);
            var key = (subject.Record.Id, invitation.ChannelId);
            if (_byCustomer.TryGetValue(key, out var earlier))
            {
                return Task.FromResult(new InvitationClaim { Earlier = _invitations[earlier].Record });
            }

            Know(subject, customer.TelegramUserId);
            var won = invitation with { Subject = subject.Record.Id };
            _invitations.Add(won.Id, new InvitationRow { Record = won, Age = _oldestFirst.AddLast(won.Id) });
            _byCustomer.Add(key, won.Id);
            subject.Invitations.Add(won.Id);
            ForgetOldest();
            return Task.FromResult(new InvitationClaim { Won = won });
        }
    }

    public Task ReleaseAsync(Guid id, bool keepTrace, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_invitations.TryGetValue(id, out var row))
            {
                return Task.CompletedTask;
            }

            _byCustomer.Remove((row.Record.Subject, row.Record.ChannelId));
            if (!keepTrace)
            {
                Forget(id);
            }
        }

        return Task.CompletedTask;
    }

    public Task<InvitationRecord> CompleteAsync(Guid id, string? personalLink, ConsentEvent invited, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var row = Row(id);
            row.Record = row.Record with { PersonalLink = personalLink };
            _byToken.Add(row.Record.Token, id);
            Append(row, invited);
            return Task.FromResult(row.Record);
        }
    }

    public Task<InvitationRecord> SetPersonalLinkAsync(Guid id, string personalLink, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var row = Row(id);
            row.Record = row.Record with { PersonalLink = personalLink };
            return Task.FromResult(row.Record);
        }
    }

    public Task<InvitationRecord?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_invitations.GetValueOrDefault(id)?.Record);
        }
    }

    public Task<InvitationRecord?> FindByTokenAsync(string token, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_byToken.TryGetValue(token, out var id) ? _invitations[id].Record : null);
        }
    }

    public Task<InvitationRecord?> FindByPersonAsync(long channelId, long person, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_byPerson.TryGetValue((channelId, person), out var id) ? _invitations[id].Record : null);
        }
    }

    public Task<bool> TryBindAsync(Guid id, long person, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_invitations.TryGetValue(id, out var row) || (row.Record.Person is { } owner && owner != person))
            {
                return Task.FromResult(false);
            }

            row.Record = row.Record with { Person = person };
            _byPerson[(row.Record.ChannelId, person)] = id;
            var subject = _subjects[row.Record.Subject];
            Know(subject, subject.Record.TelegramUserId ?? person);
            Link(subject, person);
            return Task.FromResult(true);
        }
    }

    public Task<bool> TryBeginDeliveryAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var row = Row(id);
            if (row.Record.Delivery != DeliveryState.Open)
            {
                return Task.FromResult(false);
            }

            row.Record = row.Record with { Delivery = DeliveryState.Begun };
            return Task.FromResult(true);
        }
    }

    public Task ReleaseDeliveryAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_invitations.TryGetValue(id, out var row) && row.Record.Delivery == DeliveryState.Begun)
            {
                row.Record = row.Record with { Delivery = DeliveryState.Open };
            }
        }

        return Task.CompletedTask;
    }

    public Task<FunnelCounts> CountAsync(long channelId, string? campaign, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_counts.GetValueOrDefault((channelId, campaign)) ?? new FunnelCounts());
        }
    }

    private InvitationRow Row(Guid id) =>
        _invitations.GetValueOrDefault(id) ?? throw new InvalidOperationException($"The invitation {id} is not there, or no longer kept. MemoryOptions.Invitations says how many are.");

    private void ForgetOldest()
    {
        while (_invitations.Count > options.Invitations && _oldestFirst.First is { } oldest)
        {
            Forget(oldest.Value);
        }
    }

    private void Forget(Guid id)
    {
        if (!_invitations.Remove(id, out var row))
        {
            return;
        }

        _oldestFirst.Remove(row.Age);
        var record = row.Record;
        _byToken.Remove(record.Token);
        RemoveIfHolds(_byCustomer, (record.Subject, record.ChannelId), id);
        if (record.Person is { } person)
        {
            RemoveIfHolds(_byPerson, (record.ChannelId, person), id);
        }

        ForgetInvitationOf(record.Subject, id);
    }

    private static void RemoveIfHolds<TKey>(Dictionary<TKey, Guid> index, TKey key, Guid id)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var held) && held == id)
        {
            index.Remove(key);
        }
    }

    private void Count(InvitationRecord invitation, Func<FunnelCounts, FunnelCounts> change)
    {
        Change((invitation.ChannelId, null));
        if (invitation.Campaign is not null)
        {
            Change((invitation.ChannelId, invitation.Campaign));
        }

        void Change((long, string?) key)
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
            counts = change(counts ?? new FunnelCounts());
        }
    }
}
