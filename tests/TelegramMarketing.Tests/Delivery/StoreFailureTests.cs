using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Delivery;

/// <summary>A store that is gone for a while makes nothing go out twice, and nothing that went out look as if it had not.</summary>
public sealed class StoreFailureTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
    private static readonly Post _post = Post.News(PostText.Plain("Ciao!"));
    private readonly InMemoryTelegram _telegram = new();
    private readonly FailingStorage _storage = new();
    private readonly TelegramChannel _shop;
    private readonly ServiceProvider _services;

    public StoreFailureTests()
    {
        _shop = _telegram.AddChannel("@my_shop", "My shop");
        _shop.AddAdministrator(_telegram.AddBot("shop_bot"));
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram);
        services.AddKeyedSingleton<IBotStorageFactory>("", _storage);
        _services = services.BuildServiceProvider();
    }

    private IChannelPublisher Publisher => _services.GetRequiredService<IChannelPublisher>();

    [Theory]
    [InlineData(PublicationState.Sending)]
    [InlineData(PublicationState.Published)]
    public async Task PublishAsync_StoreGoneForAMinute_PublishedOnceWhenItIsBack(PublicationState saving)
    {
        var isGone = true;
        _storage.IsGone = entry => isGone && entry.State == saving;

        var publishing = Publisher.PublishAsync(_channel, _post);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
        publishing.IsCompleted.Should().BeFalse("a caller who is told that it failed would publish it again");
        _shop.Posts.Should().HaveCount(saving == PublicationState.Published ? 1 : 0, "nothing is sent whose intent is not recorded");
        isGone = false;
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(5));

        (await publishing).State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task PublishAsync_StoreGoneAfterItWasRecorded_GoesOutOnce()
    {
        _storage.LosesAnswers = true;
        await Publisher.Awaiting(publisher => publisher.PublishAsync(_channel, _post)).Should().ThrowAsync<TelegramMarketingException>();
        _storage.LosesAnswers = false;

        _services.GetRequiredService<BotRegistry>().Get("").Start();
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(10));

        _shop.Posts.Should().ContainSingle("it is in the ledger, and whoever finds it there may send it");
    }

    [Fact]
    public async Task PublishAsync_StoreGoneWhenTheOutcomeIsUnknown_StillClearedUp()
    {
        _telegram.FailNext(TelegramFault.LoseAnswer());
        var isGone = true;
        _storage.IsGone = entry => isGone && entry.State == PublicationState.Unknown;

        var publishing = Publisher.PublishAsync(_channel, _post);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
        var failure = (await ((Func<Task>)(() => publishing)).Should().ThrowAsync<TelegramMarketingException>()).Which;
        isGone = false;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));

        failure.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        (await _services.GetRequiredService<IPublicationLedger>().FindAsync(failure.PublicationId!.Value))!.State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InDoubt_StoreGoneWhenItIsFound_RecordedAndFinishedWhenItIsBack(bool hasTwoParts)
    {
        var id = await PublishInDoubtAsync(hasTwoParts ? TwoParts : _post);
        var isGone = true;
        _storage.IsGone = _ => isGone;

        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));
        isGone = false;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        _storage.SavedState(id).Should().Be(PublicationState.Published);
        _shop.Posts.Should().HaveCount(hasTwoParts ? 2 : 1);
    }

    [Fact]
    public async Task InDoubt_StoreGoneWhenItIsLookedFor_LookedForAgainWhenItIsBack()
    {
        var id = await PublishInDoubtAsync(_post);
        _storage.MessagesAreGone = true;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        _storage.SavedState(id).Should().Be(PublicationState.Unknown);

        _storage.MessagesAreGone = false;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(20));

        _storage.SavedState(id).Should().Be(PublicationState.Published, "nobody else would look for it before the next start");
        _shop.Posts.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InDoubt_LeaseLostWhenItIsClearedUp_FinishedWhenTheLeaseIsBack(bool hadArrived)
    {
        var id = await PublishInDoubtAsync(TwoParts, hadArrived);
        _storage.IsLeaseElsewhere = true;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));
        _shop.AddPost("A later post of somebody else");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(30));
        _shop.Posts.Should().HaveCount(hadArrived ? 2 : 1, "another process may send now");

        _storage.IsLeaseElsewhere = false;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        _storage.SavedState(id).Should().Be(PublicationState.Published);
        _shop.Posts.Should().HaveCount(3);
    }

    [Fact]
    public async Task Held_StoreGoneWhenTheRightsAreBack_GoesOutLater()
    {
        var bot = _telegram.Bots[0];
        _shop.RemoveAdministrator(bot);
        var held = (await ((Func<Task>)(() => Publisher.PublishAsync(_channel, _post))).Should().ThrowAsync<TelegramMarketingException>()).Which;
        _shop.AddAdministrator(bot);
        var isGone = true;
        _storage.IsGone = entry => isGone && entry.State == PublicationState.Sending;

        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(3));
        _shop.Posts.Should().BeEmpty();
        isGone = false;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));

        (await _services.GetRequiredService<IPublicationLedger>().FindAsync(held.PublicationId!.Value))!.State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task OutcomeThatTheStoreNeverTakes_KeepsBackNoOtherPost()
    {
        var scheduler = _services.GetRequiredService<IPostScheduler>();
        var first = await scheduler.ScheduleAsync(_channel, _post, _telegram.Clock.GetUtcNow().AddMinutes(1));
        _storage.IsGone = entry => entry.Id == first.Id && entry.HasEnded;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));

        await scheduler.ScheduleAsync(_channel, Post.News(PostText.Plain("Poi")), _telegram.Clock.GetUtcNow().AddMinutes(1));
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));

        _shop.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task EndOfAPost_StoreGoneWhenItIsMade_RecordedWhenItIsBack()
    {
        var publishing = Publisher.PublishAsync(_channel, _post);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(5));
        var end = await _services.GetRequiredService<IPostScheduler>().EndAsync((await publishing).Id, PostEnding.DeleteAfter(TimeSpan.FromHours(1)));
        var isGone = true;
        _storage.IsGone = entry => isGone && entry.Id == end.Id;
        await _telegram.AdvanceAsync(TimeSpan.FromHours(2));
        _shop.Posts.Should().BeEmpty();

        isGone = false;
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(5));

        _storage.SavedState(end.Id).Should().Be(PublicationState.Published, "nobody would look at it again before the next start");
    }

    [Fact]
    public async Task Scheduled_PublicationInDoubtBeyondTheGracePeriodThenSentAgain_NotCalledMissed()
    {
        // Between its two parts the publication waits in the store, and the outbox finds it long after it was due.
        _telegram.FailNext(TelegramFault.BadGateway());
        var publishing = Publisher.PublishAsync(_channel, TwoParts);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
        var failure = (await ((Func<Task>)(() => publishing)).Should().ThrowAsync<TelegramMarketingException>()).Which;

        await _telegram.AdvanceAsync(TimeSpan.FromHours(3));
        _shop.AddPost("A later post of somebody else");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(1));

        (await _services.GetRequiredService<IPublicationLedger>().FindAsync(failure.PublicationId!.Value))!.State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().HaveCount(3, "two parts and somebody else's");
    }

    private static Post TwoParts => Post.News(PostText.Plain(string.Join("\n\n", Enumerable.Range(0, 60).Select(number => $"Capitolo {number}. " + new string('a', 100)))));

    private async Task<Guid> PublishInDoubtAsync(Post post, bool arrives = true)
    {
        _telegram.FailNext(arrives ? TelegramFault.LoseAnswer() : TelegramFault.BadGateway());
        var publishing = Publisher.PublishAsync(_channel, post);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(1));
        return (await ((Func<Task>)(() => publishing)).Should().ThrowAsync<TelegramMarketingException>()).Which.PublicationId!.Value;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _services.DisposeAsync().AsTask();
}
