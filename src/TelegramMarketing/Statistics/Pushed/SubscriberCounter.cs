using Telegram.Bot.Requests;
using TelegramMarketing.BotApi;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Statistics.Pushed;

/// <summary>The exact number of subscribers, as the Bot API tells it to a bot in the channel, a private one too. It is asked after the public page.</summary>
internal sealed class SubscriberCounter(BotContext context, IBotGateway gateway) : IViewSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string Name => PushedFigures.Source;

    public ViewSourceCapabilities Capabilities => ViewSourceCapabilities.Subscribers | ViewSourceCapabilities.PrivateChannels;

    public async Task<Reading?> ReadSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        using var activity = context.Clock.BeginOperation();
        var request = new GetChatMemberCountRequest { ChatId = MessageContent.ChatIdOf(ChatTarget.For(channel)) };
        var answer = await gateway.CallAsync(request, Patience, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return answer.Succeeded
            ? new Reading(Count.Exact(answer.Value), Name, context.Clock.UtcNow, TimeSpan.Zero)
            : throw new TelegramMarketingException(answer.Failure.Error, answer.Failure.Description) { RetryAfter = answer.Failure.RetryAfter };
    }

    public Task<PostStatistics> ReadPostAsync(PostReference post, CancellationToken cancellationToken = default) => throw new NotSupportedException("The Bot API tells no views.");

    public IAsyncEnumerable<PostStatistics> ReadChannelAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The Bot API lists no messages.");
}
