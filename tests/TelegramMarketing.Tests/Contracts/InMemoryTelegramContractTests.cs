using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Contracts;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Contracts;

/// <summary>The contract on the fake.</summary>
public sealed class InMemoryTelegramContractTests : TelegramContract
{
    protected override Task<IContractSubject> CreateAsync()
    {
        var telegram = new InMemoryTelegram { RunByItself = true };
        var bot = telegram.AddBot("contract_bot");
        var channel = telegram.AddChannel("@contract");
        channel.AddAdministrator(bot);
        channel.SetSubscribers(120);
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(telegram);
        return Task.FromResult<IContractSubject>(new ServicesSubject(services.BuildServiceProvider(), ChannelAddress.FromUsername("contract")));
    }
}
