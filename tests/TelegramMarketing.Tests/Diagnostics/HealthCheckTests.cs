using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Diagnostics;

/// <summary>What a host's health check says of each state that a bot can be in.</summary>
public class HealthCheckTests
{
    [Theory]
    [InlineData("all is well", HealthStatus.Healthy, "can do its work")]
    [InlineData("token revoked", HealthStatus.Unhealthy, "refuses the token")]
    [InlineData("no administrator", HealthStatus.Unhealthy, "@myshop")]
    [InlineData("banned", HealthStatus.Unhealthy, "@myshop")]
    [InlineData("may not post", HealthStatus.Unhealthy, "right to post messages in @myshop")]
    [InlineData("may not edit", HealthStatus.Healthy, "can do its work")]
    [InlineData("unreachable", HealthStatus.Unhealthy, "no answer")]
    [InlineData("throttled", HealthStatus.Degraded, "asked to wait")]
    [InlineData("held", HealthStatus.Unhealthy, "1 publication is Held")]
    [InlineData("unknown", HealthStatus.Degraded, "1 publication is Unknown")]
    [InlineData("missed", HealthStatus.Degraded, "1 publication is Missed")]
    [InlineData("missed long ago", HealthStatus.Healthy, "can do its work")]
    [InlineData("webhook of the host", HealthStatus.Healthy, "can do its work")]
    public async Task Check_OfABotThatOnlyPublishes_SaysHowItIs(string state, HealthStatus status, string words)
    {
        await using var host = new ObservedHost(configure: options => options.Reconciliation.GiveUpAfter = TimeSpan.Zero);
        await ArrangeAsync(host, state);

        var report = await host.CheckAsync();

        var entry = report.Entries["telegram-marketing"];
        entry.Status.Should().Be(status);
        entry.Description.Should().Contain(words);
        EverythingIn(entry).Should().NotContain(host.Token).And.NotContain("secret");
    }

    [Theory]
    [InlineData("all is well", HealthStatus.Healthy, "can do its work")]
    [InlineData("webhook of another", HealthStatus.Degraded, "webhook")]
    [InlineData("other consumer", HealthStatus.Degraded, "Another process")]
    [InlineData("fewer updates", HealthStatus.Degraded, "chat_member")]
    [InlineData("default updates", HealthStatus.Degraded, "chat_member")]
    public async Task Check_OfABotThatPolls_SaysWhetherItGetsItsUpdates(string state, HealthStatus status, string words)
    {
        await using var host = new ObservedHost(poll: true);
        await host.StartAsync();
        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
        await ArrangeAsync(host, state);

        var entry = (await host.CheckAsync()).Entries["telegram-marketing"];

        entry.Status.Should().Be(status);
        entry.Description.Should().Contain(words);
        EverythingIn(entry).Should().NotContain(host.Token).And.NotContain("secret");
    }

    [Fact]
    public async Task Check_BeforeTheFirstPollEnds_IsHealthy()
    {
        await using var host = new ObservedHost(poll: true);
        await host.StartAsync();

        (await host.CheckAsync()).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Check_AfterAConflictHasPassed_IsHealthyAgain()
    {
        await using var host = new ObservedHost(poll: true);
        await host.StartAsync();
        await host.CallElsewhereAsync("getUpdates?timeout=0");
        (await host.CheckAsync()).Status.Should().Be(HealthStatus.Degraded);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(2));

        (await host.CheckAsync()).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Check_Data_HoldCountsIdsAndRights()
    {
        await using var host = new ObservedHost();
        host.Shop.AddAdministrator(host.Bot, AdministratorRights.All with { CanEditMessages = false });
        host.Telegram.FailNext(TelegramFault.LoseAnswer());
        var failure = await host.FailToPublishAsync();

        var data = (await host.CheckAsync()).Entries["telegram-marketing"].Data;

        data["bot"].Should().Be("@shop_bot");
        data["@myshop"].Should().Be("post, delete, invite");
        data["unknown"].Should().Be(1);
        data["unknown_ids"].Should().BeEquivalentTo(new[] { failure.PublicationId!.Value.ToString() });
        data["held"].Should().Be(0);
        data["polling"].Should().Be(false);
        data.Should().NotContainKey("held_ids");
    }

    [Fact]
    public async Task Check_ProbedOften_AsksTelegramEveryThirtySeconds()
    {
        await using var host = new ObservedHost();
        await host.CheckAsync();
        await host.CheckAsync();
        host.Telegram.Requests.Select(request => request.Method).Should().Equal("getMe", "getWebhookInfo", "getChatMember");

        await host.Telegram.AdvanceAsync(TimeSpan.FromSeconds(31));
        await host.CheckAsync();

        host.Telegram.Requests.Should().HaveCount(6);
    }

    [Fact]
    public async Task Check_ThatTelegramNeverAnswers_EndsAfterTenSeconds()
    {
        await using var host = new ObservedHost();
        host.Telegram.FailNext(TelegramFault.Hang(Timeout.InfiniteTimeSpan));
        var began = host.Telegram.Clock.GetTimestamp();
        host.Telegram.RunByItself = true;

        var report = await host.CheckAsync();

        report.Status.Should().Be(HealthStatus.Unhealthy);
        host.Telegram.Clock.GetElapsedTime(began).Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Check_WithAFailureStatusAndTags_ReportsThem()
    {
        await using var host = new ObservedHost(health: (checks, bot) => checks.AddTelegramMarketing("shop", bot, failureStatus: HealthStatus.Degraded, tags: ["ready"]));
        host.Telegram.FailNext(TelegramFault.NameNotResolved());

        var entry = (await host.CheckAsync()).Entries["shop"];

        entry.Status.Should().Be(HealthStatus.Degraded);
        entry.Tags.Should().Equal("ready");
    }

    [Fact]
    public async Task Check_WithoutTheLibrary_SaysWhatToCall()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddHealthChecks().AddTelegramMarketing();
        await using var provider = services.BuildServiceProvider();

        // The host's health checks do not catch what a registration throws.
        var checking = () => provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        (await checking.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*services.AddTelegramMarketing*");
    }

    private static async Task ArrangeAsync(ObservedHost host, string state)
    {
        switch (state)
        {
            case "token revoked":
                host.Bot.RevokeToken();
                break;
            case "no administrator":
                host.Shop.RemoveAdministrator(host.Bot);
                break;
            case "banned":
                host.Shop.Ban(host.Bot);
                break;
            case "may not post":
                host.Shop.AddAdministrator(host.Bot, AdministratorRights.All with { CanPostMessages = false });
                break;
            case "may not edit":
                host.Shop.AddAdministrator(host.Bot, AdministratorRights.All with { CanEditMessages = false });
                break;
            case "unreachable":
                host.Telegram.FailNext(TelegramFault.RefuseConnection());
                break;
            case "throttled":
                host.Telegram.FailNext(TelegramFault.TooManyRequests(5) with { Method = "getChatMember" });
                break;
            case "unknown":
                host.Telegram.FailNext(TelegramFault.LoseAnswer());
                await host.FailToPublishAsync();
                break;
            case "held":
                await HoldAsync(host);
                break;
            case "missed":
                await HoldAsync(host);
                await host.Telegram.AdvanceAsync(TimeSpan.FromHours(2));
                break;
            case "missed long ago":
                await HoldAsync(host);
                await host.Telegram.AdvanceAsync(TimeSpan.FromHours(26));
                break;
            case "webhook of the host" or "webhook of another":
                await host.CallElsewhereAsync("setWebhook?url=https://example.com/secret");
                break;
            case "other consumer":
                await host.CallElsewhereAsync("getUpdates?timeout=0");
                break;
            case "fewer updates":
                await host.CallElsewhereAsync("getUpdates?timeout=0&allowed_updates=[\"message\"]");
                break;
            case "default updates":
                await host.CallElsewhereAsync("getUpdates?timeout=0&allowed_updates=[]");
                break;
        }
    }

    /// <summary>Held for a reason that the check itself does not see.</summary>
    private static async Task HoldAsync(ObservedHost host)
    {
        host.Telegram.FailNext(TelegramFault.Refuse(403, "CHAT_WRITE_FORBIDDEN") with { Method = "sendMessage", Times = int.MaxValue });
        (await host.FailToPublishAsync()).Error.Should().Be(TelegramMarketingError.MissingRights);
    }

    private static string EverythingIn(HealthReportEntry entry) =>
        $"{entry.Description} {entry.Exception} {string.Join(' ', entry.Data.Select(pair => $"{pair.Key}={(pair.Value is string[] many ? string.Join(',', many) : pair.Value)}"))}";
}
