using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using TelegramMarketing.Invitations;
using TelegramMarketing.Time;

namespace TelegramMarketing.Email.Tests;

/// <summary>What the tests of this project begin with.</summary>
internal static class Mail
{
    public const string Password = "s3cr3t-of-the-mail-server";
    public const string Customer = "giulia.rossi@shop.example";

    public static readonly DateTimeOffset Now = new(2026, 3, 9, 8, 30, 0, TimeSpan.Zero);

    public static FakeTimeProvider Clock() => new(Now);

    public static EmailOptions Options(ScriptedSmtpServer server, Action<EmailOptions>? configure = null)
    {
        var options = new EmailOptions
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Security = EmailSecurity.None,
            CheckRevocation = false,
            From = "news@aurora.example",
            FromName = "Panificio Aurora",
            UnsubscribeMailbox = "unsubscribe@aurora.example",
            CertificateValidation = (_, certificate, _, _) => ((X509Certificate2?)certificate)?.Thumbprint == server.Certificate.Thumbprint,
        };
        configure?.Invoke(options);
        return options;
    }

    public static EmailTransport Transport(EmailOptions options, TimeProvider? clock = null, FakeLogger? logger = null) =>
        new(new Clock(clock ?? Clock()), options, (ILogger?)logger ?? new FakeLogger());

    public static InvitationMessage Message(string? address = Customer, string language = "it") => new()
    {
        Invitation = Invitation(language),
        Recipient = new InvitationRecipient { Customer = "customer-4711", EmailAddress = address },
    };

    public static Invitation Invitation(string language = "it", bool withPage = true, string title = "Panificio Aurora")
    {
        var text = BuiltInInvitationTexts.All[language];
        var address = new Uri("https://t.me/aurora_bot?start=inv_Zm9vYmFyYmF6cXV4MTIzNA");
        var optOut = new Uri("https://t.me/aurora_bot?start=out_Zm9vYmFyYmF6cXV4MTIzNA");
        return new Invitation
        {
            Id = Guid.Parse("0192f1aa-5b6c-7d8e-9f00-112233445566"),
            Channel = ChannelAddress.Parse("@aurora"),
            ChannelTitle = title,
            Address = address,
            OptOutAddress = optOut,
            UnsubscribeAddress = withPage ? new Uri("https://shop.example/unsubscribe/Zm9vYmFyYmF6cXV4MTIzNA") : null,
            Subject = Fill(text.Subject),
            ButtonLabel = text.OpenChannel,
            Text = PostText.Plain(Fill(text.Invitation)),
            Customer = "customer-4711",
            Language = language,
            CreatedAt = Now,
        };

        string Fill(string template) => InvitationTextRules.Fill(template, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["channel"] = title,
            ["about"] = text.About,
            ["link"] = address.AbsoluteUri,
            ["optout"] = optOut.AbsoluteUri,
        });
    }
}
