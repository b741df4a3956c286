using System.Net;
using TelegramMarketing.PublicPages;

namespace TelegramMarketing.Tests.PublicPages;

public sealed class PostLookupTests : IDisposable
{
    private readonly ScriptedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task ReadPost_OnThePreview_HasViewsWithSourceAndTime()
    {
        _site.Show("/s/panificioaurora?before=52", Page.Own("preview.html"));

        var post = await ReadAsync(41);

        post.Availability.Should().Be(PostAvailability.Available);
        post.Views.Should().Be(new Reading(Count.Exact(0), "t.me", ScriptedSite.Start, TimeSpan.Zero));
        post.Post.Should().Be(new PostReference(ChannelAddress.FromUsername("PanificioAurora"), 41));
        _site.ClientName.Should().Be("TelegramMarketing.PublicPages");
    }

    [Fact]
    public async Task ReadPost_SecondItemOfAnAlbum_HasTheAlbumsFiguresAndSaysSo()
    {
        _site.Show("/s/panificioaurora?before=55", Page.Own("preview.html"));

        var post = await ReadAsync(44);

        post.Post.MessageId.Should().Be(44);
        post.Views!.Value.Raw.Should().Be("12.1K");
        post.IsAlbum.Should().BeTrue();
        post.AlbumMessageIds.Should().Equal(43, 44, 45);
    }

    [Fact]
    public async Task ReadPost_ServiceMessage_IsToldApart()
    {
        _site.Show("/s/panificioaurora?before=51", Page.Own("preview.html"));

        (await ReadAsync(40)).Should().BeEquivalentTo(new { Availability = PostAvailability.ServiceMessage, Views = (Reading?)null });
    }

    [Fact]
    public async Task ReadPost_AbsentAmongItsNeighboursAndInTheEmbed_IsNotFound()
    {
        _site.Show("/s/panificioaurora?before=71", Page.Own("preview.html")).Show("/panificioaurora/60?embed=1", Page.Own("embed-not-found.html"));

        (await ReadAsync(60)).Should().BeEquivalentTo(new { Availability = PostAvailability.NotFound, Views = (Reading?)null });
    }

    [Fact]
    public async Task ReadPost_EmptyPreviewAndNoEmbed_CannotBeTold()
    {
        _site.Show("/s/panificioaurora?before=71", Page.Own("preview-empty.html")).Show("/panificioaurora/60?embed=1", Page.Own("embed-not-found.html"));

        (await ReadAsync(60)).Availability.Should().Be(PostAvailability.Throttled, "an empty page is no proof");
    }

    [Fact]
    public async Task ReadPost_EmptyPreviewButEmbed_IsAvailable()
    {
        _site.Show("/s/panificioaurora?before=52", Page.Own("preview-empty.html")).Show("/panificioaurora/41?embed=1", Page.Own("embed-text.html"));

        (await ReadAsync(41)).Views!.Value.Raw.Should().Be("2.93K");
    }

    [Fact]
    public async Task ReadPost_PreviewSwitchedOff_ReadsTheEmbedAndRemembers()
    {
        _site.Redirect("/s/panificioaurora?before=52", "https://t.me/PanificioAurora")
            .Show("/panificioaurora", Page.Own("landing-no-preview.html"))
            .Show("/panificioaurora/41?embed=1", Page.Own("embed-text.html"))
            .Show("/panificioaurora/44?embed=1", Page.Own("embed-album-item.html"))
            .Show("/panificioaurora/42?embed=1", Page.Own("embed-not-found.html"))
            .Show("/panificioaurora/43?embed=1", Page.Own("embed-other-error.html"));
        var source = new PublicPageSource(_site.Context);

        (await ReadAsync(41, source)).Views!.Value.Raw.Should().Be("2.93K");
        (await ReadAsync(44, source)).AlbumMessageIds.Should().Equal(43, 44, 45);
        (await ReadAsync(42, source)).Availability.Should().Be(PostAvailability.NotFound);
        (await ReadAsync(43, source)).Availability.Should().Be(PostAvailability.NoPreview);
        _site.Paths.Count(path => path.StartsWith("/s/")).Should().Be(1);
    }

    [Theory]
    [InlineData("landing-nobody.html", PostAvailability.ChannelNotFound)]
    [InlineData("landing-person.html", PostAvailability.ChannelNotFound)]
    [InlineData("landing-group.html", PostAvailability.NotAChannel)]
    public async Task ReadPost_NoChannelOfThatName_IsToldApart(string landing, PostAvailability expected)
    {
        _site.Redirect("/s/panificioaurora?before=52", "https://t.me/PanificioAurora").Show("/panificioaurora", Page.Own(landing));

        (await ReadAsync(41)).Availability.Should().Be(expected);
    }

    [Fact]
    public async Task ReadPost_ClientThatFollowedTheRedirect_IsSeenThrough()
    {
        _site.Show("/s/panificioaurora?before=52", Page.Own("landing-group.html")).Show("/panificioaurora", Page.Own("landing-group.html"));

        (await ReadAsync(41)).Availability.Should().Be(PostAvailability.NotAChannel);
    }

    [Fact]
    public async Task ReadPost_ShellWithoutTelegramsMarkup_IsUnreadable()
    {
        _site.Show("/s/panificioaurora?before=52", Page.Own("home-shell.html")).Show("/panificioaurora/41?embed=1", Page.Own("home-shell.html"));

        (await ReadAsync(41)).Should().BeEquivalentTo(new { Availability = PostAvailability.Unreadable, Views = (Reading?)null });
    }

    [Fact]
    public async Task ReadPost_PageOfAnotherChannel_IsNotAttributed()
    {
        _site.Show("/s/brioche?before=52", Page.Own("preview.html")).Show("/brioche/41?embed=1", Page.Own("embed-text.html"));

        var post = await ReadAsync(41, channel: "brioche");

        post.Should().BeEquivalentTo(new { Availability = PostAvailability.Unreadable, Views = (Reading?)null });
    }

    [Fact]
    public async Task ReadPost_SecondUsernameOfTheChannel_IsItsPost()
    {
        _site.Show("/s/pane_aurora?before=52", Page.Own("preview.html").Replace("data-url=\"/PanificioAurora\"", "data-url=\"/pane_aurora\""));

        (await ReadAsync(41, channel: "pane_aurora")).Availability.Should().Be(PostAvailability.Available);
    }

    [Fact]
    public async Task ReadPost_NumericId_IsPrivateWithoutARequest()
    {
        var post = new PostReference(ChannelAddress.FromId(-1001700000042), 41);

        (await new PublicPageSource(_site.Context).ReadPostAsync(post)).Availability.Should().Be(PostAvailability.PrivateChannel);
        _site.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ReadPost_RefusedAgainAndAgain_IsThrottled()
    {
        _site.Answer("/s/panificioaurora?before=52", ScriptedSite.Status(HttpStatusCode.TooManyRequests))
            .Answer("/panificioaurora/41?embed=1", ScriptedSite.Status(HttpStatusCode.TooManyRequests));

        (await ReadAsync(41)).Availability.Should().Be(PostAvailability.Throttled);
    }

    [Fact]
    public async Task ReadPost_NeighboursOneByOne_CostsOneRequest()
    {
        var messages = Enumerable.Range(81, 20).Select(id => Html.Message("pane", id, ScriptedSite.Start, views: $"{id}"));
        _site.Show("/s/pane?before=111", Html.Preview("pane", true, messages));
        var source = new PublicPageSource(_site.Context);

        for (var id = 100; id > 80; id--)
        {
            (await ReadAsync(id, source, "pane")).Views!.Value.Value.Should().Be(id);
        }

        _site.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task ReadPost_AlbumAtTheEdgeOfAKeptPage_IsReadWhole()
    {
        var newest = Html.Message("pane", 30, ScriptedSite.Start);
        _site.Show("/s/pane?before=41", Html.Preview("pane", true, Html.Message("pane", 13, ScriptedSite.Start, album: [13, 14]), newest))
            .Show("/s/pane?before=24", Html.Preview("pane", true, Html.Message("pane", 11, ScriptedSite.Start, album: [11, 12, 13, 14]), Html.Message("pane", 15, ScriptedSite.Start)));
        var source = new PublicPageSource(_site.Context);

        await ReadAsync(30, source, "pane");

        (await ReadAsync(13, source, "pane")).AlbumMessageIds.Should().Equal(11, 12, 13, 14);
    }

    [Fact]
    public async Task ReadPost_LargestId_DoesNotOverflow()
    {
        _site.Show("/s/panificioaurora?before=2147483647", Page.Own("preview.html")).Show("/panificioaurora/2147483647?embed=1", Page.Own("embed-not-found.html"));

        (await ReadAsync(int.MaxValue)).Availability.Should().Be(PostAvailability.NotFound);
    }

    private Task<PostStatistics> ReadAsync(int id, PublicPageSource? source = null, string channel = "PanificioAurora") => (source ?? new PublicPageSource(_site.Context)).ReadPostAsync(new PostReference(ChannelAddress.FromUsername(channel), id));
}
