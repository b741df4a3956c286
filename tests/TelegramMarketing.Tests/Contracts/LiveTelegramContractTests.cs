using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Contracts;

namespace TelegramMarketing.Tests.Contracts;

/// <summary>The contract on the real Telegram, where a bot and a channel are given for it. Posts silently, and deletes what it made.</summary>
[Trait("Category", "Live")]
public sealed class LiveTelegramContractTests : TelegramContract
{
    protected override Task<IContractSubject> CreateAsync()
    {
        var token = Environment.GetEnvironmentVariable("TELEGRAM_TEST_TOKEN");
        var channel = Environment.GetEnvironmentVariable("TELEGRAM_TEST_CHANNEL");
        Skip.If(string.IsNullOrEmpty(token) || string.IsNullOrEmpty(channel), "TELEGRAM_TEST_TOKEN and TELEGRAM_TEST_CHANNEL are not set, so that there is no real Telegram to try.");
        var services = new ServiceCollection();
        services.AddTelegramMarketing(options => options.BotToken = token!);
        return Task.FromResult<IContractSubject>(new ServicesSubject(services.BuildServiceProvider(), ChannelAddress.Parse(channel!)));
    }
}
