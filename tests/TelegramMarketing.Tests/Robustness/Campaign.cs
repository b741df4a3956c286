using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>
/// Many posts of every shape to several channels, by callers who give up, who repeat under a key, and who repeat without one. It knows what each caller was told, and
/// compares that with the ledger and with the channels.
/// </summary>
internal sealed class Campaign
{
    private readonly FakeHost _host;
    private readonly Random _random;
    private readonly Lock _lock = new();
    private readonly List<(int Number, int Room, Publication? Published, Exception? Failure)> _told = [];

    public Campaign(FakeHost host, int channels, Random random)
    {
        _host = host;
        _random = random;
        Rooms = [host.Shop, .. Enumerable.Range(1, channels - 1).Select(number => host.Telegram.AddChannel($"@room{number}"))];
        foreach (var room in Rooms)
        {
            room.AddAdministrator(host.Bot);
        }
    }

    public List<TelegramChannel> Rooms { get; }

    /// <summary>Publishes them, each caller by himself.</summary>
    public Task RunAsync(int posts)
    {
        var callers = new List<Task>();
        for (var number = 0; number < posts; number++)
        {
            // Drawn here, since callers run in any order.
            var key = _random.NextDouble() < 0.3 ? $"key{number}" : null;
            var repeats = key is null ? 1 : _random.Next(1, 4);
            TimeSpan? patience = _random.NextDouble() < 0.2 ? TimeSpan.FromSeconds(_random.Next(0, 1200)) : null;
            callers.Add(CallAsync(number, number % Rooms.Count, key, repeats, patience));
        }

        return Task.WhenAll(callers);
    }

    /// <summary>Settles everything in doubt by what stands in the channel.</summary>
    public async Task SettleAsync()
    {
        await foreach (var publication in _host.Ledger.ListAsync(PublicationState.Unknown))
        {
            var known = publication.Messages.Select(message => message.MessageId).ToHashSet();
            var inDoubt = Newsroom.MessagesByMarker(RoomOf(publication), _told.Count)[publication.Tags[0]].Where(message => !known.Contains(message)).ToList();
            if (inDoubt.Count > 0)
            {
                await _host.DriveAsync(_host.Ledger.SettleAsPublishedAsync(publication.Id, inDoubt));
            }
            else
            {
                await _host.DriveAsync(_host.Ledger.SettleAsNotPublishedAsync(publication.Id));
            }
        }
    }

    /// <summary>Nothing twice, nothing lost, nothing said that is not so.</summary>
    public async Task VerifyAsync()
    {
        var ledger = await _host.LedgerAsync();
        var byMarker = ledger.ToLookup(publication => publication.Tags[0]);
        foreach (var (number, _, published, failure) in _told)
        {
            VerifyTold(byMarker[Newsroom.Marker(number)].ToList(), number, published, failure);
        }

        for (var room = 0; room < Rooms.Count; room++)
        {
            var messages = Newsroom.MessagesByMarker(Rooms[room], _told.Count);
            messages[""].Should().BeEmpty("every post belongs to a publication");
            messages.Select(group => group.Key).Should().BeSubsetOf(byMarker.Select(group => group.Key));
            foreach (var publication in ledger.Where(publication => RoomOf(publication) == Rooms[room]))
            {
                await VerifyChannelAsync(publication, [.. messages[publication.Tags[0]]]);
            }
        }
    }

    private static void VerifyTold(List<Publication> recorded, int number, Publication? published, Exception? failure)
    {
        recorded.Count.Should().BeLessThanOrEqualTo(1, $"post {number} was asked for once, or under one key");
        switch (failure)
        {
            case null:
                published!.State.Should().Be(PublicationState.Published);
                recorded.Should().ContainSingle().Which.Should().BeEquivalentTo(published);
                break;
            case TelegramMarketingException exception:
                exception.PublicationId.Should().NotBeNull($"post {number} ended as {exception.Error}: {exception.Message}");
                recorded.Should().ContainSingle().Which.Id.Should().Be(exception.PublicationId!.Value);
                break;
            default:
                failure.Should().BeAssignableTo<OperationCanceledException>($"post {number} may end in no other way");
                break;
        }
    }

    private async Task VerifyChannelAsync(Publication publication, List<int> there)
    {
        var confirmed = publication.Messages.Select(message => message.MessageId).ToList();
        confirmed.Should().OnlyHaveUniqueItems();
        switch (publication.State)
        {
            case PublicationState.Published:
                there.Should().BeEquivalentTo(confirmed, $"{publication} is wholly there, once");
                break;
            case PublicationState.Unknown:
                confirmed.Should().BeSubsetOf(there);
                var parts = (await _host.Publisher.PlanAsync(Newsroom.PostOf(NumberOf(publication)))).Messages;
                var inDoubt = parts[PartsIn(parts, confirmed.Count)].Cost;
                (there.Count - confirmed.Count).Should().BeInRange(0, inDoubt, $"of {publication} one part is in doubt, and may be there once");
                break;
            default:
                there.Should().BeEquivalentTo(confirmed, $"of {publication} nothing is there but what is confirmed");
                break;
        }
    }

    private static int PartsIn(IReadOnlyList<PlannedMessage> parts, int messages)
    {
        var done = 0;
        for (var sum = 0; sum < messages; done++)
        {
            sum += parts[done].Cost;
        }

        return done;
    }

    private static int NumberOf(Publication publication) => int.Parse(publication.Tags[0].Trim('p', 'q'), System.Globalization.CultureInfo.InvariantCulture);

    private TelegramChannel RoomOf(Publication publication) =>
        Rooms.Single(room => string.Equals(room.Username, publication.Channel.Username, StringComparison.OrdinalIgnoreCase) || room.Id == publication.Channel.Id);

    private async Task CallAsync(int number, int room, string? key, int repeats, TimeSpan? patience)
    {
        using var giveUp = patience is { } time ? new CancellationTokenSource(time, _host.Telegram.Clock) : new CancellationTokenSource();
        Publication? published = null;
        Exception? failure = null;
        for (var asked = 0; asked < repeats; asked++)
        {
            try
            {
                published = await _host.Publisher.PublishAsync(ChannelAddress.FromUsername(Rooms[room].Username!), Newsroom.PostOf(number), key, asked == 0 ? giveUp.Token : CancellationToken.None);
                failure = null;
                break;
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }

        lock (_lock)
        {
            _told.Add((number, room, published, failure));
        }
    }
}
