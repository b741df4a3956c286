using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace TelegramMarketing.Tests.Hosting;

/// <summary>Wrong settings are told when the host starts: all at once, each with its remedy, and never with the token.</summary>
public sealed class OptionsValidationTests
{
    private const string WrongToken = "123456789 AAF-hidden-part-of-a-token-xyz";
    private const string RightToken = "123456789:AAF-hidden-part-of-a-token-abcdefg";

    [Fact]
    public async Task StartAsync_TriedForEver_IsRefusedSinceNoDateIsSoLate()
    {
        var failures = await FailuresOfAsync(options =>
        {
            options.BotToken = RightToken;
            options.GracePeriod = TimeSpan.MaxValue;
            options.Reconciliation.GiveUpAfter = TimeSpan.MaxValue;
        });

        failures.Should().HaveCount(2).And.OnlyContain(failure => failure.Contains("use zero to 365 days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StartAsync_WithEverythingWrong_TellsAllFailuresWithTheirRemedies()
    {
        var failures = await FailuresOfAsync(options =>
        {
            options.BotToken = WrongToken;
            options.ApiAddress = new Uri("/relative", UriKind.Relative);
            options.PublicPagesAddress = new Uri("ftp://t.me");
            options.SendTimeout = TimeSpan.FromSeconds(5);
            options.GracePeriod = TimeSpan.FromSeconds(-1);
            options.Pace.MessagesPerSecond = -1;
            options.Pace.MessagesPerSecondPerChat = 1001;
            options.Pace.MessagesPerMinutePerChannel = -20;
            options.PublicPages.Spacing = TimeSpan.FromSeconds(-1);
            options.PublicPages.CacheFor = TimeSpan.FromSeconds(-1);
            options.PublicPages.Timeout = TimeSpan.Zero;
            options.Ledger.KeepEndedFor = TimeSpan.FromHours(1);
            options.Memory.EndedPublications = 0;
            options.Memory.Invitations = 0;
        });

        failures.Should().HaveCount(14);
        failures.Should().OnlyContain(failure => failure.StartsWith("TelegramMarketing: ", StringComparison.Ordinal) && failure.EndsWith('.'));
        string.Join('\n', failures).Should().NotContain("hidden").And.Contain("Pace.MessagesPerSecondPerChat is 1001: use 1 to 1000, or 0 to lift the limit.");
    }

    [Theory]
    [InlineData("", "BotToken is missing. Set it to the token that @BotFather gave")]
    [InlineData("  ", "BotToken is missing.")]
    [InlineData(WrongToken, "BotToken (40 characters, not shown) is not of the form 123456789:AA…. Copy it again from @BotFather")]
    [InlineData("\"" + RightToken + "\"", "without spaces or quotation marks")]
    [InlineData(RightToken + "\n", "without spaces or quotation marks")]
    public async Task StartAsync_WithAWrongToken_SaysWhatIsExpectedWithoutRepeatingIt(string token, string expected)
    {
        var failures = await FailuresOfAsync(options => options.BotToken = token);

        failures.Should().ContainSingle().Which.Should().Contain(expected).And.NotContain("hidden");
    }

    [Fact]
    public async Task StartAsync_WithAWrongNamedBot_NamesTheBot()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTelegramMarketing(options => options.BotToken = RightToken);
        builder.Services.AddTelegramMarketing("pastry", options => options.GracePeriod = TimeSpan.FromDays(-1));
        using var host = builder.Build();

        var exception = (await host.Awaiting(it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;

        exception.Failures.Should().HaveCount(2).And.OnlyContain(failure => failure.StartsWith("TelegramMarketing of the bot \"pastry\": ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resolve_WithoutAHost_TellsTheSameFailures()
    {
        await using var provider = new ServiceCollection().AddTelegramMarketing().Services.BuildServiceProvider();

        provider.Invoking(it => it.GetRequiredService<IChannelPublisher>()).Should().Throw<OptionsValidationException>().Which.Failures.Should().ContainSingle();
    }

    [Fact]
    public async Task StartAsync_WithRightSettings_LogsNoToken()
    {
        var logs = new FakeLogCollector();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(logs));
        builder.Services.AddTelegramMarketing(options => options.BotToken = RightToken);
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        logs.GetSnapshot().Should().NotBeEmpty().And.OnlyContain(log => !log.Message.Contains("hidden", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> FailuresOfAsync(Action<TelegramMarketingOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTelegramMarketing(configure);
        using var host = builder.Build();
        var exception = (await host.Awaiting(it => it.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which;
        exception.Message.Should().NotContain("hidden");
        return [.. exception.Failures];
    }
}
