using System.Buffers.Text;
using System.Text;
using TelegramMarketing.PublicPages;

namespace TelegramMarketing.Tests.PublicPages;

/// <summary>Markup that other years, other kinds of posts and reformatted copies of pages have.</summary>
public sealed class MarkupVariantsTests
{
    [Fact]
    public void Parse_ReformattedPage_ReadsTextAndCountersAsOnTheOriginal()
    {
        var page = PreviewPage.Parse("""
            <div class="tgme_header_counter">
                                                                                   60K members
            </div>
            <main class="tgme_main" data-url="/panetteria"><section class="tgme_channel_history">
             <a href="/s/panetteria?before=91" class="tme_messages_more js-messages_more" data-before="91"></a>
             <div class="tgme_widget_message
                         force_userpic
                         js-widget_message" data-post="panetteria/91">
              <div class="tgme_widget_message_text js-message_text" dir="auto">
               <b>PANE <i class="emoji"><b>🔥</b></i></b>
               <br>
               <br>Oggi: <a href="?q=%23segale">#segale</a>,
               appena sfornato
               <br>Costa  poco
              </div>
              <span class="tgme_widget_message_views">
               4.4K
              </span>
             </div>
            </section></main>
            """)!;

        page.Subscribers!.Value.Raw.Should().Be("60K");
        page.HasOlder.Should().BeTrue();
        var message = page.Messages.Should().ContainSingle().Subject;
        message.Text.Should().Be("PANE 🔥\n\nOggi: #segale, appena sfornato\nCosta  poco");
        message.Views!.Value.Raw.Should().Be("4.4K");
    }

    [Theory]
    [InlineData("""{"c":-7,"p":7,"t":1733422422,"h":"0"}""", 4_150, 1_050)]
    [InlineData("""{"c":-7,"p":"7g","t":1790000000,"h":"0"}""", 4_195, 1_095)]
    [InlineData("""{"c":-7,"p":7}""", 4_195, 1_095)]
    public void Parse_Counters_AreAsExactAsOnPagesOfThatYear(string token, long viewsLow, long subscribersLow)
    {
        var page = PreviewPage.Parse($"""
            <div class="tgme_header_counter">1.1K subscribers</div>
            <div class="tgme_widget_message" data-post="pane/7" data-view="{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token))}"><span class="tgme_widget_message_views">4.2K</span></div>
            """)!;

        page.Messages[0].Views!.Value.Low.Should().Be(viewsLow);
        page.Messages[0].ChannelId.Should().Be(-1_000_000_000_007);
        page.Subscribers!.Value.Low.Should().Be(subscribersLow);
    }

    [Fact]
    public void Parse_MessagesOwnSpaceBeforeABreak_IsKept() =>
        Read("""<div class="tgme_widget_message_text js-message_text">Nuovo <br/>pane</div>""").Text.Should().Be("Nuovo \npane");

    [Fact]
    public void Parse_QuoteCodeSpoilerAndCustomEmoji_AreTheirVisibleText() =>
        Read("""
            <div class="tgme_widget_message_text js-message_text">Detto:<blockquote expandable>uno<br/>due</blockquote>e <tg-spoiler>segreto</tg-spoiler>
            <pre><code class="language-cs">if (x)
              y();</code></pre><code>z</code> <tg-emoji emoji-id="5"><i class="emoji"><b>😂</b></i></tg-emoji> <a href="https://pane.example/a">qui</a> &lt;b&gt; &#036;3</div>
            """).Text.Should().Be("Detto:\nuno\ndue\ne segreto\nif (x)\n  y();\nz 😂 qui <b> $3");

    [Theory]
    [InlineData("""<i class="emoji"><b>❤</b></i>53""", "❤ 53")]
    [InlineData("""<i class="emoji">👍</i>6""", "👍 6")]
    [InlineData("""<span class="emoji"><b>👍</b></span>7""", "👍 7")]
    [InlineData("""<b>❤</b>3""", "❤ 3")]
    [InlineData("👍 1 204", "👍 1 204")]
    [InlineData("""<i class="emoji"><b>1️⃣</b></i>1.2K""", "1️⃣ 1.2K")]
    [InlineData("""<span>🔥</span><span>19.8K</span>""", "🔥 19.8K")]
    [InlineData("""<tg-emoji>👍</tg-emoji>30.7K""", "👍 30.7K")]
    [InlineData("""<tg-emoji emoji-id="42"><i class="emoji"><b>👍</b></i></tg-emoji>30.7K""", "42 30.7K")]
    [InlineData("""<tg-emoji emoji-id="42"></tg-emoji>8.04K""", "42 8.04K")]
    public void Parse_Reaction_IsReadWhateverHoldsTheEmoji(string inside, string expected) =>
        Read($"""<div class="tgme_widget_message_reactions"><span class="tgme_reaction">{inside}</span></div>""")
            .Reactions.Should().ContainSingle().Which.ToString().Should().Be(expected);

    [Theory]
    [InlineData("""<i class="emoji"><b>❤</b></i>""")]
    [InlineData("53")]
    [InlineData("""<i class="emoji"><b>❤</b></i>many""")]
    public void Parse_ReactionWithoutACountOrAnEmoji_IsLeftOut(string inside) =>
        Read($"""<span class="tgme_reaction">{inside}</span>""").Reactions.Should().BeEmpty();

    [Theory]
    [InlineData("""<a class="tgme_widget_message_link_preview" href="https://t.me/pane/3?single"></a>""")]
    [InlineData("""<a class="tgme_widget_message_reply" href="https://t.me/pane/3?single"></a>""")]
    [InlineData("""<div class="tgme_widget_message_inline_keyboard"><a class="tgme_widget_message_inline_button" href="https://t.me/pane/3?single">Vedi</a></div>""")]
    [InlineData("""<a class="tgme_widget_message_photo_wrap" href="https://t.me/pane/3?comment=9&amp;single"></a>""")]
    [InlineData("""<a class="tgme_widget_message_date" href="https://t.me/pane/3"></a>""")]
    public void Parse_LinkToAnotherPost_IsNoItemOfAnAlbum(string link) => Read(link).AlbumIds.Should().BeEmpty();

    [Theory]
    [InlineData("https://t.me/pane/8?single")]
    [InlineData("https://t.me/pane/8?single&amp;t=1")]
    [InlineData("https://t.me/pane/8")]
    public void Parse_ItemInTheGroup_IsOneOfTheAlbum(string link) =>
        Read($"""<div class="tgme_widget_message_grouped_wrap"><a class="tgme_widget_message_photo_wrap grouped_media_wrap blured" href="{link}"></a></div>""").AlbumIds.Should().Equal(7, 8);

    [Theory]
    [InlineData("text_not_supported_wrap service_message", "Channel photo updated", null)]
    [InlineData("text_not_supported_wrap", null, "Service message")]
    public void Parse_ServiceMessage_IsToldByItsClassOrItsLabel(string classes, string? text, string? label)
    {
        var message = PreviewPage.Parse($"""
            <div class="tgme_widget_message {classes}" data-post="pane/7">
            {(text is null ? "" : $"<div class=\"tgme_widget_message_text js-message_text\">{text}</div>")}
            {(label is null ? "" : $"<div class=\"message_media_not_supported_wrap\"><div class=\"message_media_not_supported_label\">{label}</div></div>")}
            <span class="tgme_widget_message_views">5</span></div>
            """)!.Messages.Should().ContainSingle().Subject;

        message.IsService.Should().BeTrue();
        message.Views.Should().BeNull();
    }

    [Fact]
    public void Parse_PostThatThePageHoldsBack_HasItsViewsAndShowsNothing()
    {
        var message = Read("""<div class="message_media_not_supported_wrap"><div class="message_media_not_supported_label">Please open Telegram to view this post</div></div>""");

        message.Views.Should().Be(Count.Exact(12));
        message.Text.Should().BeNull();
        message.HasMedia.Should().BeFalse();
        message.IsService.Should().BeFalse();
    }

    [Fact]
    public void Parse_TextWhoseMediaThePageHoldsBack_HasMedia() =>
        Read("""
            <div class="message_media_not_supported_wrap"><div class="message_media_not_supported_label">Please open Telegram to view this post</div></div>
            <div class="tgme_widget_message_text js-message_text">Foto viva</div>
            """).HasMedia.Should().BeTrue();

    [Theory]
    [InlineData("""<div class="media_not_supported_cont"><div class="message_media_not_supported_wrap">""")]
    [InlineData("""<div class="message_media_not_supported_wrap media_not_supported_cont"><div>""")]
    public void Parse_AlternativeForOldBrowsers_IsNoPartOfTheMessage(string alternative)
    {
        var message = Read($"""
            <div class="media_supported_cont"><div class="tgme_widget_message_text js-message_text">Solo testo</div></div>
            {alternative}<div class="message_media_not_supported_label">Service message</div></div></div>
            """);

        message.HasMedia.Should().BeFalse();
        message.IsService.Should().BeFalse();
    }

    [Fact]
    public void Parse_QuotedTextOutsideOfTheReply_IsNotThePosts() =>
        Read("""<div class="tgme_widget_message_text js-message_reply_text">Altrui</div><div class="tgme_widget_message_text js-message_text">Mio</div>""").Text.Should().Be("Mio");

    [Fact]
    public void Parse_ErrorBlockWithAName_IsNoMessage() =>
        EmbedPage.Parse("""<div class="tgme_widget_message err_message" data-post="pane/7"><div class="tgme_widget_message_error">Post not found</div></div>""")
            .Should().Be(new EmbedPage(Message: null, SaysNotFound: true));

    [Theory]
    [InlineData("Telegram: Contact @pane", "2 805 members", "<div class='tgme_page_action tgme_page_context_action'><a class='tgme_action_button_new' href='/s/pane'>Preview channel</a></div>", "Channel", 2805L)]
    [InlineData("Telegram: Contact @pane", "2 875 subscribers", "<a class='tgme_page_context_link' href='https://t.me/s/pane'>Preview channel</a>", "Channel", 2875L)]
    [InlineData("Telegram: View @pane", "1 234 members, 56 online", "", "Group", null)]
    [InlineData("Telegram: Contact @members_bot", "@members_bot", "", "PersonOrNobody", null)]
    [InlineData("Telegram: Contact @subscriberx", "\n  @subscriberx\n", "", "PersonOrNobody", null)]
    [InlineData("Telegram: Contact @panebot", "4 120 302 monthly users", "", "PersonOrNobody", null)]
    [InlineData("Telegram: Launch @panebot", "12 monthly users", "", "PersonOrNobody", null)]
    [InlineData("Telegram: Contact @pane", "@pane", "<div class='tgme_page_description'><a href='https://t.me/s/other'>guarda</a></div>", "PersonOrNobody", null)]
    public void Parse_Landing_TellsWhatTheNameStandsFor(string title, string extra, string more, string kind, long? subscribers)
    {
        var page = LandingPage.Parse($"<title>{title}</title><div class='tgme_page'><div class='tgme_page_extra'>{extra}</div>{more}</div>")!;

        page.Kind.ToString().Should().Be(kind);
        page.HasPreview.Should().Be(kind == "Channel");
        page.Subscribers?.Value.Should().Be(subscribers);
    }

    private static PageMessage Read(string inside) => PreviewPage.Parse($"""
        <div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="pane/7">{inside}<span class="tgme_widget_message_views">12</span></div>
        """)!.Messages.Should().ContainSingle().Subject;
}
