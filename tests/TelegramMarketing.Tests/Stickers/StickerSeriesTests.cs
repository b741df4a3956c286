using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Testing;
using TelegramMarketing.Tests.Robustness;

namespace TelegramMarketing.Tests.Stickers;

/// <summary>A definition is brought to Telegram, once, whatever happens on the way.</summary>
public sealed class StickerSeriesTests : IAsyncLifetime
{
    private const string Name = "spring_by_shop_bot";
    private static readonly string[] _emoji = ["😀", "😍", "🎉", "❤️", "👍", "🍰", "☕", "🌷"];

    private readonly FakeHost _host = new();
    private readonly TelegramPerson _owner;

    public StickerSeriesTests()
    {
        _owner = _host.Telegram.AddPerson("Anna");
        _owner.Start(_host.Bot);
    }

    private IStickerSeries Stickers => _host.Get<IStickerSeries>();

    private TelegramStickerSet Set => _host.Telegram.StickerSets.Should().ContainSingle().Subject;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Apply_ANewSeries_MakesItWithEverything()
    {
        var done = new List<StickerProgress>();
        var definition = Series(60) with { Thumbnail = StickerFiles.Source(StickerFiles.Webp(100, 100), "t.webp") };

        var series = await _host.RunAsync(Stickers.ApplyAsync(definition, progress: new Recorder(done)));

        Set.Should().BeEquivalentTo(new { Name, Title = "Spring", Type = "regular", Owner = _owner, ThumbnailSize = 230L });
        Set.Stickers.Select(sticker => sticker.Size).Should().Equal(definition.Stickers.Select((_, i) => 230L + i), "they stand in their order");
        Set.Stickers[3].Emoji.Should().Equal("❤️", "🎁");
        Set.Stickers[3].Keywords.Should().Equal("word 3");
        series.Link.Should().Be(new Uri($"https://t.me/addstickers/{Name}"));
        series.Stickers.Should().HaveCount(60);
        done[^1].Should().BeEquivalentTo(new { Done = 61, Total = 61 });
        _host.Telegram.Requests.Count(request => request.Method == "createNewStickerSet").Should().Be(1);
    }

    [Fact]
    public async Task Apply_Again_ChangesNothing()
    {
        await _host.RunAsync(Stickers.ApplyAsync(Series(8)));
        var before = Changes();

        await _host.RunAsync(Stickers.ApplyAsync(Series(8)));
        await using var other = Restart();
        var plan = await _host.RunAsync(other.GetRequiredService<IStickerSeries>().PlanAsync(Series(8)));

        Changes().Should().Be(before);
        plan.IsUpToDate.Should().BeTrue("a restarted process recognizes what stands there");
    }

    [Fact]
    public async Task Apply_AChangedFolder_AddsReplacesMovesAndLeavesTheMissingAlone()
    {
        await _host.RunAsync(Stickers.ApplyAsync(Series(5)));
        var old = Series(5).Stickers;
        var changed = Series(5) with
        {
            Title = "Summer",
            // The fifth is gone, the second has another picture, one is new and stands first, and the order is another.
            Stickers = [Webp(20, "🌞"), old[2], Webp(30, "😍"), old[0], old[3]],
        };

        var before = Changes();
        var plan = await _host.RunAsync(Stickers.PlanAsync(changed));
        Changes().Should().Be(before, "a plan changes nothing");
        await _host.RunAsync(Stickers.ApplyAsync(plan));

        plan.Actions.Select(action => action.Kind).Should().Equal(StickerActionKind.Replace, StickerActionKind.Add, StickerActionKind.Move, StickerActionKind.Move, StickerActionKind.Move, StickerActionKind.SetTitle);
        plan.LeftAlone.Should().ContainSingle().Which.Emoji.Should().Be("👍");
        Set.Title.Should().Be("Summer");
        Set.Stickers.Where(sticker => sticker.Emoji[0] != "👍").Select(sticker => sticker.Size).Should().Equal(250, 232, 260, 230, 233);
        Set.Stickers.Should().HaveCount(6);

        await _host.RunAsync(Stickers.ApplyAsync(changed, new StickerPlanOptions { RemoveMissing = true }));
        Set.Stickers.Select(sticker => sticker.Size).Should().Equal(250, 232, 260, 230, 233);
    }

    [Fact]
    public async Task Plan_BeforeTheSeriesIsThere_SendsNothingAndSaysAll()
    {
        var plan = await _host.RunAsync(Stickers.PlanAsync(Series(52)));

        plan.Existing.Should().BeNull();
        plan.Actions.Select(action => action.Kind).Should().Equal([.. Enumerable.Repeat(StickerActionKind.Create, 50), StickerActionKind.Add, StickerActionKind.Add]);
        plan.ToString().Should().StartWith("Create the series with: sticker 1 (1.webp)\n");
        _host.Telegram.Requests.Select(request => request.Method).Should().BeSubsetOf(["getMe", "getStickerSet"]);
        _host.Telegram.StickerSets.Should().BeEmpty();
    }

    [Fact]
    public async Task Apply_BadStickers_TellsAllAndSendsNothing()
    {
        var failure = await _host.FailureAsync(Stickers.ApplyAsync(Series(2) with { Title = new string('x', 65), Stickers = [Webp(1, "smile"), new Sticker(StickerFiles.Source("text"u8.ToArray(), "a.png"), "😀")] }));

        var refused = failure.Should().BeOfType<TelegramMarketingException>().Subject;
        refused.Error.Should().Be(TelegramMarketingError.InvalidStickers);
        refused.Violations.Should().HaveCount(3);
        _host.Telegram.Requests.Select(request => request.Method).Should().Equal("getMe");
    }

    [Theory]
    [InlineData("uploadStickerFile")]
    [InlineData("createNewStickerSet")]
    [InlineData("addStickerToSet")]
    [InlineData("replaceStickerInSet")]
    [InlineData("deleteStickerFromSet")]
    [InlineData("setStickerPositionInSet")]
    [InlineData("setStickerSetTitle")]
    [InlineData("setStickerEmojiList")]
    [InlineData("setStickerSetThumbnail")]
    [InlineData("getStickerSet")]
    public async Task Apply_WhenAnswersAreLost_MakesNothingTwice(string method)
    {
        var old = Series(5).Stickers;
        var changed = Series(5) with { Title = "Summer", Thumbnail = StickerFiles.Source(StickerFiles.Png(100, 100), "t.png"), Stickers = [Webp(20, "🌞"), old[2] with { Emoji = ["🥳"] }, Webp(30, "😍"), old[0], old[3]] };
        foreach (var fault in (TelegramFault[])[TelegramFault.LoseAnswer(), TelegramFault.ResetConnection(), TelegramFault.TooManyRequests(100), TelegramFault.BadGateway()])
        {
            await DoAsync(Stickers.DeleteAsync(Name));
            _host.Telegram.FailNext(fault with { Method = method });
            await _host.RunAsync(Stickers.ApplyAsync(Series(5)));
            await _host.RunAsync(Stickers.ApplyAsync(changed, new StickerPlanOptions { RemoveMissing = true }));

            Set.Stickers.Select(sticker => sticker.Size).Should().Equal([250, 232, 260, 230, 233], fault.ToString());
            Set.Stickers[1].Emoji.Should().Equal("🥳");
            Set.Title.Should().Be("Summer");
            Set.ThumbnailSize.Should().NotBeNull();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(55)]
    public async Task Apply_AfterAKill_CompletesTheSeries(int killedAfter)
    {
        using var kill = new CancellationTokenSource();
        var progress = new Recorder([], report =>
        {
            if (report.Done == killedAfter)
            {
                kill.Cancel();
            }
        });
        (await _host.FailureAsync(Stickers.ApplyAsync(Series(60), null, progress, kill.Token))).Should().BeAssignableTo<OperationCanceledException>();

        await using var next = Restart();
        await _host.RunAsync(next.GetRequiredService<IStickerSeries>().ApplyAsync(Series(60)));

        Set.Stickers.Select(sticker => sticker.Size).Should().Equal(Enumerable.Range(0, 60).Select(i => 230L + i));
    }

    [Theory]
    [InlineData("setStickerKeywords")]
    [InlineData("setStickerEmojiList")]
    public async Task Apply_InterruptedBetweenEmojiAndKeywords_WritesBothNextTime(string interrupted)
    {
        await _host.RunAsync(Stickers.ApplyAsync(Series(3)));
        var old = Series(3).Stickers;
        var changed = Series(3) with { Stickers = [old[0], old[1] with { Emoji = ["🥳"], Keywords = ["party"] }, old[2]] };
        _host.Telegram.FailNext(TelegramFault.TooManyRequests(100) with { Method = interrupted });
        (await _host.FailureAsync(Stickers.ApplyAsync(changed, new StickerPlanOptions { Patience = TimeSpan.FromSeconds(10) }))).Should().BeOfType<TelegramMarketingException>();

        await using var next = Restart();
        await _host.RunAsync(next.GetRequiredService<IStickerSeries>().ApplyAsync(changed));

        Set.Stickers[1].Emoji.Should().Equal("🥳");
        Set.Stickers[1].Keywords.Should().Equal(["party"], "Telegram shows the emoji and not the keywords, so that the emoji comes last");
    }

    [Fact]
    public async Task Apply_PicturesInPng_AreRecognizedThoughTelegramKeepsThemOtherwise()
    {
        StickerSeriesDefinition Pngs(int changed) => Series(0) with { Stickers = [.. Enumerable.Range(0, 4).Select(i => new Sticker(StickerFiles.Source(StickerFiles.Png(512, 512, i == 2 ? changed : i), $"{i}.png"), _emoji[i]))] };
        await _host.RunAsync(Stickers.ApplyAsync(Pngs(changed: 2)));
        await using var other = Restart();

        (await _host.RunAsync(other.GetRequiredService<IStickerSeries>().PlanAsync(Pngs(changed: 2)))).IsUpToDate.Should().BeTrue();
        (await _host.RunAsync(Stickers.PlanAsync(Pngs(changed: 9)))).Actions.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = StickerActionKind.Replace, Number = 3 }, "this process knows what it has put there");
    }

    [Fact]
    public async Task Plan_WhenTheNameIsAnotherSeries_RefusesIt()
    {
        await _host.RunAsync(Stickers.ApplyAsync(Series(3)));
        var other = Series(0) with { Title = "Winter", Stickers = [Webp(90, "⛄"), Webp(91, "🎄")] };

        foreach (var definition in (StickerSeriesDefinition[])[other, Series(3) with { Type = StickerSeriesType.Mask, Stickers = [Webp(0, "😀") with { Keywords = [] }] }])
        {
            (await _host.FailureAsync(Stickers.ApplyAsync(definition))).Should().BeOfType<TelegramMarketingException>().Which.Error.Should().Be(TelegramMarketingError.StickerNameTaken);
        }

        Set.Stickers.Should().HaveCount(3);
    }

    [Fact]
    public async Task Apply_ForAnOwnerWhoNeverStartedTheBot_SaysSo()
    {
        var stranger = _host.Telegram.AddPerson("Nobody");

        (await _host.FailureAsync(Stickers.ApplyAsync(Series(1) with { OwnerId = stranger.Id }))).Should().BeOfType<TelegramMarketingException>()
            .Which.Error.Should().Be(TelegramMarketingError.RecipientUnavailable);
    }

    [Fact]
    public async Task SingleSteps_DoWhatTheySay()
    {
        await _host.RunAsync(Stickers.ApplyAsync(Series(3)));
        var series = await _host.RunAsync(Stickers.AddAsync(Name, _owner.Id, Webp(40, "🍀")));
        series = await _host.RunAsync(Stickers.AddAsync(Name, _owner.Id, Webp(40, "🍀")));
        series.Stickers.Should().HaveCount(4, "the same file again changes nothing");

        series = await _host.RunAsync(Stickers.ReplaceAsync(series.Stickers[0], _owner.Id, Webp(41, "🌵")));
        await DoAsync(Stickers.MoveAsync(series.Stickers[3], 0));
        await DoAsync(Stickers.RemoveAsync(series.Stickers[1]));
        await DoAsync(Stickers.RemoveAsync(series.Stickers[1]));
        await DoAsync(Stickers.SetEmojiAsync(series.Stickers[2], ["🥳", "🎈"]));
        await DoAsync(Stickers.SetKeywordsAsync(series.Stickers[2], ["party"]));
        await DoAsync(Stickers.SetTitleAsync(Name, "Other"));
        await DoAsync(Stickers.SetThumbnailAsync(Name, _owner.Id, StickerFiles.Source(StickerFiles.Webp(100, 100), "t.webp")));

        Set.Stickers.Select(sticker => sticker.Size).Should().Equal(270, 271, 232);
        Set.Stickers[2].Emoji.Should().Equal("🥳", "🎈");
        Set.Stickers[2].Keywords.Should().Equal("party");
        Set.Should().BeEquivalentTo(new { Title = "Other", ThumbnailSize = 230L });
        (await _host.RunAsync(Stickers.FindAsync(Name)))!.HasThumbnail.Should().BeTrue();

        await DoAsync(Stickers.DeleteAsync(Name));
        await DoAsync(Stickers.DeleteAsync(Name));
        _host.Telegram.StickerSets.Should().BeEmpty();
        (await _host.RunAsync(Stickers.FindAsync(Name))).Should().BeNull();
        (await _host.FailureAsync(Stickers.AddAsync(Name, _owner.Id, Webp(1, "😀")))).Should().BeOfType<TelegramMarketingException>().Which.Error.Should().Be(TelegramMarketingError.StickerSeriesNotFound);
    }

    [Fact]
    public async Task Publish_AStickerOfTheSeries_IsAPostWithViews()
    {
        var series = await _host.RunAsync(Stickers.ApplyAsync(Series(2)));
        var post = Post.News(PostText.Plain("Our own stickers")) with { Media = [PostMedia.Sticker(MediaSource.FromFileId(series.Stickers[1].FileId))], Buttons = [[PostButton.Url("Add them", series.Link.ToString())]] };

        PostPlan.Create(post).Messages.Should().HaveCount(2, "a sticker has no caption");
        var publication = await _host.RunAsync(_host.Publisher.PublishAsync("@myshop", post));
        await _host.RunAsync(_host.Publisher.PublishAsync("@myshop", new Post { Media = [PostMedia.Sticker(Webp(77, "😀").Source)] }));

        publication.State.Should().Be(PublicationState.Published);
        _host.Shop.Posts.Select(sent => sent.Media?.Kind).Should().Equal("sticker", null, "sticker");
        _host.Shop.Posts[1].Should().BeEquivalentTo(new { Text = "Our own stickers", ReplyTo = _host.Shop.Posts[0].MessageId });
        var statistics = await _host.RunAsync(_host.Get<IPostStatistics>().GetPostAsync(publication.Post!));
        statistics.Views.Should().NotBeNull();
        statistics.HasMedia.Should().BeTrue();
    }

    private static Sticker Webp(int number, string emoji) =>
        new(StickerFiles.Source(StickerFiles.Webp(512, 512, number, 200 + number), $"{number + 1}.webp"), emoji, "🎁") { Keywords = [$"word {number}"] };

    private StickerSeriesDefinition Series(int count) => new()
    {
        Name = Name,
        Title = "Spring",
        OwnerId = _owner.Id,
        Stickers = [.. Enumerable.Range(0, count).Select(i => Webp(i, _emoji[i % _emoji.Length]))],
    };

    /// <summary>Another process with the same bot, which remembers nothing.</summary>
    private ServiceProvider Restart()
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_host.Telegram);
        return services.BuildServiceProvider();
    }

    private int Changes() => _host.Telegram.Requests.Count(request => request.Method is not ("getMe" or "getStickerSet"));

    private async Task DoAsync(Task task)
    {
        await _host.DriveAsync(task);
        await task;
    }

    private sealed class Recorder(List<StickerProgress> all, Action<StickerProgress>? then = null) : IProgress<StickerProgress>
    {
        public void Report(StickerProgress value)
        {
            all.Add(value);
            then?.Invoke(value);
        }
    }
}
