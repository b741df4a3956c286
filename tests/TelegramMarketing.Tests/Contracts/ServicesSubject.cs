using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Contracts;

namespace TelegramMarketing.Tests.Contracts;

/// <summary>The library as a host's services give it.</summary>
internal sealed class ServicesSubject(ServiceProvider services, ChannelAddress channel) : IContractSubject
{
    public ChannelAddress Channel => channel;

    public IChannelPublisher Publisher => services.GetRequiredService<IChannelPublisher>();

    public IPublicationLedger Ledger => services.GetRequiredService<IPublicationLedger>();

    public IPostStatistics Statistics => services.GetRequiredService<IPostStatistics>();

    public IOptInInvitation Invitations => services.GetRequiredService<IOptInInvitation>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
