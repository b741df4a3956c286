using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.Delivery;
using TelegramMarketing.Time;

namespace TelegramMarketing.Invitations;

/// <summary>Who the bot is and what its channels are called. Asked of Telegram once, channels again after an hour.</summary>
internal sealed class InvitationDirectory(Clock clock, IBotSender sender)
{
    private static readonly TimeSpan ChannelLifetime = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<ChannelAddress, SharedValue<ChannelInfo>> _channels = [];
    private readonly SharedValue<string> _botUsername = new(clock, Timeout.InfiniteTimeSpan, async cancellationToken =>
        (await sender.CallAsync(new GetMeRequest(), repeatable: true, cancellationToken).ConfigureAwait(false))?.Username
        ?? throw new TelegramMarketingException(TelegramMarketingError.Other, "Telegram did not say the bot's username."));

    public Task<string> GetBotUsernameAsync(CancellationToken cancellationToken) => _botUsername.GetAsync(cancellationToken);

    public async Task<ChannelInfo> GetChannelAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        try
        {
            return await Cached(channel).GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.ChatNotFound)
        {
            // A mistyped address is not remembered, so that they cannot pile up.
            lock (_lock)
            {
                _channels.Remove(channel);
            }

            throw;
        }
    }

    private SharedValue<ChannelInfo> Cached(ChannelAddress channel)
    {
        lock (_lock)
        {
            if (!_channels.TryGetValue(channel, out var value))
            {
                value = new(clock, ChannelLifetime, cancellationToken => LoadAsync(channel, cancellationToken));
                _channels.Add(channel, value);
            }

            return value;
        }
    }

    private async Task<ChannelInfo> LoadAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        var id = channel.Id is { } number ? new ChatId(number) : new ChatId($"@{channel.Username}");
        var chat = await sender.CallAsync(new GetChatRequest { ChatId = id }, repeatable: true, cancellationToken).ConfigureAwait(false);
        return chat is { Type: ChatType.Channel }
            ? new(chat.Id, chat.Title ?? channel.ToString(), chat.Username)
            : throw new TelegramMarketingException(TelegramMarketingError.ChatNotFound, "That chat is not a channel.");
    }
}
