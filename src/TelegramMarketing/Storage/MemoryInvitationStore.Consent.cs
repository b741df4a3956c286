using System.Runtime.InteropServices;
using TelegramMarketing.Invitations;

namespace TelegramMarketing.Storage;

internal sealed partial class MemoryInvitationStore
{
    private readonly Dictionary<Guid, SubjectRow> _subjects = [];
    private readonly Dictionary<CustomerId, Guid> _byCustomerId = [];
    private readonly Dictionary<long, HashSet<Guid>> _subjectsOfPerson = [];
    private readonly HashSet<long> _optedOutPersons = [];
    private readonly HashSet<long> _blockingPersons = [];
    private readonly Dictionary<long, int> _unattributedJoins = [];
    private long _eventNumber;
    private bool _isObserved;

    public Task<bool> AppendAsync(ConsentEvent consentEvent, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(consentEvent.Invitation is { } id && _invitations.TryGetValue(id, out var row) && Append(row, consentEvent));
        }
    }

    public IAsyncEnumerable<ConsentEvent> ListAsync(Guid? invitation, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var events = invitation is { } id
                ? _invitations.GetValueOrDefault(id)?.Events ?? []
                : _invitations.Values.SelectMany(row => row.Events).Concat(_subjects.Values.SelectMany(row => row.Events));
            return InOrder(events);
        }
    }

    public IAsyncEnumerable<ConsentEvent> ListForSubjectAsync(Guid subject, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _subjects.TryGetValue(subject, out var row)
                ? InOrder(row.Events.Concat(row.Invitations.SelectMany(id => _invitations[id].Events)))
                : InOrder([]);
        }
    }

    public Task<SubjectRecord?> FindSubjectAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_subjects.GetValueOrDefault(id)?.Record);
        }
    }

    public Task<SubjectRecord?> FindSubjectAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_byCustomerId.TryGetValue(customer, out var id) ? _subjects[id].Record : null);
        }
    }

    public Task<bool> OptOutAsync(OptOut optOut, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var isNews = optOut.Person is { } person && _optedOutPersons.Add(person);
            foreach (var subject in SubjectsOf(optOut).Where(subject => !subject.Record.HasOptedOut))
            {
                isNews = true;
                subject.Record = subject.Record with { HasOptedOut = true };
                AppendToAll(subject, new() { Kind = ConsentEventKind.OptedOut, At = optOut.At, Subject = subject.Record.Id, Evidence = optOut.Evidence });
            }

            return Task.FromResult(isNews);
        }
    }

    public Task<bool> IsReachableAsync(long person, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(!_optedOutPersons.Contains(person) && !_blockingPersons.Contains(person));
        }
    }

    public Task BlockAsync(long person, DateTimeOffset at, ConsentEvidence evidence, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_blockingPersons.Add(person))
            {
                return Task.CompletedTask;
            }

            foreach (var subject in SubjectsOf(person))
            {
                AppendToAll(subject, new() { Kind = ConsentEventKind.OptedOut, At = at, Subject = subject.Record.Id, Transport = Transports.Telegram, Evidence = evidence });
            }
        }

        return Task.CompletedTask;
    }

    public Task UnblockAsync(long person, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _blockingPersons.Remove(person);
        }

        return Task.CompletedTask;
    }

    public Task CountUnattributedJoinAsync(long channelId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_unattributedJoins, channelId, out _)++;
        }

        return Task.CompletedTask;
    }

    public Task<int?> GetUnattributedJoinsAsync(long channelId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<int?>(_isObserved ? _unattributedJoins.GetValueOrDefault(channelId) : null);
        }
    }

    public Task MarkObservedAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _isObserved = true;
        }

        return Task.CompletedTask;
    }

    private static IAsyncEnumerable<ConsentEvent> InOrder(IEnumerable<(long Number, ConsentEvent Event)> events) =>
        events.OrderBy(entry => entry.Number).Select(entry => entry.Event).ToArray().ToAsyncEnumerable();

    private bool Append(InvitationRow row, ConsentEvent consentEvent)
    {
        var update = consentEvent.Evidence.UpdateId;
        if (update is not null && row.Events.Exists(entry => entry.Event.Kind == consentEvent.Kind && entry.Event.Evidence.UpdateId == update))
        {
            return false;
        }

        row.Events.Add((++_eventNumber, consentEvent));
        InvitationProgress.Apply(row, consentEvent, change => Count(row.Record, change));
        return true;
    }

    private void AppendToAll(SubjectRow subject, ConsentEvent template)
    {
        if (subject.Invitations.Count == 0)
        {
            subject.Events.Add((++_eventNumber, template));
        }

        foreach (var row in subject.Invitations.Select(id => _invitations[id]))
        {
            Append(row, template with { Invitation = row.Record.Id, Channel = row.Record.Channel, Campaign = row.Record.Campaign });
        }
    }

    private IEnumerable<SubjectRow> SubjectsOf(OptOut optOut)
    {
        IEnumerable<SubjectRow> named = optOut.Customer is { } customer ? [GetOrAddSubject(new() { Id = optOut.NewSubject, Customer = customer })] : [];
        IEnumerable<SubjectRow> referred = optOut.Subject is { } id && _subjects.TryGetValue(id, out var row) ? [row] : [];
        return [.. named.Concat(referred).Concat(optOut.Person is { } person ? SubjectsOf(person) : []).Distinct()];
    }

    private IEnumerable<SubjectRow> SubjectsOf(long person) => _subjectsOfPerson.TryGetValue(person, out var ids) ? [.. ids.Select(id => _subjects[id])] : [];

    private bool HasOptedOut(SubjectRecord customer)
    {
        var known = _byCustomerId.TryGetValue(customer.Customer, out var id) ? _subjects[id] : null;
        return known is { Record.HasOptedOut: true }
            || (customer.TelegramUserId is { } given && _optedOutPersons.Contains(given))
            || known?.Persons.Any(_optedOutPersons.Contains) == true;
    }

    private SubjectRow GetOrAddSubject(SubjectRecord customer)
    {
        if (_byCustomerId.TryGetValue(customer.Customer, out var id))
        {
            return _subjects[id];
        }

        var row = new SubjectRow { Record = customer };
        _subjects.Add(customer.Id, row);
        _byCustomerId.Add(customer.Customer, customer.Id);
        return row;
    }

    private void Know(SubjectRow subject, long? person)
    {
        if (person is { } known)
        {
            subject.Record = subject.Record with { TelegramUserId = known };
            Link(subject, known);
        }
    }

    private void Link(SubjectRow subject, long person)
    {
        subject.Persons.Add(person);
        ref var subjects = ref CollectionsMarshal.GetValueRefOrAddDefault(_subjectsOfPerson, person, out _);
        (subjects ??= []).Add(subject.Record.Id);
    }

    private void ForgetInvitationOf(Guid subjectId, Guid invitation)
    {
        var subject = _subjects[subjectId];
        subject.Invitations.Remove(invitation);
        if (subject.Invitations.Count > 0 || subject.Record.HasOptedOut)
        {
            return;
        }

        _subjects.Remove(subjectId);
        _byCustomerId.Remove(subject.Record.Customer);
        foreach (var person in subject.Persons)
        {
            var subjects = _subjectsOfPerson[person];
            subjects.Remove(subjectId);
            if (subjects.Count == 0)
            {
                _subjectsOfPerson.Remove(person);
            }
        }
    }
}
