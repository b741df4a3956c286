using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TelegramMarketing.Email.Tests;

/// <summary>What a host writes, and what it is told when that is wrong.</summary>
public sealed class UseEmailTests
{
    private const string Token = "123456789:AAEXAMPLEexampleEXAMPLEexampleEXAMPLE";

    [Fact]
    public async Task UseEmail_OfABot_IsItsTransport()
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing("brand-b", options => options.BotToken = Token).UseEmail(Valid).UseEmail(options => options.Connections = 5);
        await using var provider = services.BuildServiceProvider();

        provider.GetKeyedServices<IInvitationTransport>("brand-b").Should().ContainSingle("twice is harmless").Which.Should().Match<IInvitationTransport>(transport => transport.Name == "email" && transport.Concurrency == 5);
        provider.GetKeyedServices<IInvitationTransport>("").Should().BeEmpty("another bot has none");
    }

    [Fact]
    public async Task UseEmail_Configuration_IsRead()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Host"] = "smtp.example.com",
            ["Port"] = "465",
            ["Security"] = "Tls",
            ["From"] = "news@aurora.example",
            ["UnsubscribeMailbox"] = "unsubscribe@aurora.example",
            ["MessagesPerMinute"] = "120",
        }).Build();
        var services = new ServiceCollection();
        services.AddTelegramMarketing(options => options.BotToken = Token).UseEmail(configuration);
        await using var provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<IInvitationTransport>("").MessagesPerSecond.Should().Be(2);
        provider.GetRequiredService<IOptions<EmailOptions>>().Value.Security.Should().Be(EmailSecurity.Tls);
    }

    [Fact]
    public async Task Start_EverythingWrong_NamesItAllAtOnceWithoutSecrets()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddTelegramMarketing(options => options.BotToken = Token).UseEmail(options =>
        {
            options.Host = "mail.example";
            options.Port = 0;
            options.Security = EmailSecurity.None;
            options.Password = Mail.Password;
            options.From = "Aurora <news@aurora.example>";
            options.FromName = "Aurora\r\nBcc: x@y.example";
            options.ReplyTo = "nobody";
            options.Connections = 0;
            options.MessagesPerMinute = 0;
            options.SendTimeout = TimeSpan.FromSeconds(1);
        });
        using var host = builder.Build();

        var thrown = (await ((Func<Task>)(() => host.StartAsync())).Should().ThrowAsync<OptionsValidationException>()).Which;

        string[] named = ["Security is None", "Port is 0", "UserName and Email.Password", "Email.From is not", "FromName", "ReplyTo", "no way to unsubscribe", "Connections is 0", "MessagesPerMinute is 0", "SendTimeout is 00:00:01"];
        named.Where(name => !thrown.Message.Contains(name, StringComparison.Ordinal)).Should().BeEmpty(thrown.Message);
        thrown.Failures.Should().HaveCount(named.Length);
        thrown.Message.Should().NotContain(Mail.Password);
    }

    [Theory]
    [InlineData("", "Email.Host is missing")]
    [InlineData("smtp://mail.example", "Email.Host is not the name")]
    [InlineData("mail.example:587", "Email.Host is not the name")]
    public void Validate_Host_IsANameAlone(string host, string failure) => Failures(options => options.Host = host).Should().ContainSingle().Which.Should().Contain(failure);

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("192.168.1.5", false)]
    [InlineData("localhost.example", false)]
    public void Validate_NothingEncrypted_OnlyOnThisMachine(string host, bool isFine) =>
        Failures(options => (options.Host, options.Security) = (host, EmailSecurity.None)).Any().Should().Be(!isFine);

    [Fact]
    public void Validate_OwnAddressWithLettersBeforeTheAt_IsRefused() =>
        Failures(options => options.From = "новости@aurora.example").Should().ContainSingle().Which.Should().Contain("outside ASCII");

    [Fact]
    public void Validate_PageToUnsubscribe_IsEnough()
    {
        Failures(options => options.UnsubscribeMailbox = null).Should().ContainSingle();
        Failures(options => options.UnsubscribeMailbox = null, bot => bot.Invitations.UnsubscribeAddress = "https://shop.example/unsubscribe/{token}").Should().BeEmpty();
    }

    private static IEnumerable<string> Failures(Action<EmailOptions> change, Action<TelegramMarketingOptions>? bot = null)
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing(options =>
        {
            options.BotToken = Token;
            bot?.Invoke(options);
        }).UseEmail(Valid).UseEmail(change);
        using var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptions<EmailOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
    }

    private static void Valid(EmailOptions options) => (options.Host, options.From, options.UnsubscribeMailbox) = ("smtp.example.com", "news@aurora.example", "unsubscribe@aurora.example");
}
