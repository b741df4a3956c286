using System.Net;
using TelegramMarketing.PublicPages;

namespace TelegramMarketing.Tests.PublicPages;

public sealed class ChannelWalkTests : IDisposable
{
    private static readonly ChannelAddress Channel = ChannelAddress.FromUsername("pane");
    private readonly ScriptedSite _site = new();

    private static DateTimeOffset Now => ScriptedSite.Start;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task ReadChannel_SeveralPages_GoesBackToTheFirstMessage()
    {
        _site.Show("/s/pane", Pages(21, 25)).Show("/s/pane?before=21", Pages(2, 20)).Show("/s/pane?before=2", Pages(1, 1, hasOlder: false));

        (await ListAsync()).Select(post => post.Post.MessageId).Should().Equal(Enumerable.Range(1, 25).Reverse());
        _site.Paths.Should().Equal("/s/pane", "/s/pane?before=21", "/s/pane?before=2");
    }

    [Fact]
    public async Task ReadChannel_OldestOfAPageBeforeThePeriod_StopsReading()
    {
        _site.Show("/s/pane", Pages(21, 40));

        (await ListAsync(from: Now.AddHours(-15), to: Now.AddHours(-3))).Select(post => post.Post.MessageId).Should().Equal(Enumerable.Range(25, 12).Reverse());
        _site.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ReadChannel_EmptyPageInTheMiddle_IsAskedForAgain()
    {
        _site.Show("/s/pane", Pages(21, 40))
            .Answer("/s/pane?before=21", ScriptedSite.Html(Empty()), ScriptedSite.Html(Empty()), ScriptedSite.Html(Pages(1, 20)));

        (await ListAsync()).Should().HaveCount(40);
    }

    [Fact]
    public async Task ReadChannel_EmptyPageThatStays_IsNotTakenForTheEnd()
    {
        _site.Show("/s/pane", Pages(21, 40)).Show("/s/pane?before=21", Empty());
        var seen = new List<PostStatistics>();

        var thrown = await FluentActions.Awaiting(() => ListAsync(into: seen)).Should().ThrowAsync<TelegramMarketingException>();

        thrown.Which.Error.Should().Be(TelegramMarketingError.TooManyRequests);
        seen.Should().HaveCount(19, "what was surely read is handed out first");
    }

    [Fact]
    public async Task ReadChannel_FirstMessagesDeleted_EndsWhereThePageSaysSo()
    {
        _site.Show("/s/pane", Pages(5, 9, hasOlder: false)).Show("/s/pane?before=5", Empty());

        (await ListAsync()).Should().HaveCount(5);
    }

    [Fact]
    public async Task ReadChannel_PageWithoutALinkButMorePosts_GoesOn()
    {
        _site.Show("/s/pane", Pages(5, 9, hasOlder: false)).Show("/s/pane?before=5", Pages(1, 4));

        (await ListAsync()).Should().HaveCount(9);
    }

    [Fact]
    public async Task ReadChannel_AlbumCutByThePage_IsOnePost()
    {
        var at = Now.AddHours(-1);
        _site.Show("/s/pane", Html.Preview("pane", true, Html.Message("pane", 8, at, album: [8, 9]), Html.Message("pane", 10, at)))
            .Show("/s/pane?before=8", Html.Preview("pane", true, Html.Message("pane", 1, at.AddDays(-1)), Html.Message("pane", 6, at, text: "Caption", album: [6, 7])));

        var posts = await ListAsync();

        posts.Select(post => post.Post.MessageId).Should().Equal(10, 6, 1);
        posts[1].AlbumMessageIds.Should().Equal(6, 7, 8, 9);
        posts[1].Text.Should().Be("Caption");
    }

    [Fact]
    public async Task ReadChannel_TwoAlbumsSideBySide_StayTwo()
    {
        var at = Now.AddHours(-1);
        _site.Show("/s/pane", Html.Preview("pane", true, Html.Message("pane", 8, at.AddSeconds(2), album: [8, 9])))
            .Show("/s/pane?before=8", Html.Preview("pane", true, Html.Message("pane", 1, at.AddDays(-1)), Html.Message("pane", 6, at, album: [6, 7])));

        (await ListAsync()).Select(post => post.Post.MessageId).Should().Equal(8, 6, 1);
    }

    [Fact]
    public async Task ReadChannel_PageThatDoesNotGoBack_IsNoEndlessLoop()
    {
        _site.Show("/s/pane", Pages(21, 40)).Show("/s/pane?before=21", Pages(21, 40));

        await FluentActions.Awaiting(() => ListAsync()).Should().ThrowAsync<TelegramMarketingException>();
        _site.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task ReadChannel_ServiceMessages_AreMarked()
    {
        _site.Show("/s/pane", Html.Preview("pane", false, Html.Service("pane", 1, Now.AddDays(-2)), Html.Message("pane", 2, Now.AddDays(-1))));

        (await ListAsync()).Select(post => (post.Availability, post.Views is null)).Should().Equal(
            (PostAvailability.Available, false), (PostAvailability.ServiceMessage, true));
    }

    [Theory]
    [InlineData("landing-nobody.html", TelegramMarketingError.ChatNotFound)]
    [InlineData("landing-group.html", TelegramMarketingError.NoPublicPage)]
    [InlineData("landing-no-preview.html", TelegramMarketingError.NoPublicPage)]
    [InlineData("home-shell.html", TelegramMarketingError.Other)]
    public async Task ReadChannel_NoPreview_SaysWhy(string landing, TelegramMarketingError expected)
    {
        _site.Redirect("/s/pane", "https://t.me/pane").Show("/pane", Page.Own(landing));

        var thrown = await FluentActions.Awaiting(() => ListAsync()).Should().ThrowAsync<TelegramMarketingException>();

        thrown.Which.Error.Should().Be(expected);
    }

    [Fact]
    public async Task ReadChannel_Refused_HandsOutHowLongToWait()
    {
        _site.Answer("/s/pane", ScriptedSite.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(10)));

        var thrown = await FluentActions.Awaiting(() => ListAsync()).Should().ThrowAsync<TelegramMarketingException>();

        thrown.Which.Error.Should().Be(TelegramMarketingError.TooManyRequests);
        thrown.Which.RetryAfter.Should().Be(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task ReadSubscribers_PreviewSwitchedOff_IsStillExact()
    {
        _site.Show("/pane", Page.Own("landing-no-preview.html"));

        (await SubscribersAsync())!.Value.Should().Be(Count.Exact(1));
    }

    [Fact]
    public async Task ReadSubscribers_LandingPageNotUnderstood_TakesTheRoundedOneOfThePreview()
    {
        _site.Show("/pane", Page.Own("home-shell.html")).Show("/s/pane", Page.Own("preview.html"));

        (await SubscribersAsync())!.Value.Raw.Should().Be("1.13K");
    }

    [Fact]
    public async Task ReadSubscribers_NumericId_IsUnknownWithoutARequest()
    {
        (await new PublicPageSource(_site.Context).ReadSubscribersAsync(ChannelAddress.FromId(-1001700000042))).Should().BeNull();
        _site.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ReadSubscribers_Nobody_IsAnErrorAndNotZero()
    {
        _site.Show("/pane", Page.Own("landing-nobody.html"));

        var thrown = await FluentActions.Awaiting(SubscribersAsync).Should().ThrowAsync<TelegramMarketingException>();

        thrown.Which.Error.Should().Be(TelegramMarketingError.ChatNotFound);
    }

    private Task<Reading?> SubscribersAsync() => new PublicPageSource(_site.Context).ReadSubscribersAsync(Channel);

    // Message 40 was published now, each earlier one an hour before the next.
    private static string Pages(int first, int last, bool hasOlder = true) => Html.Preview(
        "pane", hasOlder, Enumerable.Range(first, last - first + 1).Select(id => Html.Message("pane", id, Now.AddHours(id - 40))));

    private static string Empty() => Html.Preview("pane", hasOlder: false);

    private async Task<List<PostStatistics>> ListAsync(DateTimeOffset? from = null, DateTimeOffset? to = null, List<PostStatistics>? into = null)
    {
        var posts = into ?? [];
        await foreach (var post in new PublicPageSource(_site.Context).ReadChannelAsync(Channel, from ?? Now.AddYears(-1), to ?? Now.AddDays(1)))
        {
            posts.Add(post);
        }

        return posts;
    }
}
