namespace TelegramMarketing.Contracts;

/// <summary>A Telegram with a bot and a channel of the bot's.</summary>
public interface IContractSubject : IAsyncDisposable
{
    ChannelAddress Channel { get; }

    IChannelPublisher Publisher { get; }

    IPublicationLedger Ledger { get; }

    IPostStatistics Statistics { get; }

    IOptInInvitation Invitations { get; }
}
