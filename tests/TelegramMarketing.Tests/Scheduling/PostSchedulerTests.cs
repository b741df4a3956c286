using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Scheduling;

/// <summary>A scheduled post goes out at its time, once, and can be moved, changed and cancelled until then.</summary>
public sealed class PostSchedulerTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
    private static readonly Post _post = Post.Event(PostText.Plain("Degustazione sabato alle 18"));
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramChannel _shop;
    private readonly ServiceProvider _services;

    public PostSchedulerTests()
    {
        _shop = _telegram.AddChannel("@my_shop", "My shop");
        _shop.AddAdministrator(_telegram.AddBot("shop_bot"));
        _services = new ServiceCollection().AddTelegramMarketing().UseInMemoryTelegram(_telegram).Services.BuildServiceProvider();
    }

    private IPublicationLedger Ledger => _services.GetRequiredService<IPublicationLedger>();

    private IPostScheduler Scheduler => _services.GetRequiredService<IPostScheduler>();

    private DateTimeOffset Now => _telegram.Clock.GetUtcNow();

    [Fact]
    public async Task ScheduleAsync_AtATime_GoesOutThenAndNotBefore()
    {
        var scheduled = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(2));
        scheduled.State.Should().Be(PublicationState.Scheduled);

        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(119));
        _shop.Posts.Should().BeEmpty();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        _shop.Posts.Should().ContainSingle().Which.Date.Should().Be(scheduled.DueAt);
        (await FindAsync(scheduled.Id)).State.Should().Be(PublicationState.Published);
    }

    [Fact]
    public async Task CancelAsync_WhileTelegramAsksForPatience_IsCancelledAndNeverGoesOut()
    {
        var scheduled = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(1));
        _telegram.FailNext(TelegramFault.TooManyRequests(60));
        await _telegram.AdvanceAsync(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(10));
        (await FindAsync(scheduled.Id)).State.Should().Be(PublicationState.Sending);

        await Scheduler.CancelAsync(scheduled.Id);
        await _telegram.AdvanceAsync(TimeSpan.FromHours(3));

        (await FindAsync(scheduled.Id)).State.Should().Be(PublicationState.Cancelled);
        _shop.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task ScheduleAsync_AddressAsItIsPasted_GoesOut()
    {
        await Scheduler.ScheduleAsync($"t.me/{_channel.Username}", _post, Now.AddHours(1));
        await Scheduler.ScheduleAsync($"t.me/{_channel.Username}", _post, Recurrence.Cron("0 12 * * *", "UTC") with { Times = 2 });
        await _telegram.AdvanceAsync(TimeSpan.FromDays(3));

        _shop.Posts.Should().HaveCount(3);
    }

    [Fact]
    public async Task RescheduleEditAndCancel_BeforeItsTime_HoldFromThenOn()
    {
        var moved = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(9));
        var edited = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(2));
        var cancelled = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(3));

        await Scheduler.RescheduleAsync(moved.Id, Now.AddHours(1));
        await Scheduler.EditAsync(edited.Id, Post.Promotion(PostText.Plain("Rimandata")));
        await Scheduler.CancelAsync(cancelled.Id);
        (await Scheduler.ListAsync().Select(publication => publication.Id).ToListAsync()).Should().Equal(moved.Id, edited.Id);
        await _telegram.AdvanceAsync(TimeSpan.FromHours(12));

        _shop.Posts.Select(post => post.Text).Should().Equal("Degustazione sabato alle 18", "Rimandata");
        (await FindAsync(edited.Id)).Kind.Should().Be(PostKind.Promotion);
        (await FindAsync(cancelled.Id)).State.Should().Be(PublicationState.Cancelled);
    }

    [Fact]
    public async Task ScheduleAsync_ByAKeyWhosePostWasEdited_GivesItBackAsItStands()
    {
        Task<Publication> StartAsync() => Scheduler.ScheduleAsync(_channel, _post, new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.Zero), idempotencyKey: "new year");
        var scheduled = await StartAsync();

        await Scheduler.EditAsync(scheduled.Id, Post.Promotion(PostText.Plain("Rimandata")));

        (await StartAsync()).Should().BeEquivalentTo(new { scheduled.Id, Kind = PostKind.Promotion });
        (await Scheduler.ListAsync().ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task EditAsync_AlreadyPublished_SaysSo()
    {
        var scheduled = await Scheduler.ScheduleAsync(_channel, _post, Now.AddMinutes(1));
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));

        await ((Func<Task>)(() => Scheduler.EditAsync(scheduled.Id, _post))).Should().ThrowAsync<InvalidOperationException>().WithMessage("*is Published*");
        await ((Func<Task>)(() => Scheduler.RescheduleAsync(scheduled.Id, Now.AddHours(1)))).Should().ThrowAsync<InvalidOperationException>().WithMessage("*is Published*");
    }

    [Theory]
    [InlineData(QuietHoursPolicy.Silence)]
    [InlineData(QuietHoursPolicy.Move)]
    public async Task ScheduleAsync_InQuietHours_SilentOrMoved(QuietHoursPolicy policy)
    {
        // The fake's clock starts at nine in the morning.
        var night = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), TimeZoneInfo.Utc) { Policy = policy };

        var scheduled = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(15), night);
        await _telegram.AdvanceAsync(TimeSpan.FromDays(1));

        var post = _shop.Posts.Should().ContainSingle().Subject;
        post.IsSilent.Should().Be(policy == QuietHoursPolicy.Silence);
        post.Date.TimeOfDay.Should().Be(policy == QuietHoursPolicy.Silence ? TimeSpan.Zero : TimeSpan.FromHours(8));
        scheduled.DueAt.Should().Be(post.Date);
    }

    [Fact]
    public async Task ScheduleAsync_Recurring_EachTimeAPublicationOfItsOwn()
    {
        var mondays = Recurrence.Cron("0 9 * * MON", "Europe/Rome") with { Times = 3 };

        var publications = await Scheduler.ScheduleAsync(_channel, _post, mondays);
        await Scheduler.CancelAsync(publications[1].Id);
        await _telegram.AdvanceAsync(TimeSpan.FromDays(30));

        _shop.Posts.Select(post => post.Date).Should().Equal(publications[0].DueAt, publications[2].DueAt);
    }

    [Fact]
    public async Task ScheduleAsync_SameKeyTwice_ScheduledOnce()
    {
        var first = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(1), idempotencyKey: "tasting");
        var second = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(1), idempotencyKey: "tasting");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(2));

        second.Id.Should().Be(first.Id);
        _shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task ScheduleAsync_KnownKeyWhoseTimeIsPast_GivesThePublicationBack()
    {
        var at = Now.AddHours(1);
        var first = await Scheduler.ScheduleAsync(_channel, _post, at, idempotencyKey: "tasting");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(2));

        var again = await Scheduler.ScheduleAsync(_channel, _post, at, idempotencyKey: "tasting");

        again.Id.Should().Be(first.Id);
        again.State.Should().Be(PublicationState.Published);
        (await Ledger.FindAsync(_channel, "tasting"))!.Id.Should().Be(first.Id);
        (await Ledger.FindAsync(_channel, "another")).Should().BeNull();
        await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, _post, at, idempotencyKey: "another"))).Should().ThrowAsync<ArgumentOutOfRangeException>("a new one would be late");
    }

    [Fact]
    public async Task ScheduleAsync_RecurringWithAKeyAtEveryStart_EachTimeOnce()
    {
        var daily = Recurrence.Cron("0 12 * * *", "UTC") with { From = Now, Times = 4 };
        var first = await Scheduler.ScheduleAsync(_channel, _post, daily, idempotencyKey: "menu");
        await _telegram.AdvanceAsync(TimeSpan.FromDays(2));

        var again = await Scheduler.ScheduleAsync(_channel, _post, daily, idempotencyKey: "menu");
        await _telegram.AdvanceAsync(TimeSpan.FromDays(4));

        again.Select(publication => publication.Id).Should().Equal(first.Select(publication => publication.Id));
        again.Select(publication => publication.State).Should().Equal(PublicationState.Published, PublicationState.Published, PublicationState.Scheduled, PublicationState.Scheduled);
        _shop.Posts.Select(post => post.Date).Should().Equal(first.Select(publication => publication.DueAt));
        await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, _post, daily with { From = null }, idempotencyKey: "menu"))).Should().ThrowAsync<ArgumentException>().WithMessage("*Set From*");
        await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, Post.News(PostText.Plain("Altro")), daily, idempotencyKey: "menu"))).Should().ThrowAsync<TelegramMarketingException>().WithMessage("*other content*");
    }

    [Fact]
    public async Task ScheduleAsync_RecurringAtOtherTimesUnderTheSameKey_RefusedUntilTheOldOnesAreCancelled()
    {
        var noon = Recurrence.Cron("0 12 * * *", "UTC") with { From = Now, Until = Now.AddDays(3) };
        var changed = Recurrence.Cron("0 13 * * *", "UTC") with { From = Now, Until = Now.AddDays(3) };
        var scheduled = await Scheduler.ScheduleAsync(_channel, _post, noon, idempotencyKey: "menu");
        await Scheduler.RescheduleAsync(scheduled[1].Id, scheduled[1].DueAt.AddMinutes(7));
        await Scheduler.ScheduleAsync(_channel, _post, changed, idempotencyKey: "menu 2026");
        await Scheduler.ScheduleAsync("@my_other_shop", _post, changed, idempotencyKey: "menu");
        (await Scheduler.ScheduleAsync(_channel, _post, noon with { Until = Now.AddDays(4) }, idempotencyKey: "menu")).Should().HaveCount(4, "it goes on for longer");

        var refused = (await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, _post, changed, idempotencyKey: "menu"))).Should().ThrowAsync<TelegramMarketingException>()).Which;
        var shorter = (await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, _post, noon, idempotencyKey: "menu"))).Should().ThrowAsync<TelegramMarketingException>()).Which;
        (refused.Error, refused.PublicationId).Should().Be((TelegramMarketingError.IdempotencyConflict, scheduled[0].Id));
        shorter.Message.Should().Contain("does not have");
        await foreach (var publication in Scheduler.ListAsync())
        {
            if (publication.Channel == _channel && publication.IdempotencyKey!.StartsWith("menu 2026-", StringComparison.Ordinal))
            {
                await Scheduler.CancelAsync(publication.Id);
            }
        }

        (await Scheduler.ScheduleAsync(_channel, _post, changed, idempotencyKey: "menu")).Should().HaveCount(3);
    }

    [Fact]
    public async Task ScheduleAsync_MovedAndEditedIntoQuietHours_MakesNoSound()
    {
        var night = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), TimeZoneInfo.Utc) { Policy = QuietHoursPolicy.Move };
        var scheduled = await Scheduler.ScheduleAsync(_channel, _post, Now.AddHours(2), night);
        scheduled.DueAt.Should().Be(Now.AddHours(2));

        await Scheduler.RescheduleAsync(scheduled.Id, Now.AddHours(14));
        await Scheduler.EditAsync(scheduled.Id, Post.News(PostText.Plain("Rimandata")));
        await _telegram.AdvanceAsync(TimeSpan.FromDays(1));

        _shop.Posts.Should().ContainSingle().Which.IsSilent.Should().BeTrue();
    }

    [Fact]
    public async Task ScheduleAsync_BesidePublishing_NothingTwice()
    {
        var publisher = _services.GetRequiredService<IChannelPublisher>();
        await Scheduler.ScheduleAsync(_channel, _post, Now.AddSeconds(30));

        var publishing = Enumerable.Range(0, 40).Select(number => publisher.PublishAsync(_channel, Post.News(PostText.Plain($"News {number}")))).ToArray();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        await Task.WhenAll(publishing);

        _shop.Posts.Should().HaveCount(41);
        _shop.Posts.Select(post => post.Text).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task ScheduleAsync_BadInput_SaysWhatIsWrongAndStoresNothing()
    {
        await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, _post, Now.AddSeconds(-1)))).Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("*is past*");
        await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, _post, Recurrence.Cron("0 9 * * *", "Europe/Rome")))).Should().ThrowAsync<ArgumentException>().WithMessage("*no end*");
        await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, _post, Recurrence.Cron("* * * * *", "Europe/Rome") with { Times = 5000 }))).Should().ThrowAsync<ArgumentException>().WithMessage("*more than 1000*");
        await ((Func<Task>)(() => Scheduler.ScheduleAsync(_channel, new Post(), Now.AddHours(1)))).Should().ThrowAsync<TelegramMarketingException>();

        (await Scheduler.ListAsync().ToListAsync()).Should().BeEmpty();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _services.DisposeAsync().AsTask();

    private async Task<Publication> FindAsync(Guid id) => (await _services.GetRequiredService<IPublicationLedger>().FindAsync(id))!;
}
