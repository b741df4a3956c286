using System.Globalization;
using TelegramMarketing.PublicPages;

namespace TelegramMarketing.Tests.PublicPages;

/// <summary>The pages as Telegram serves them. The expected values were read from the files by hand.</summary>
public sealed class CapturedPagesTests
{
    [SkippableTheory]
    [InlineData("tchan_parse_audio_message.html", "tchantest/13", "2", "2023-02-24T07:34:05Z", null)]
    [InlineData("tchan_parse_forwarded_text_message.html", "tchantest/89", "2", "2023-02-24T12:13:31Z", ";)")]
    [InlineData("tchan_parse_location_message.html", "tchantest/10", "2", "2023-02-24T07:31:38Z", null)]
    [InlineData("tchan_parse_photo_multiple.html", "tchantest/14", "2", "2023-02-24T07:34:20Z", "Multiple pics")]
    [InlineData("tchan_parse_photo_single.html", "tchantest/16", "2", "2023-02-24T07:35:28Z", "Picture by telegram camera")]
    [InlineData("tchan_parse_poll.html", "tchantest/11", "2", "2023-02-24T07:32:23Z", null)]
    [InlineData("tchan_parse_signed_edited_text_message.html", "tchantest/5", "2", "2023-02-24T07:29:57Z", "Hello! Signed and edited message")]
    [InlineData("tchan_parse_sticker_message.html", "tchantest/9", "2", "2023-02-24T07:31:06Z", null)]
    [InlineData("tchan_parse_text_message_link_with_regular_preview.html", "tchantest/94", "1", "2023-02-24T13:47:38Z", "https://agenciabrasil.ebc.com.br/justica/noticia/2022-08/operacao-guardioes-do-bioma-apreende-239-toneladas-de-minerio")]
    [InlineData("tchan_parse_text_reply_to_video.html", "tchantest/20", "2", "2023-02-24T07:38:31Z", "Reply to a video (not recorded in telegram)")]
    [InlineData("tchan_parse_unsigned_text_message.html", "tchantest/6", "2", "2023-02-24T07:30:39Z", "Unsigned message")]
    [InlineData("tchan_parse_video_big.html", "some_random_user/5343", "436.6K", "2023-01-30T23:30:40Z", "some text")]
    [InlineData("tg2026_message_album_brieflyru_47109_abridged.html", "brieflyru/47109", null, "2026-09-27T08:21:14Z", "Операция «Мёртвая рука». Строительство российского ядерного бункера «судного дня» — The Sunday T…")]
    [InlineData("tg2026_message_text_linkpreview_paidreaction_durov525.html", "durov/525", "16.3M", "2026-06-12T19:15:19Z", "🔄 Telegram’s new update is out. Lots of great new features.\n\n😂 But most importantly: the announcement is actually fun to read.")]
    public void Parse_CapturedMessage_ReadsTextTimeAndViews(string file, string post, string? views, string publishedAt, string? text)
    {
        var message = Single(file);

        $"{message.Name.Channel}/{message.Name.MessageId}".Should().Be(post);
        message.Views?.Raw.Should().Be(views);
        (message.Views is null).Should().Be(views is null);
        message.PublishedAt.Should().Be(DateTimeOffset.Parse(publishedAt, CultureInfo.InvariantCulture));
        message.Text.Should().Be(text);
        message.IsService.Should().BeFalse();
    }

    [SkippableFact]
    public void Parse_CapturedViews_AreExactBelowAThousandAndAnIntervalAbove()
    {
        Single("tchan_parse_audio_message.html").Views.Should().Be(Count.Exact(2));
        Single("tchan_parse_video_big.html").Views.Should().Be(Count.Rounded(436_600, 436_550, 436_699, "436.6K"));
        Single("tg2026_message_text_linkpreview_paidreaction_durov525.html").Views.Should().Be(Count.Rounded(16_300_000, 16_250_000, 16_399_999, "16.3M"));
    }

    [SkippableFact]
    public void Parse_CapturedServiceMessage_HasNoViews()
    {
        var message = Single("tchan_parse_service_message_pinned.html");

        message.Name.Should().Be(new PostName("tchantest", 92));
        message.IsService.Should().BeTrue();
        message.Views.Should().BeNull();
        message.PublishedAt.Should().Be(new DateTimeOffset(2023, 2, 24, 12, 20, 19, TimeSpan.Zero));
        message.Text.Should().Be("tchan's test channel 👍 pinned «Going to pin this message»");
    }

    [SkippableTheory]
    [InlineData("tchan_parse_audio_message.html", true)]
    [InlineData("tchan_parse_location_message.html", true)]
    [InlineData("tchan_parse_photo_multiple.html", true)]
    [InlineData("tchan_parse_photo_single.html", true)]
    [InlineData("tchan_parse_poll.html", true)]
    [InlineData("tchan_parse_sticker_message.html", true)]
    [InlineData("tchan_parse_video_big.html", true)]
    [InlineData("tg2026_message_album_brieflyru_47109_abridged.html", true)]
    [InlineData("tchan_parse_text_reply_to_video.html", false)]
    [InlineData("tchan_parse_unsigned_text_message.html", false)]
    [InlineData("tchan_parse_text_message_link_with_regular_preview.html", false)]
    public void Parse_CapturedMessage_TellsMedia(string file, bool hasMedia) => Single(file).HasMedia.Should().Be(hasMedia);

    [SkippableFact]
    public void Parse_CapturedAlbums_HaveAllItems()
    {
        Single("tchan_parse_photo_multiple.html").AlbumIds.Should().Equal(14, 15);
        Single("tg2026_message_album_brieflyru_47109_abridged.html").AlbumIds.Should().Equal(47109, 47110, 47111, 47112);
        Single("tchan_parse_photo_single.html").AlbumIds.Should().BeEmpty();
    }

    [SkippableFact]
    public void Parse_CapturedSignedEditedAndForwarded_AreTold()
    {
        var signed = Single("tchan_parse_signed_edited_text_message.html");
        signed.Signature.Should().Be("Álvaro Justen");
        signed.IsEdited.Should().BeTrue();

        var unsigned = Single("tchan_parse_unsigned_text_message.html");
        unsigned.Signature.Should().BeNull();
        unsigned.IsEdited.Should().BeFalse();
        unsigned.ForwardedFrom.Should().BeNull();

        Single("tchan_parse_forwarded_text_message.html").ForwardedFrom.Should().Be("Some user");
    }

    [SkippableFact]
    public void Parse_CapturedPoll_TellsVotersFromViews() => Single("tchan_parse_poll.html").PollVoters.Should().Be(Count.Exact(0));

    [SkippableFact]
    public void Parse_CapturedReactions_AreReadInTheirOrder() =>
        Single("tg2026_message_text_linkpreview_paidreaction_durov525.html").Reactions.Select(reaction => reaction.ToString()).Should().Equal(
            "⭐ 4.44K", "5265077361648368841 19.8K", "5465587407350942612 8.04K", "5399847211989246390 6.05K", "5936157098181135162 1.16K", "5373223594484587136 244");

    [SkippableFact]
    public void Parse_CapturedViewToken_TellsTheChannelsId()
    {
        Single("tchan_parse_photo_multiple.html").ChannelId.Should().Be(-1_001_591_537_674);
        Single("tg2026_message_text_linkpreview_paidreaction_durov525.html").ChannelId.Should().Be(-1_001_006_503_122);
    }

    [SkippableFact]
    public void Parse_CapturedPreview_ReadsAll()
    {
        var page = PreviewPage.Parse(Page.Captured("tg2026_s_durov_first2of20.html"))!;

        page.Channel.Should().Be("durov");
        page.Username.Should().Be("durov");
        page.Subscribers.Should().Be(Count.Rounded(10_500_000, 10_450_000, 10_599_999, "10.5M"));
        page.HasOlder.Should().BeTrue();
        page.MessagesOf("Durov").Select(message => (message.Name.MessageId, message.Views?.Raw, message.Signature, message.IsEdited)).Should().Equal(
            (528, "18.9M", "Pavel Durov", false), (529, "9.69M", "Pavel Durov", false));
        page.Messages[0].PublishedAt.Should().Be(new DateTimeOffset(2026, 6, 15, 18, 58, 13, TimeSpan.Zero));
        page.Messages[0].Text.Should().Be(
            "⛔️ The UK government wants to ban social media for children under 16.\n\nBut banning social media for kids only puts them in greater danger. […]\n\nP. S. More about digital freedom in my speech — the source material for our $200,000 clipping contest.");
        page.Messages[0].Reactions.Select(reaction => reaction.Count.Raw).Should().Equal("14.3K", "132K", "39.9K", "24.7K", "22.1K", "771");
        page.Messages[1].Text.Should().Be(
            "🚫 India’s IT ministry banned Telegram for one week because some users shared leaked exam questions. […] And the ban hasn't stopped anything. […]");
        page.Messages[1].Reactions.Select(reaction => reaction.Count.Raw).Should().Equal("6.28K", "69.6K", "18.9K", "16.5K", "8.76K", "989");
        page.Messages[1].PublishedAt.Should().Be(new DateTimeOffset(2026, 6, 16, 15, 5, 29, TimeSpan.Zero));
    }

    [SkippableFact]
    public void Parse_CapturedSearchWithoutHits_IsEmpty()
    {
        var page = PreviewPage.Parse(Page.Captured("tg2026_s_durov_q_nohits.html"))!;

        page.IsEmpty.Should().BeTrue();
        page.HasOlder.Should().BeFalse();
        page.Subscribers!.Value.Raw.Should().Be("11.1M");
    }

    [SkippableFact]
    public void Parse_CapturedChannelInfo_ReadsTheOneSubscriber()
    {
        var page = PreviewPage.Parse(Page.Captured("tchan_channel_info.html"))!;

        page.Username.Should().Be("tchantest");
        page.Subscribers.Should().Be(Count.Exact(1));
        page.Messages.Should().BeEmpty();
    }

    [SkippableFact]
    public void Parse_CapturedEmbedOfAMissingPost_SaysSo() =>
        EmbedPage.Parse(Page.Captured("tg2026_embed_post_not_found.html")).Should().Be(new EmbedPage(Message: null, SaysNotFound: true));

    [SkippableFact]
    public void Parse_CapturedLandingPages_TellAChannelFromNobody()
    {
        LandingPage.Parse(Page.Captured("tg2026_landing_channel_durov.html"))
            .Should().Be(new LandingPage(LandingKind.Channel, HasPreview: true, Count.Exact(11_110_268, "11 110 268")));
        LandingPage.Parse(Page.Captured("tg2026_landing_nonexistent.html"))
            .Should().Be(new LandingPage(LandingKind.PersonOrNobody, HasPreview: false, Subscribers: null));
    }

    private static PageMessage Single(string file) => PreviewPage.Parse(Page.Captured(file))!.Messages.Should().ContainSingle().Subject;
}
