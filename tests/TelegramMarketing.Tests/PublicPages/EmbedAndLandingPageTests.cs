using TelegramMarketing.PublicPages;

namespace TelegramMarketing.Tests.PublicPages;

public sealed class EmbedAndLandingPageTests
{
    [Fact]
    public void Parse_EmbedOfAText_ReadsThePost()
    {
        var message = EmbedPage.Parse(Page.Own("embed-text.html"))!.Message!;

        message.Name.Should().Be(new PostName("PanificioAurora", 41));
        message.Views!.Value.Raw.Should().Be("2.93K");
        message.PublishedAt.Should().Be(new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero));
        message.Text.Should().Be("Il pane è tornato!");
    }

    [Fact]
    public void Parse_EmbedOfAnAlbumItem_KnowsTheAlbum() =>
        EmbedPage.Parse(Page.Own("embed-album-item.html"))!.Message!.AlbumIds.Should().Equal(43, 44, 45);

    [Theory]
    [InlineData("embed-not-found.html", true)]
    [InlineData("embed-other-error.html", false)]
    public void Parse_EmbedWithAnError_SaysNotFoundOnlyInTelegramsWords(string name, bool saysNotFound)
    {
        var page = EmbedPage.Parse(Page.Own(name))!;

        page.Message.Should().BeNull();
        page.SaysNotFound.Should().Be(saysNotFound);
    }

    [Theory]
    [InlineData("home-shell.html")]
    [InlineData("landing-nobody.html")]
    public void Parse_OtherPage_IsNoEmbed(string name) => EmbedPage.Parse(Page.Own(name)).Should().BeNull();

    [Theory]
    [InlineData("landing-channel.html", "Channel", true, 1134L)]
    [InlineData("landing-no-preview.html", "Channel", false, 1L)]
    [InlineData("landing-group.html", "Group", false, null)]
    [InlineData("landing-person.html", "PersonOrNobody", false, null)]
    [InlineData("landing-nobody.html", "PersonOrNobody", false, null)]
    public void Parse_Landing_TellsWhatTheNameStandsFor(string name, string kind, bool hasPreview, long? subscribers)
    {
        var page = LandingPage.Parse(Page.Own(name))!;

        page.Kind.ToString().Should().Be(kind);
        page.HasPreview.Should().Be(hasPreview);
        page.Subscribers?.Value.Should().Be(subscribers);
        (page.Subscribers is null).Should().Be(subscribers is null);
    }

    [Theory]
    [InlineData("home-shell.html")]
    [InlineData("preview.html")]
    public void Parse_OtherPage_IsNoLanding(string name) => LandingPage.Parse(Page.Own(name)).Should().BeNull();
}
