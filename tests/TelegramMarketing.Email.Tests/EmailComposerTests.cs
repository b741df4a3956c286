using MimeKit;
using Snapshooter;
using Snapshooter.Xunit;

namespace TelegramMarketing.Email.Tests;

/// <summary>What arrives at the customer's.</summary>
public sealed class EmailComposerTests
{
    [Theory]
    [InlineData("it")]
    [InlineData("ar")]
    public void Compose_WholeMessage_IsAsApproved(string language) =>
        Write(Compose(Mail.Invitation(language))).MatchSnapshot(SnapshotNameExtension.Create(language));

    [Theory]
    [InlineData("it")]
    [InlineData("ar")]
    public void Compose_Html_IsAsApproved(string language) =>
        Compose(Mail.Invitation(language)).HtmlBody!.MatchSnapshot(SnapshotNameExtension.Create(language));

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("it", "ltr")]
    [InlineData("es", "ltr")]
    [InlineData("ru", "ltr")]
    [InlineData("ar", "rtl")]
    public void Compose_EachLanguage_KeepsItsWordsAndDirection(string language, string direction)
    {
        var invitation = Mail.Invitation(language);

        var message = Reread(Compose(invitation));

        message.Subject.Should().Be(invitation.Subject);
        message.TextBody.Should().Contain(invitation.Text.PlainText.Split('\n')[0]);
        message.HtmlBody.Should().Contain($"<html lang=\"{language}\" dir=\"{direction}\">").And.Contain($">{invitation.ButtonLabel}</a>");
    }

    [Fact]
    public void Compose_WithAPage_OffersOneClickAndTheMailboxInThisOrder()
    {
        var message = Reread(Compose(Mail.Invitation()));

        message.Headers[HeaderId.ListUnsubscribe].Should()
            .Be("<https://shop.example/unsubscribe/Zm9vYmFyYmF6cXV4MTIzNA>, <mailto:unsubscribe@aurora.example?subject=unsubscribe%200192f1aa5b6c7d8e9f00112233445566>");
        message.Headers[HeaderId.ListUnsubscribePost].Should().Be("List-Unsubscribe=One-Click");
        message.TextBody.Should().Contain("https://shop.example/unsubscribe/").And.NotContain("start=out_", "a reader without Telegram could not follow it");
    }

    [Fact]
    public void Compose_WithoutAPage_OffersTelegramAndTheMailbox()
    {
        var message = Reread(Compose(Mail.Invitation(withPage: false)));

        message.Headers[HeaderId.ListUnsubscribe].Should().StartWith("<mailto:unsubscribe@aurora.example?");
        message.Headers.Contains(HeaderId.ListUnsubscribePost).Should().BeFalse("one click needs an https address");
        message.TextBody.Should().Contain("start=out_").And.Contain(" · unsubscribe@aurora.example");
        message.HtmlBody.Should().Contain("href=\"mailto:unsubscribe@aurora.example?subject=unsubscribe%20");
    }

    [Fact]
    public void Compose_Picture_IsTheQrCodeOfTheAddress()
    {
        var invitation = Mail.Invitation();

        var message = Reread(Compose(invitation));

        var picture = message.BodyParts.OfType<MimePart>().Single(part => part.ContentType.IsMimeType("image", "png"));
        using var bytes = new MemoryStream();
        picture.Content!.DecodeTo(bytes);
        bytes.ToArray().Should().Equal(invitation.ToQrPng(EmailComposer.PixelsPerModule));
        picture.ContentDisposition!.Disposition.Should().Be("inline");
        message.HtmlBody.Should().Contain($"src=\"cid:{picture.ContentId}\" alt=\"QR: https://t.me/aurora_bot?start=inv_");
    }

    [Fact]
    public void Compose_Html_FetchesNothing()
    {
        var html = Compose(Mail.Invitation()).HtmlBody;

        html.Should().NotContainAny("<script", "<link ", "@import", "url(", "src=\"http", "background=\"");
        System.Text.RegularExpressions.Regex.Count(html, "<img ").Should().Be(1);
    }

    [Theory]
    [InlineData("Aurora\r\nBcc: victim@shop.example")]
    [InlineData("Aurora\nBcc: victim@shop.example")]
    [InlineData("Aurora\u2028Bcc: victim@shop.example")]
    [InlineData("Aurora\0\u000bBcc: victim@shop.example")]
    [InlineData("Аврора\r\n Bcc: victim@shop.example")]
    public void Compose_LineBreakInATitle_BeginsNoHeader(string title)
    {
        var invitation = Mail.Invitation(title: title) with { Subject = title };

        var message = Reread(Compose(invitation, options => options.FromName = null));

        message.Bcc.Mailboxes.Should().BeEmpty();
        message.Headers.Select(header => header.Field).Should().NotContain("Bcc").And.OnlyHaveUniqueItems();
        message.Subject.Should().StartWith(title[..6]).And.Contain("Bcc: victim", "it is only words").And.NotContainAny("\r", "\n");
        message.From.Mailboxes.Single().Address.Should().Be("news@aurora.example");
    }

    [Fact]
    public void Compose_MarkupInATitle_IsShownAsItStands()
    {
        var message = Compose(Mail.Invitation(title: "<b>\"A\" & C</b>"));

        message.HtmlBody.Should().Contain("&lt;b&gt;&quot;A&quot; &amp; C&lt;/b&gt;").And.NotContain("<b>");
    }

    [Fact]
    public void Compose_NamesAndDomainsOfTheWorld_AreEncoded()
    {
        var message = Compose(Mail.Invitation(), options =>
        {
            options.From = "news@пекарня.example";
            options.FromName = "Пекарня «Аврора» 🥖";
            options.ReplyTo = "info@bäckerei.example";
        });

        Write(message).Should().NotMatchRegex("[^\\x00-\\x7f]", "a header in the clear would need SMTPUTF8");
        var read = Reread(message);
        read.From.Mailboxes.Single().Name.Should().Be("Пекарня «Аврора» 🥖");
        Write(message).Should().Contain("<news@xn--80ajpngj0i.example>").And.Contain("Reply-To: info@xn--bckerei-5wa.example\n");
        read.MessageId.Should().Be("0192f1aa5b6c7d8e9f00112233445566@xn--80ajpngj0i.example");
    }

    [Fact]
    public void Compose_SameInvitation_GivesTheSameBytes() =>
        Write(Compose(Mail.Invitation())).Should().Be(Write(Compose(Mail.Invitation())));

    [Fact]
    public void Compose_AbsentWords_FallBackOnTheTitle()
    {
        var message = Compose(Mail.Invitation() with { Subject = " ", ButtonLabel = "", Text = PostText.Plain("Ciao."), Language = "x\"><script>" });

        message.Subject.Should().Be("Panificio Aurora");
        message.HtmlBody.Should().Contain(">Panificio Aurora</a>").And.Contain("<html lang=\"en\"").And.Contain("shop.example/unsubscribe", "the way out is never missing");
    }

    private static MimeMessage Compose(Invitation invitation, Action<EmailOptions>? configure = null)
    {
        var options = new EmailOptions { Host = "mail.example", From = "news@aurora.example", FromName = "Panificio Aurora", UnsubscribeMailbox = "unsubscribe@aurora.example" };
        configure?.Invoke(options);
        return new EmailComposer(options).Compose(invitation, new MailboxAddress("", Mail.Customer), Mail.Now);
    }

    private static string Write(MimeMessage message)
    {
        using var stream = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Unix;
        message.WriteTo(format, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static MimeMessage Reread(MimeMessage message)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Write(message)));
        return MimeMessage.Load(stream);
    }
}
