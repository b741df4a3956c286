using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Scheduling;

/// <summary>A promotion ends at its time: deleted, or saying that it is over. The end is in the list, and can be moved, edited and cancelled.</summary>
public sealed class PostEndingTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
    private static readonly Post _offer = Post.Promotion(PostText.Plain("Colomba −20 %")) with { Buttons = [[PostButton.Url("Ordina", "https://example.com")]] };
    private static readonly Post _over = Post.Promotion(PostText.Plain("L'offerta è finita"));
    private readonly InMemoryTelegram _telegram = new();
    private readonly FakeLogCollector _logs = new();
    private readonly TelegramBot _bot;
    private readonly TelegramChannel _shop;
    private readonly ServiceProvider _services;

    public PostEndingTests()
    {
        _shop = _telegram.AddChannel("@my_shop", "My shop");
        _bot = _telegram.AddBot("shop_bot");
        _shop.AddAdministrator(_bot);
        _services = new ServiceCollection().AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(_logs)))
            .AddTelegramMarketing().UseInMemoryTelegram(_telegram).Services.BuildServiceProvider();
    }

    private IPostScheduler Scheduler => _services.GetRequiredService<IPostScheduler>();

    private DateTimeOffset Now => _telegram.Clock.GetUtcNow();

    [Fact]
    public async Task EndAsync_DeleteAfter_IsGoneThenAndNotBefore()
    {
        var offer = await Scheduler.ScheduleAsync(_channel, _offer, Now.AddHours(1));
        var end = await Scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(47)));
        (await Scheduler.ListAsync().Select(publication => (publication.Action, publication.Target)).ToListAsync())
            .Should().Equal((PublicationAction.Publish, null), (PublicationAction.Delete, offer.Id));

        await _telegram.AdvanceAsync(TimeSpan.FromHours(47.9));
        _shop.Posts.Should().ContainSingle();
        await _telegram.AdvanceAsync(TimeSpan.FromHours(0.2));

        _shop.Posts.Should().BeEmpty();
        (await FindAsync(end.Id)).State.Should().Be(PublicationState.Published);
    }

    [Fact]
    public async Task EndAsync_ExpireTo_SaysSoWithoutTheButtonAtAnyAge()
    {
        var offer = await PublishAsync(_offer);

        await Scheduler.EndAsync(offer.Id, PostEnding.ExpireTo(_over, Now.AddDays(60)));
        await _telegram.AdvanceAsync(TimeSpan.FromDays(61));

        var post = _shop.Posts.Should().ContainSingle().Subject;
        post.Text.Should().Be("L'offerta è finita");
        post.Buttons.Should().BeEmpty();
    }

    [Fact]
    public async Task EndAsync_PostThatIsMoved_EndsAsMuchLater()
    {
        var offer = await Scheduler.ScheduleAsync(_channel, _offer, Now.AddHours(1));
        await Scheduler.EndAsync(offer.Id, PostEnding.ExpireTo(_over, TimeSpan.FromHours(2)));

        await Scheduler.RescheduleAsync(offer.Id, Now.AddHours(10));
        await _telegram.AdvanceAsync(TimeSpan.FromHours(11.5));
        _shop.Posts.Should().ContainSingle().Which.Text.Should().Be("Colomba −20 %");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(1));

        _shop.Posts.Should().ContainSingle().Which.Text.Should().Be("L'offerta è finita");
    }

    [Fact]
    public async Task RescheduleAsync_PostMovedEarlier_ItsDeletionGoesWithIt()
    {
        var offer = await Scheduler.ScheduleAsync(_channel, _offer, Now.AddHours(100));
        var end = await Scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(47)));

        await Scheduler.RescheduleAsync(offer.Id, Now.AddHours(1));
        (await FindAsync(end.Id)).DueAt.Should().Be(Now.AddHours(48));
        await Scheduler.RescheduleAsync(offer.Id, Now.AddHours(2));
        (await FindAsync(end.Id)).DueAt.Should().Be(Now.AddHours(49));
        await _telegram.AdvanceAsync(TimeSpan.FromHours(48.9));
        _shop.Posts.Should().ContainSingle();
        await _telegram.AdvanceAsync(TimeSpan.FromHours(0.2));

        _shop.Posts.Should().BeEmpty();
        (await FindAsync(end.Id)).State.Should().Be(PublicationState.Published);
    }

    [Fact]
    public async Task RescheduleAsync_PostMovedAwayFromAnEndAtAFixedTime_NamesTheEndAndTheRemedy()
    {
        var offer = await Scheduler.ScheduleAsync(_channel, _offer, Now.AddHours(100));
        var end = await Scheduler.EndAsync(offer.Id, PostEnding.ExpireTo(_over, Now.AddHours(110)));
        var deletion = await Scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(20)));
        await Scheduler.RescheduleAsync(deletion.Id, Now.AddHours(130));

        await ((Func<Task>)(() => Scheduler.RescheduleAsync(offer.Id, Now.AddHours(110)))).Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage($"*{end.Id}*fixed time*Reschedule or cancel that end*");
        await ((Func<Task>)(() => Scheduler.RescheduleAsync(offer.Id, Now.AddHours(1)))).Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage($"*{deletion.Id}*48 hours only*Cancel that end*");
        (await FindAsync(offer.Id)).DueAt.Should().Be(offer.DueAt);

        await Scheduler.RescheduleAsync(end.Id, Now.AddHours(120));
        (await Scheduler.RescheduleAsync(offer.Id, Now.AddHours(110))).DueAt.Should().Be(Now.AddHours(110));
        await Scheduler.CancelAsync(deletion.Id);
        (await Scheduler.RescheduleAsync(offer.Id, Now.AddHours(1))).DueAt.Should().Be(Now.AddHours(1));
    }

    [Fact]
    public async Task EndAsync_WhileItsPostIsInDoubt_CanBeEditedAndIsTriedForTheGracePeriodFromThenOn()
    {
        _telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "sendMessage" });
        _telegram.FailNext(TelegramFault.RefuseConnection() with { Method = "page", Times = int.MaxValue });
        var offer = await Scheduler.ScheduleAsync(_channel, _offer, Now.AddMinutes(1));
        var end = await Scheduler.EndAsync(offer.Id, PostEnding.ExpireTo(_over, TimeSpan.FromMinutes(10)));
        await _telegram.AdvanceAsync(TimeSpan.FromHours(3));
        (await FindAsync(offer.Id)).State.Should().Be(PublicationState.Unknown);

        await Scheduler.EditAsync(end.Id, Post.Promotion(PostText.Plain("Tutto venduto")));
        _shop.RemoveAdministrator(_bot);
        await _services.GetRequiredService<IPublicationLedger>().SettleAsPublishedAsync(offer.Id, [_shop.Posts[0].MessageId]);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(30));
        (await FindAsync(end.Id)).State.Should().Be(PublicationState.Scheduled);
        _shop.AddAdministrator(_bot);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        _shop.Posts.Should().ContainSingle().Which.Text.Should().Be("Tutto venduto");
    }

    [Fact]
    public async Task EndAsync_PictureThatTelegramCannotFetchForAWhile_IsTriedEachMinute()
    {
        var isGone = true;
        _telegram.FailNext(TelegramFault.Refuse(400, "failed to get HTTP URL content") with { Method = "editMessageMedia", Times = int.MaxValue, When = _ => isGone });
        var offer = await PublishAsync(_offer with { Media = [PostMedia.Photo(MediaSource.FromUrl(new Uri("https://example.com/offer.jpg")))] });
        var end = await Scheduler.EndAsync(offer.Id, PostEnding.ExpireTo(_over with { Media = [PostMedia.Photo(MediaSource.FromUrl(new Uri("https://example.com/over.jpg")))] }, TimeSpan.FromMinutes(10)));
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(20));
        (await FindAsync(end.Id)).State.Should().Be(PublicationState.Scheduled);

        isGone = false;
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        (await FindAsync(end.Id)).State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().ContainSingle().Which.Caption.Should().Be("L'offerta è finita");
    }

    [Fact]
    public async Task EndAsync_MovedEditedAndCancelled_ByItsOwnId()
    {
        var first = await PublishAsync(_offer);
        var second = await PublishAsync(_offer with { Text = PostText.Plain("Panettone −20 %") });
        var moved = await Scheduler.EndAsync(first.Id, PostEnding.ExpireTo(_over, TimeSpan.FromHours(1)));
        var cancelled = await Scheduler.EndAsync(second.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(1)));

        await Scheduler.RescheduleAsync(moved.Id, Now.AddHours(5));
        await Scheduler.EditAsync(moved.Id, Post.Promotion(PostText.Plain("Tutto venduto")));
        await Scheduler.CancelAsync(cancelled.Id);
        await _telegram.AdvanceAsync(TimeSpan.FromHours(4));
        _shop.Posts[0].Text.Should().Be("Colomba −20 %");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(2));

        _shop.Posts.Select(post => post.Text).Should().Equal("Tutto venduto", "Panettone −20 %");
    }

    [Fact]
    public async Task EndAsync_TheSameAtEveryStart_IsOneAndGivenBackAsItStands()
    {
        var offer = await Scheduler.ScheduleAsync(_channel, _offer, Now.AddHours(1));
        Task<Publication> EndAsync() => Scheduler.EndAsync(offer.Id, PostEnding.ExpireTo(_over, TimeSpan.FromHours(2)));
        var end = await EndAsync();
        var deletion = await Scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(40)));

        (await EndAsync()).Id.Should().Be(end.Id);
        await Scheduler.EditAsync(end.Id, Post.Promotion(PostText.Plain("Tutto venduto")));
        (await EndAsync()).Id.Should().Be(end.Id);
        await _telegram.AdvanceAsync(TimeSpan.FromHours(4));
        (await EndAsync()).Should().BeEquivalentTo(new { end.Id, State = PublicationState.Published });
        await Scheduler.CancelAsync(deletion.Id);
        (await Scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(40)))).Should().BeEquivalentTo(new { deletion.Id, State = PublicationState.Cancelled });

        _shop.Posts.Should().ContainSingle().Which.Text.Should().Be("Tutto venduto");
        (await Scheduler.ListAsync().ToListAsync()).Should().BeEmpty();
        (await Scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(41)))).Id.Should().NotBe(deletion.Id, "it is another end");
    }

    [Fact]
    public async Task EndAsync_PostThatWasThereForSoLongAlready_EndsAtOnce()
    {
        var first = await PublishAsync(_offer);
        var second = await PublishAsync(_offer with { Text = PostText.Plain("Panettone −20 %") });
        await _telegram.AdvanceAsync(TimeSpan.FromHours(46));

        await Scheduler.EndAsync(first.Id, PostEnding.ExpireTo(_over, TimeSpan.FromHours(2)));
        await Scheduler.EndAsync(second.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(2)));
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        _shop.Posts.Should().ContainSingle().Which.Text.Should().Be("L'offerta è finita");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(2));
        await ShouldRefuseAsync<ArgumentOutOfRangeException>(first.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(2)), "*48 hours only*use ExpireTo*");
    }

    [Fact]
    public async Task CancelAsync_WhileTheEndIsBeingMade_TheLedgerSaysThatItWas()
    {
        var offer = await PublishAsync(Post.Promotion(PostText.Plain("Saldi")));
        var end = await Scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(1)));
        _telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(20)) with { Method = "deleteMessage" });
        await _telegram.AdvanceAsync(TimeSpan.FromHours(1));

        await Scheduler.CancelAsync(end.Id);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        _shop.Posts.Should().BeEmpty();
        (await FindAsync(end.Id)).State.Should().Be(PublicationState.Published);
    }

    [Fact]
    public async Task EndAsync_PostThatNeverGoesOut_IsCancelled()
    {
        var offer = await Scheduler.ScheduleAsync(_channel, _offer, Now.AddHours(1));
        var end = await Scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(1)));

        await Scheduler.CancelAsync(offer.Id);
        await _telegram.AdvanceAsync(TimeSpan.FromHours(3));

        (await FindAsync(end.Id)).Should().BeEquivalentTo(new { State = PublicationState.Cancelled, LastError = $"There is nothing to end: publication {offer.Id} is Cancelled." });
        _logs.GetSnapshot().Should().ContainSingle(record => record.Message.Contains("There is nothing to end")).Which.Level.Should().Be(LogLevel.Information);
    }

    [Theory]
    [InlineData(30, PublicationState.Published)]
    [InlineData(90, PublicationState.Missed)]
    public async Task EndAsync_RightsLost_IsTriedUntilTheGracePeriodIsOver(int minutesWithout, PublicationState expected)
    {
        var offer = await PublishAsync(_offer);
        var end = await Scheduler.EndAsync(offer.Id, PostEnding.ExpireTo(_over, TimeSpan.FromHours(1)));
        _shop.RemoveAdministrator(_bot);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(60 + minutesWithout));
        _shop.AddAdministrator(_bot);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        (await FindAsync(end.Id)).State.Should().Be(expected);
    }

    [Fact]
    public async Task EndAsync_BadInput_NamesRuleValueAndRemedyAndStoresNothing()
    {
        var offer = await PublishAsync(_offer);
        var parts = await PublishAsync(Post.News(PostText.Plain(string.Join(' ', Enumerable.Repeat("parola", 1000)))));
        var late = () => PostEnding.DeleteAfter(TimeSpan.FromHours(48));
        var never = () => PostEnding.ExpireTo(_over, TimeSpan.Zero);

        late.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*48 hours only*at most 47 hours, or use ExpireTo*2.00:00:00*");
        never.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*more than zero*");
        await ShouldRefuseAsync<ArgumentOutOfRangeException>(offer.Id, PostEnding.ExpireTo(_over, Now.AddSeconds(-1)), "*is past*");
        await ShouldRefuseAsync<ArgumentOutOfRangeException>(offer.Id, PostEnding.ExpireTo(_over, Now.AddDays(1000)), "*Ledger.KeepEndedFor is 730*");
        await ShouldRefuseAsync<TelegramMarketingException>(offer.Id, PostEnding.ExpireTo(new Post(), TimeSpan.FromHours(1)), "*nothing-to-send*");
        await ShouldRefuseAsync<TelegramMarketingException>(parts.Id, PostEnding.ExpireTo(_over, TimeSpan.FromHours(1)), "*takes 2 sends*DeleteAfter*");
        await ShouldRefuseAsync<InvalidOperationException>(Guid.Empty, PostEnding.DeleteAfter(TimeSpan.FromHours(1)), "*has no publication*");
        (await Scheduler.ListAsync().ToListAsync()).Should().BeEmpty();

        var end = await Scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(1)));
        await ((Func<Task>)(() => Scheduler.RescheduleAsync(end.Id, Now.AddHours(48)))).Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("*48 hours only*");
        await ((Func<Task>)(() => Scheduler.EditAsync(end.Id, _over))).Should().ThrowAsync<InvalidOperationException>().WithMessage("*nothing to edit*");
        await ShouldRefuseAsync<InvalidOperationException>(end.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(1)), "*itself the end of a post*");
        (await FindAsync(end.Id)).DueAt.Should().Be(end.DueAt);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _services.DisposeAsync().AsTask();

    private async Task<Publication> PublishAsync(Post post)
    {
        var publishing = _services.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, post);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(5));
        return await publishing;
    }

    private async Task<Publication> FindAsync(Guid id) => (await _services.GetRequiredService<IPublicationLedger>().FindAsync(id))!;

    private async Task ShouldRefuseAsync<TException>(Guid publication, PostEnding ending, string message)
        where TException : Exception
    {
        var end = () => Scheduler.EndAsync(publication, ending);
        await end.Should().ThrowAsync<TException>().WithMessage(message);
    }
}
