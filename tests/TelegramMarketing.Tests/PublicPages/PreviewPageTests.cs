using System.Text;
using TelegramMarketing.PublicPages;

namespace TelegramMarketing.Tests.PublicPages;

public sealed class PreviewPageTests
{
    private static readonly PreviewPage Preview = PreviewPage.Parse(Page.Own("preview.html"))!;

    [Fact]
    public void Parse_Preview_ReadsItsHead()
    {
        Preview.Channel.Should().Be("PanificioAurora");
        Preview.Username.Should().Be("PanificioAurora");
        Preview.Subscribers!.Value.Raw.Should().Be("1.13K");
        Preview.HasOlder.Should().BeTrue();
        Preview.IsEmpty.Should().BeFalse();
    }

    [Fact]
    public void MessagesOf_PageWithAnotherChannelsPost_DoesNotAttributeIt()
    {
        Preview.MessagesOf("panificioaurora").Select(message => message.Name.MessageId).Should().Equal(40, 41, 42, 43, 46, 47, 48, 49);
        Preview.MessagesOf("someoneelse").Should().BeEmpty();
    }

    [Fact]
    public void Parse_ServiceMessage_HasNoViews()
    {
        var message = Message(40);

        message.IsService.Should().BeTrue();
        message.Views.Should().BeNull();
    }

    [Fact]
    public void Parse_TextPost_ReadsTextReactionsSignatureAndEdit()
    {
        var message = Message(41);

        message.Text.Should().Be("Perché no? Il pane di segale è tornato! 🥖\n\nSolo oggi: $3 & sorpresa #pane ieri");
        message.Views.Should().Be(Count.Exact(0), "the page says 0");
        message.Reactions.Select(reaction => reaction.ToString()).Should().Equal("⭐ 4", "❤ 53", "5265077361648368841 1.05K");
        message.Reactions.Select(reaction => reaction.Kind).Should().Equal(ReactionKind.PaidStar, ReactionKind.Emoji, ReactionKind.CustomEmoji);
        message.Signature.Should().Be("Lucia Neri");
        message.IsEdited.Should().BeTrue();
        message.PublishedAt.Should().Be(new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero));
        message.AlbumIds.Should().BeEmpty("a link in the text is no item of an album");
        message.HasMedia.Should().BeFalse();
        message.ChannelId.Should().Be(-1_001_700_000_042);
    }

    [Fact]
    public void Parse_Reply_TakesItsOwnTextOnly()
    {
        var message = Message(42);

        message.Text.Should().Be("Новинка: ржаной хлеб\nстрока 1\nстрока 2\nedited, не правда ли");
        message.Views!.Value.Raw.Should().Be("1.2K");
        message.IsEdited.Should().BeFalse("the word stands in the text, not beside the time");
        message.Reactions.Should().BeEmpty();
    }

    [Fact]
    public void Parse_Album_ReadsAllItemsAndTheNestedCaptionOnce()
    {
        var message = Message(43);

        message.AlbumIds.Should().Equal(43, 44, 45);
        message.Text.Should().Be("خبز طازج اليوم 🍞");
        message.HasMedia.Should().BeTrue();
        message.Holds(45).Should().BeTrue();
        message.Holds(46).Should().BeFalse();
    }

    [Fact]
    public void Parse_Poll_DoesNotTakeVotersForViews()
    {
        var message = Message(46);

        message.Views.Should().Be(Count.Exact(844));
        message.PollVoters.Should().Be(Count.Exact(120));
        message.Text.Should().BeNull();
    }

    [Fact]
    public void Parse_Forwarded_NamesTheOrigin()
    {
        Message(47).ForwardedFrom.Should().Be("Gazzetta del Pane");
        Message(47).Text.Should().Be("Notizia altrui");
    }

    [Fact]
    public void Parse_UnreadableCounter_IsUnknownAndNotThatOfTheLinkPreview()
    {
        Message(48).Views.Should().BeNull();
        Message(48).Text.Should().Be("Guarda");
    }

    [Fact]
    public void Parse_Document_IsMediaWithoutText()
    {
        Message(49).HasMedia.Should().BeTrue();
        Message(49).Text.Should().BeNull();
        Message(49).Views!.Value.Value.Should().Be(11_110);
    }

    [Fact]
    public void Parse_NoPostsFound_IsAnEmptyPreview()
    {
        var page = PreviewPage.Parse(Page.Own("preview-empty.html"))!;

        page.IsEmpty.Should().BeTrue();
        page.HasOlder.Should().BeFalse();
        page.Subscribers.Should().NotBeNull();
    }

    [Theory]
    [InlineData("home-shell.html")]
    [InlineData("landing-channel.html")]
    [InlineData("embed-not-found.html")]
    public void Parse_OtherPage_IsNoPreview(string name) => PreviewPage.Parse(Page.Own(name)).Should().BeNull();

    [Fact]
    public void Parse_PageCutAnywhere_NeverThrowsAndNeverInventsViews()
    {
        var html = Page.Own("preview.html");
        string?[] real = ["0", "1.2K", "12.1K", "844", "1.95M", "11\u00a0110", "11 110"];
        for (var length = 0; length < html.Length; length += 37)
        {
            var page = PreviewPage.Parse(html[..length]);
            var views = page?.Messages.Where(message => message.Name.Channel == "PanificioAurora").Select(message => message.Views?.Raw).OfType<string>() ?? [];
            views.SkipLast(1).Should().BeSubsetOf(real);
        }
    }

    [Fact]
    public void Parse_MessageInsideAnother_IsNotTakenForIt()
    {
        const string Html = """
            <div class="tgme_widget_message" data-post="pane/5">
              <div class="tgme_widget_message" data-post="brioche/7"><div class="tgme_widget_message_text">Other</div><span class="tgme_widget_message_views">900</span></div>
            </div>
            """;

        var message = PreviewPage.Parse(Html)!.MessagesOf("pane").Should().ContainSingle().Subject;

        message.Views.Should().BeNull();
        message.Text.Should().BeNull();
    }

    [Fact]
    public void Parse_VeryDeepNesting_DoesNotExhaustTheStack()
    {
        var html = new StringBuilder("<div class=\"tgme_widget_message\" data-post=\"a/1\"><div class=\"tgme_widget_message_text\">");
        html.Insert(html.Length, "<span>", 5_000).Append("<span class=\"tgme_widget_message_views\">5</span>");

        PreviewPage.Parse(html.ToString())!.Messages.Should().ContainSingle().Which.Views.Should().BeNull();
    }

    [Theory]
    [InlineData("durov")]
    [InlineData("durov/")]
    [InlineData("/5")]
    [InlineData("durov/0")]
    [InlineData("durov/-1")]
    [InlineData("durov/5g")]
    [InlineData("durov/99999999999")]
    public void Parse_BlockWithoutAPostName_IsLeftOut(string name) =>
        PreviewPage.Parse($"<div class=\"tgme_channel_history\"><div class=\"tgme_widget_message\" data-post=\"{name}\"><span class=\"tgme_widget_message_views\">5</span></div></div>")!
            .Messages.Should().BeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("ELIDED")]
    [InlineData("???")]
    [InlineData("eyJjIjoiYSJ9")]
    [InlineData("W10")]
    [InlineData("eyJjIjo1fQ")]
    public void ChannelId_TokenThatDoesNotSay_IsUnknown(string? token) => ViewToken.ChannelId(token).Should().BeNull();

    private static PageMessage Message(int id) => Preview.Messages.Single(message => message.Name == new PostName("PanificioAurora", id));
}
