using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;
using TelegramMarketing.Testing;
using TelegramMarketing.Tests.Delivery;

namespace TelegramMarketing.Tests.Diagnostics;

/// <summary>Whether anybody looks for what is scheduled in a durable store.</summary>
public sealed class SenderHealthTests : IAsyncLifetime
{
    private readonly InMemoryTelegram _telegram = new();
    private readonly FailingStorage _storage = new();
    private readonly ServiceProvider _services;

    public SenderHealthTests()
    {
        _telegram.AddBot("shop_bot");
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram);
        services.AddKeyedSingleton<IBotStorageFactory>("", _storage);
        services.AddHealthChecks().AddTelegramMarketing();
        _services = services.BuildServiceProvider();
    }

    [Fact]
    public async Task NotStarted_Degraded()
    {
        var entry = await CheckAsync();

        (entry.Status, entry.Data["sender"]).Should().Be((HealthStatus.Degraded, "not started"));
    }

    [Theory]
    [InlineData(false, "this process")]
    [InlineData(true, "another process")]
    public async Task Started_SaysWhoSends(bool isElsewhere, string expected)
    {
        _storage.IsLeaseElsewhere = isElsewhere;
        await StartAsync();

        var entry = await CheckAsync();

        (entry.Status, entry.Data["sender"]).Should().Be((HealthStatus.Healthy, expected));
    }

    [Fact]
    public async Task NotLookedForAMinute_UnhealthyUntilItLooksAgain()
    {
        await StartAsync();
        _storage.IsDown = true;
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(50));
        (await CheckAsync()).Status.Should().Be(HealthStatus.Healthy);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(20));

        var down = await CheckAsync();
        _storage.IsDown = false;
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(2));

        down.Status.Should().Be(HealthStatus.Unhealthy);
        down.Description.Should().Contain("has not been looked for since");
        (await CheckAsync()).Status.Should().Be(HealthStatus.Healthy);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _services.DisposeAsync().AsTask();

    private async Task StartAsync()
    {
        _services.GetRequiredService<BotRegistry>().Get("").Start();
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(3));
    }

    private async Task<HealthReportEntry> CheckAsync()
    {
        var checking = _services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        await _telegram.AdvanceAsync(TimeSpan.FromMilliseconds(10));
        return (await checking).Entries["telegram-marketing"];
    }
}
