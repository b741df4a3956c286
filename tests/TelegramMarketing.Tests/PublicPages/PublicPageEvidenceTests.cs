using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.PublicPages;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Tests.PublicPages;

public sealed class PublicPageEvidenceTests : IDisposable
{
    private static readonly ChannelAddress Channel = ChannelAddress.FromUsername("pane");
    private static readonly PostText Sent = PostText.Html($"<b>Ciao</b> <a href=\"https://pane.example/\">qui</a>\n<blockquote>uno\ndue</blockquote><pre>a  b\n c</pre> <tg-spoiler>segreto</tg-spoiler> 🥖 🧑\u200d🚒 & <code>x</code>");

    private readonly ScriptedSite _site = new();

    private static DateTimeOffset Began => ScriptedSite.Start.AddHours(-3);

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Look_PageShowsTheTextInItsOwnMarkup_IsFound()
    {
        // Some copies of pages have lost the joiner inside the last emoji.
        const string Shown = """
            <b>Ciao</b> <a href="https://pane.example/" onclick="return confirm('Open this link?\n\n'+this.href);">qui</a><br/><blockquote>uno<br/>due</blockquote><pre>a  b<br/> c</pre> <tg-spoiler>segreto</tg-spoiler> <i class="emoji"><b>🥖</b></i> <i class="emoji"><b>🧑🚒</b></i> &amp; <code>x</code>
            """;
        Show(Html.Message("pane", 11, Began.AddSeconds(5), text: Shown), Later());

        (await LookAsync(Text())).Sightings.Should().ContainSingle().Which.MessageIds.Should().Equal(11);
    }

    [Fact]
    public async Task Look_AnotherTextAndALaterPost_IsAbsent()
    {
        Show(Html.Message("pane", 11, Began.AddSeconds(5), text: "Altro"), Later());

        (await LookAsync(Text())).Kind.Should().Be(EvidenceKind.Absent);
    }

    [Fact]
    public async Task Look_PageHoldsAPostOfThatTimeBack_IsSuspect()
    {
        var heldBack = Html.Message("pane", 11, Began.AddSeconds(5), text: "").Replace(
            "<div class=\"tgme_widget_message_text js-message_text\"></div>",
            "<div class=\"message_media_not_supported_wrap\"><div class=\"message_media_not_supported_label\">Please open Telegram to view this post</div></div>",
            StringComparison.Ordinal);
        Show(heldBack, Later());

        (await LookAsync(Text())).Kind.Should().Be(EvidenceKind.Suspect, "protected posts and files can be shown like this");
    }

    [Fact]
    public async Task Look_SomebodyHasChangedAWordSince_IsSuspect()
    {
        Show(Html.Message("pane", 11, Began.AddSeconds(5), text: "Ciao qui<br/>uno<br/>due<br/>a b<br/>c segreto 🥖 🧑🚒 &amp; y"), Later());

        (await LookAsync(Text())).Kind.Should().Be(EvidenceKind.Suspect);
    }

    [Fact]
    public async Task Look_SomebodyHasForwardedTheSameText_IsNotOurs()
    {
        var forwarded = Html.Message("pane", 11, Began.AddSeconds(5), text: "Ciao").Replace(
            "<div class=\"tgme_widget_message_text",
            "<div class=\"tgme_widget_message_forwarded_from\">Forwarded from&nbsp;<a class=\"tgme_widget_message_forwarded_from_name\" href=\"https://t.me/dolci\">Dolci</a></div><div class=\"tgme_widget_message_text",
            StringComparison.Ordinal);
        Show(forwarded, Later());

        (await LookAsync(new() { Text = PostText.Plain("Ciao") })).Kind.Should().Be(EvidenceKind.Suspect, "nobody can tell whether it is a copy of ours");
    }

    [Fact]
    public async Task Look_TelegramHasTakenTheRingOut_IsFound()
    {
        Show(Html.Message("pane", 11, Began.AddSeconds(5), text: "Na shledanou v sobotu u nas"), Later());

        (await LookAsync(new() { Text = PostText.Plain("Na shledanou v sobotu u\u030A nas") })).Kind.Should().Be(EvidenceKind.Found);
    }

    [Fact]
    public async Task Look_ServiceMessageOfThatTime_ProvesNothingAgainstAnAbsence()
    {
        Show(Html.Service("pane", 11, Began.AddSeconds(5)), Later());

        (await LookAsync(Text())).Kind.Should().Be(EvidenceKind.Absent);
    }

    private static string Later() => Html.Message("pane", 12, Began.AddHours(2), text: "Dopo");

    private static PlannedMessage Text() => new() { Text = Sent };

    private void Show(params string[] messages) => _site.Show("/s/pane", Html.Preview("pane", hasOlder: false, [Html.Message("pane", 1, Began.AddDays(-1)), .. messages]));

    private Task<Evidence> LookAsync(PlannedMessage message)
    {
        var context = _site.Context;
        var chat = new ChatState(ChatTarget.For(Channel), perSecond: null, perMinute: null, context.Clock);
        var entry = new PublicationEntry(new Guid("b7a1c9f0-54de-4c1b-9f0e-1d2c3b4a5e6f"), Channel, Post.News(Sent), idempotencyKey: null, Began);
        var send = new UnknownSend(chat, entry, message, LastKnownId: 10, Began, Began.AddMinutes(5));
        return new PublicPageEvidence(new PublicPageSource(context)).LookAsync(send, _ => ValueTask.FromResult(false), CancellationToken.None);
    }
}
