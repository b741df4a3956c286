using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Storage;
using TelegramMarketing.Testing;
using TelegramMarketing.Tests.Delivery;

namespace TelegramMarketing.Tests.Scheduling;

/// <summary>What a caller is told to have failed has not happened, and may be asked for again.</summary>
public sealed class ScheduleFailureTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
    private static readonly Post _post = Post.Event(PostText.Plain("Degustazione sabato alle 18"));
    private readonly InMemoryTelegram _telegram = new();
    private readonly FailingStorage _storage = new();
    private readonly TelegramChannel _shop;
    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _giveUp = new();

    public ScheduleFailureTests()
    {
        _shop = _telegram.AddChannel("@my_shop", "My shop");
        _shop.AddAdministrator(_telegram.AddBot("shop_bot"));
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram);
        services.AddKeyedSingleton<IBotStorageFactory>("", _storage);
        _services = services.BuildServiceProvider();
    }

    private IPostScheduler Scheduler => _services.GetRequiredService<IPostScheduler>();

    private DateTimeOffset Now => _telegram.Clock.GetUtcNow();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ScheduleAsync_RecurringWithAKeyFailsMidway_TheNextCallCompletesIt(bool callerGivesUp)
    {
        var daily = Recurrence.Cron("0 12 * * *", "UTC") with { From = Now, Times = 5 };
        Task<IReadOnlyList<Publication>> ScheduleAsync(CancellationToken token) => Scheduler.ScheduleAsync(_channel, _post, daily, idempotencyKey: "menu", cancellationToken: token);
        FailAtThird(callerGivesUp);
        await ((Func<Task>)(() => ScheduleAsync(_giveUp.Token))).Should().ThrowAsync<Exception>();
        (await Scheduler.ListAsync().ToListAsync()).Should().HaveCount(2);
        _storage.RefusesToAdd = _ => false;

        var publications = await ScheduleAsync(default);
        await _telegram.AdvanceAsync(TimeSpan.FromDays(6));

        publications.Should().HaveCount(5).And.OnlyContain(publication => publication.State == PublicationState.Scheduled);
        _shop.Posts.Should().HaveCount(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ScheduleAsync_RecurringWithoutAKeyFailsMidway_NothingStaysAndTheNextCallDoublesNothing(bool callerGivesUp)
    {
        var daily = Recurrence.Cron("0 12 * * *", "UTC") with { Times = 5 };
        FailAtThird(callerGivesUp);
        var fail = () => Scheduler.ScheduleAsync(_channel, _post, daily, cancellationToken: _giveUp.Token);
        (await fail.Should().ThrowAsync<Exception>()).Which.Should().Match(exception => callerGivesUp ? exception is OperationCanceledException : exception is TelegramMarketingException);
        (await Scheduler.ListAsync().ToListAsync()).Should().BeEmpty();
        _storage.RefusesToAdd = _ => false;

        await Scheduler.ScheduleAsync(_channel, _post, daily);
        await _telegram.AdvanceAsync(TimeSpan.FromDays(6));

        _shop.Posts.Should().HaveCount(5);
    }

    [Fact]
    public async Task ScheduleAsync_RecurringWithoutAKey_OneCannotBeUndone_TheOthersAreAndTheFirstFailureIsTold()
    {
        Guid? stuck = null;
        _storage.IsGone = entry => entry.Id == (stuck ??= entry.Id);
        FailAtThird(callerGivesUp: false);

        var fail = () => Scheduler.ScheduleAsync(_channel, _post, Recurrence.Cron("0 12 * * *", "UTC") with { Times = 5 });

        await fail.Should().ThrowAsync<TelegramMarketingException>().WithMessage("The store is gone.");
        _storage.SavedState(stuck!.Value).Should().Be(PublicationState.Scheduled);
        (await Scheduler.ListAsync().ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task EditAsyncAndRescheduleAsync_NotSaved_GoesOutAsItWas()
    {
        var at = Now.AddHours(2);
        var scheduled = await Scheduler.ScheduleAsync(_channel, _post, at, idempotencyKey: "tasting");
        _storage.IsGone = _ => true;
        await ((Func<Task>)(() => Scheduler.EditAsync(scheduled.Id, Post.Promotion(PostText.Plain("Rimandata"))))).Should().ThrowAsync<TelegramMarketingException>();
        await ((Func<Task>)(() => Scheduler.RescheduleAsync(scheduled.Id, Now.AddHours(1)))).Should().ThrowAsync<TelegramMarketingException>();
        _storage.IsGone = _ => false;
        (await Scheduler.ListAsync().ToListAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(scheduled);
        await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, Post.News(PostText.Plain("Altro")), at, idempotencyKey: "tasting")))
            .Should().ThrowAsync<TelegramMarketingException>("the key stands for what it stood for").WithMessage("*other content*");

        await _telegram.AdvanceAsync(TimeSpan.FromHours(3));

        var post = _shop.Posts.Should().ContainSingle().Subject;
        (post.Text, post.Date).Should().Be(("Degustazione sabato alle 18", at));
    }

    [Theory]
    [InlineData(PublicationAction.Publish)]
    [InlineData(PublicationAction.Edit)]
    public async Task RescheduleAsync_PostOrItsEndNotSaved_EndsAsLongAfterThePost(PublicationAction unsaved)
    {
        var offer = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(10));
        await Scheduler.EndAsync(offer.Id, PostEnding.ExpireTo(Post.Event(PostText.Plain("Finita")), TimeSpan.FromHours(2)));
        _storage.IsGone = entry => entry.Action == unsaved;
        await ((Func<Task>)(() => Scheduler.RescheduleAsync(offer.Id, Now.AddHours(1)))).Should().ThrowAsync<TelegramMarketingException>();
        _storage.IsGone = _ => false;

        await _telegram.AdvanceAsync(TimeSpan.FromHours(11.9));
        _shop.Posts.Should().ContainSingle().Which.Text.Should().Be("Degustazione sabato alle 18");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(0.2));

        _shop.Posts.Should().ContainSingle().Which.Text.Should().Be("Finita");
    }

    [Fact]
    public async Task EndAsync_PostThatIsNotOutYet_IsLookedForEachMinuteAndNotEachSecond()
    {
        var looks = 0;
        _telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "sendMessage" });
        _telegram.FailNext(TelegramFault.RefuseConnection() with { Method = "page", Times = int.MaxValue });
        var offer = await Scheduler.ScheduleAsync(_channel, _post, Now.AddMinutes(1));
        var end = await Scheduler.EndAsync(offer.Id, PostEnding.ExpireTo(Post.Event(PostText.Plain("Finita")), TimeSpan.FromMinutes(1)));
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        _storage.Looked = id => looks += id == end.Id ? 1 : 0;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));

        looks.Should().BeInRange(8, 11);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        _giveUp.Dispose();
    }

    private void FailAtThird(bool callerGivesUp)
    {
        var asked = 0;
        _storage.RefusesToAdd = _ =>
        {
            if (++asked < 3)
            {
                return false;
            }

            if (callerGivesUp)
            {
                _giveUp.Cancel();
            }

            return !callerGivesUp;
        };
    }
}
