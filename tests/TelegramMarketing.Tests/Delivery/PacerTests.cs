using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Testing;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tests.Delivery;

public sealed class PacerTests : IDisposable
{
    private readonly InMemoryTelegram _time = new();
    private readonly Clock _clock;
    private readonly Pacer _pacer;
    private readonly ChatDirectory _chats;
    private readonly List<(string Name, double At)> _granted = [];

    public PacerTests()
    {
        _clock = new Clock(_time.Clock);
        _pacer = new Pacer(_clock, new PaceOptions());
        _chats = new ChatDirectory(_pacer, _clock);
    }

    [Fact]
    public async Task Acquire_ManyChatsAtOnce_AreSpreadOverTheSecond()
    {
        var sends = Enumerable.Range(1, 90).Select(person => SendAsync(Person(person), $"{person}")).ToList();

        await FinishAsync(sends);

        _granted.Should().HaveCount(90);
        for (var i = 30; i < 90; i++)
        {
            (_granted[i].At - _granted[i - 30].At).Should().BeGreaterThanOrEqualTo(1.0);
        }

        _granted[^1].At.Should().BeLessThan(3.2);
    }

    [Fact]
    public async Task Acquire_PostsAndBulkWait_PostsGoFirst()
    {
        var sends = Enumerable.Range(1, 40).Select(person => SendAsync(Person(person), "bulk", SendPriority.Bulk)).ToList();
        sends.AddRange(Enumerable.Range(1, 10).Select(channel => SendAsync(Channel(channel), "post")));

        await FinishAsync(sends);

        // Two go at once, before there is anyone to wait for.
        _granted.Select(grant => grant.Name).SkipWhile(name => name == "bulk").Take(10).Should().AllBe("post");
        _granted.FindIndex(grant => grant.Name == "post").Should().BeLessThan(4);
    }

    [Fact]
    public async Task Acquire_ManyToOneChatAndOneToEachOther_TheOthersDontWaitForTheOne()
    {
        var sends = Enumerable.Range(1, 5).Select(number => SendAsync(Channel(1), $"busy {number}")).ToList();
        sends.AddRange(Enumerable.Range(2, 5).Select(channel => SendAsync(Channel(channel), "other")));

        await FinishAsync(sends);

        _granted.Where(grant => grant.Name == "other").Should().OnlyContain(grant => grant.At < 0.5);
        _granted.Where(grant => grant.Name != "other").Select(grant => grant.Name).Should().Equal("busy 1", "busy 2", "busy 3", "busy 4", "busy 5");
        _granted.Single(grant => grant.Name == "busy 5").At.Should().BeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task Acquire_AnAlbum_CostsItsItems()
    {
        var sends = new List<Task> { SendAsync(Channel(1), "album", cost: 10), SendAsync(Channel(1), "next") };
        sends.AddRange(Enumerable.Range(2, 21).Select(channel => SendAsync(Channel(channel), "other")));

        await FinishAsync(sends);

        _granted.Single(grant => grant.Name == "next").At.Should().BeInRange(10, 10.1);
        _granted.Count(grant => grant.Name == "other" && grant.At < 1).Should().BeLessThanOrEqualTo(20, "thirty a second with the album's ten");
    }

    [Fact]
    public async Task Refused_OneChat_TheOthersGoOn()
    {
        _pacer.Refused(Channel(1), TimeSpan.FromSeconds(60));
        List<Task> sends = [SendAsync(Channel(1), "refused"), SendAsync(Channel(2), "other")];

        await FinishAsync(sends);

        _granted.Select(grant => grant.Name).Should().Equal("other", "refused");
        _granted[0].At.Should().Be(0);
        _granted[1].At.Should().BeInRange(60, 60.2);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public async Task Refused_ASecondChat_PausesTheBotWithinTenSeconds(int secondsBetween, bool isPaused)
    {
        _pacer.Refused(Channel(1), TimeSpan.FromSeconds(1));
        await _time.AdvanceAsync(TimeSpan.FromSeconds(secondsBetween));
        _pacer.Refused(Channel(2), TimeSpan.FromSeconds(30));

        await FinishAsync([SendAsync(Channel(3), "other")]);

        _granted[0].At.Should().BeInRange(isPaused ? secondsBetween + 30 : secondsBetween, isPaused ? secondsBetween + 30.2 : secondsBetween);
    }

    [Fact]
    public async Task Acquire_AfterALongRest_IsNotFasterThanBefore()
    {
        await FinishAsync([.. Enumerable.Range(1, 30).Select(person => SendAsync(Person(person), "before"))]);
        await _time.AdvanceAsync(TimeSpan.FromMinutes(5));
        _granted.Clear();

        await FinishAsync([.. Enumerable.Range(1, 60).Select(person => SendAsync(Person(person), "after"))]);

        var second = _granted[0].At + 1;
        _granted.Count(grant => grant.At < second).Should().BeLessThanOrEqualTo(31);
    }

    [Fact]
    public async Task Acquire_ManyAreCancelled_NoneOfThemTakesAPlace()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = Enumerable.Range(1, 200).Select(person => SendAsync(Person(person), "cancelled", cancellationToken: cancellation.Token)).ToList();
        await _time.AdvanceAsync(TimeSpan.FromMilliseconds(500));
        var before = _granted.Count;
        await cancellation.CancelAsync();
        var kept = Enumerable.Range(1_001, 30).Select(person => SendAsync(Person(person), "kept")).ToList();

        await FinishAsync(kept);
        await Task.WhenAll(cancelled).ContinueWith(static _ => { }, TaskScheduler.Default);

        cancelled.Count(send => send.IsCanceled).Should().Be(200 - before);
        _granted.Count(grant => grant.Name == "cancelled").Should().Be(before);
        _granted[^1].At.Should().BeLessThan(1.7, "the places of the cancelled ones are free");
    }

    [Fact]
    public async Task Dispose_SomebodyWaits_IsToldSo()
    {
        var sends = Enumerable.Range(1, 10).Select(person => SendAsync(Person(person), "send")).ToList();
        await _time.AdvanceAsync(TimeSpan.Zero);

        _pacer.Dispose();

        await FluentActions.Awaiting(() => sends[^1]).Should().ThrowAsync<ObjectDisposedException>();
        await FluentActions.Awaiting(() => SendAsync(Person(11), "too late")).Should().ThrowAsync<ObjectDisposedException>();
    }

    public void Dispose() => _pacer.Dispose();

    private ChatState Person(int id) => _chats.Get(ChatTarget.ForPerson(id));

    private ChatState Channel(int number) => _chats.Get(new ChatTarget($"channel{number}", 0));

    private async Task SendAsync(ChatState chat, string name, SendPriority priority = SendPriority.Post, int cost = 1, CancellationToken cancellationToken = default)
    {
        using var activity = _clock.BeginOperation();
        using var turn = chat.Turns.Enter();
        await turn.WaitAsync(cancellationToken);
        var permit = await _pacer.AcquireAsync(chat, cost, priority, cancellationToken);
        lock (_granted)
        {
            _granted.Add((name, TimeSpan.FromTicks(_pacer.Now).TotalSeconds));
        }

        _pacer.Complete(permit, typical: true);
    }

    private async Task FinishAsync(IReadOnlyList<Task> sends)
    {
        for (var seconds = 0; seconds < 600 && !sends.All(send => send.IsCompleted); seconds++)
        {
            await _time.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        await Task.WhenAll(sends);
    }
}
