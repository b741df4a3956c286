using System.Net.Http.Json;
using System.Text.Json;
using MimeKit;

namespace TelegramMarketing.Email.Tests;

/// <summary>
/// Against maildev, a mail server that somebody else wrote, with an HTTP interface to read what arrived. <c>TELEGRAMMARKETING_MAILDEV</c> says where it is:
/// <c>smtp=127.0.0.1:1025;http=127.0.0.1:1080</c>.
/// </summary>
public sealed class MaildevTests
{
    private const string Variable = "TELEGRAMMARKETING_MAILDEV";

    [SkippableTheory]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("es")]
    [InlineData("ru")]
    [InlineData("ar")]
    public async Task SendAsync_ToARealServer_ArrivesWhole(string language)
    {
        var (smtp, http) = Server();
        var address = $"giulia.{language}.{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6))}@shop.example";
        var message = Mail.Message(address, language);
        await using var transport = Mail.Transport(Options(smtp));

        var receipt = await transport.SendAsync(message);

        receipt.Outcome.Should().Be(InvitationOutcome.Delivered, receipt.Reason);
        using var client = new HttpClient { BaseAddress = http };
        var arrived = await FindAsync(client, address);
        arrived.GetProperty("subject").GetString().Should().Be(message.Invitation.Subject);
        arrived.GetProperty("text").GetString().Should().Contain(message.Invitation.Text.PlainText.Split('\n')[0]).And.Contain(message.Invitation.Address.AbsoluteUri);
        arrived.GetProperty("html").GetString().Should().Contain(message.Invitation.ButtonLabel);
        var id = arrived.GetProperty("id").GetString();
        var picture = arrived.GetProperty("attachments")[0].GetProperty("generatedFileName").GetString();
        (await client.GetByteArrayAsync(new Uri($"api/email/{id}/attachment/{picture}", UriKind.Relative))).Should().Equal(message.Invitation.ToQrPng(EmailComposer.PixelsPerModule));
        using var source = await client.GetStreamAsync(new Uri($"api/email/{id}/source", UriKind.Relative));
        ShouldBeWhole(await MimeMessage.LoadAsync(source), message.Invitation, address);
    }

    [SkippableFact]
    public async Task SendAsync_ManyToARealServer_AllArriveOnce()
    {
        var (smtp, http) = Server();
        var tag = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6));
        await using var transport = Mail.Transport(Options(smtp));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => transport.SendAsync(Mail.Message($"customer{number}.{tag}@shop.example"))));

        receipts.Should().OnlyContain(receipt => receipt.Outcome == InvitationOutcome.Delivered);
        using var client = new HttpClient { BaseAddress = http };
        var all = await client.GetFromJsonAsync<JsonElement>(new Uri("api/email", UriKind.Relative));
        all.EnumerateArray().Select(Recipient).Where(recipient => recipient.Contains(tag, StringComparison.Ordinal)).Should().HaveCount(30).And.OnlyHaveUniqueItems();
    }

    private static void ShouldBeWhole(MimeMessage message, Invitation invitation, string address)
    {
        message.To.Mailboxes.Single().Address.Should().Be(address);
        message.MessageId.Should().Be("0192f1aa5b6c7d8e9f00112233445566@aurora.example");
        message.Date.Should().Be(Mail.Now);
        message.Headers[HeaderId.ListUnsubscribe].Should().StartWith("<https://shop.example/unsubscribe/");
        message.Headers[HeaderId.ListUnsubscribePost].Should().Be("List-Unsubscribe=One-Click");
        var picture = message.BodyParts.OfType<MimePart>().Single(part => part.ContentType.IsMimeType("image", "png"));
        picture.ContentDisposition!.Disposition.Should().Be("inline");
        message.HtmlBody.Should().Contain($"cid:{picture.ContentId}").And.Contain($"lang=\"{invitation.Language}\"");
    }

    private static async Task<JsonElement> FindAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri("api/email", UriKind.Relative))).EnumerateArray().Single(email => Recipient(email) == address);

    private static string Recipient(JsonElement email) => email.GetProperty("to")[0].GetProperty("address").GetString()!;

    private static EmailOptions Options(Uri smtp) => new()
    {
        Host = smtp.Host,
        Port = smtp.Port,
        Security = EmailSecurity.None,
        From = "news@aurora.example",
        FromName = "Panificio Aurora",
        UnsubscribeMailbox = "unsubscribe@aurora.example",
    };

    private static (Uri Smtp, Uri Http) Server()
    {
        var setting = Environment.GetEnvironmentVariable(Variable);
        Skip.If(string.IsNullOrEmpty(setting), $"{Variable} is not set");
        var parts = setting!.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        return (new Uri($"smtp://{parts["smtp"]}"), new Uri($"http://{parts["http"]}"));
    }
}
