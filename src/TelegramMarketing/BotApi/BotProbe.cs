using System.Collections.Concurrent;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.BotApi;

/// <summary>
/// Asks Telegram how a bot stands with it, once and without patience, since what is wrong now is what is asked for. Answers are used for a while.
/// </summary>
internal sealed class BotProbe(BotContext context, IBotGateway gateway)
{
    private readonly RecentAnswer<BotIdentity> _identity = new();
    private readonly RecentAnswer<UpdateSettings> _updates = new();
    private readonly ConcurrentDictionary<ChannelAddress, RecentAnswer<ChannelRights>> _rights = [];

    /// <summary>The next <see cref="GetUpdateSettingsAsync"/> will ask Telegram, since no answer is recent.</summary>
    public bool WillAskForUpdateSettings => !_updates.TryGet(context.Clock.UtcNow, out _);

    /// <summary>Who the bot is.</summary>
    /// <param name="until">When no answer is waited for any more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<BotAnswer<BotIdentity>> GetIdentityAsync(DateTimeOffset until, CancellationToken cancellationToken) =>
        AskAsync(_identity, new GetMeRequest(), static user => new BotIdentity(user.Id, user.Username), until, cancellationToken);

    /// <inheritdoc cref="UpdateSettings"/>
    public Task<BotAnswer<UpdateSettings>> GetUpdateSettingsAsync(DateTimeOffset until, CancellationToken cancellationToken) => AskAsync(
        _updates,
        new GetWebhookInfoRequest(),
        static info => new UpdateSettings(!string.IsNullOrEmpty(info.Url), info.PendingUpdateCount, info.AllowedUpdates?.Contains(UpdateType.ChatMember)),
        until,
        cancellationToken);

    /// <inheritdoc cref="ChannelRights"/>
    public Task<BotAnswer<ChannelRights>> GetRightsAsync(BotIdentity bot, ChannelAddress channel, DateTimeOffset until, CancellationToken cancellationToken) => AskAsync(
        _rights.GetOrAdd(channel, static _ => new()),
        new GetChatMemberRequest { ChatId = MessageContent.ChatIdOf(ChatTarget.For(channel)), UserId = bot.Id },
        static member => member is ChatMemberAdministrator rights
            ? new ChannelRights(true, rights.CanPostMessages, rights.CanEditMessages, rights.CanDeleteMessages, rights.CanInviteUsers)
            : new ChannelRights(false, false, false, false, false),
        until,
        cancellationToken);

    private async Task<BotAnswer<TResult>> AskAsync<T, TResult>(
        RecentAnswer<TResult> recent, IRequest<T> request, Func<T, TResult> read, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (recent.TryGet(context.Clock.UtcNow, out var answer))
        {
            return answer;
        }

        var left = until - context.Clock.UtcNow;
        if (left <= TimeSpan.Zero)
        {
            return new(new CallFailure(SendOutcome.NotSent, TelegramMarketingError.Unreachable, "The time was over before Telegram could be asked."));
        }

        var raw = await gateway.CallAsync(request, left, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        answer = raw.Succeeded ? new(read(raw.Value!)) : new(raw.Failure);
        recent.Set(answer, context.Clock.UtcNow);
        return answer;
    }
}
