using Telegram.Bot.Types;
using TelegramMarketing.Hosting;
using TelegramMarketing.Statistics.Collecting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Pushed;

/// <summary>
/// Counts comments: the messages in the thread of a post's copy, which Telegram forwards into the channel's discussion group. The bot must be a member there that sees all messages. Who has written what is not kept.
/// </summary>
internal sealed class CommentThreads(BotContext context, CollectedChannels channels, IStatisticsStore store)
{
    private readonly BoundedMap<(long Group, int Thread), (ChannelAddress Channel, int MessageId)> _posts = new(10_000);

    /// <summary>A message in a group.</summary>
    public async Task HandleAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.IsAutomaticForward)
        {
            await NoteAsync(message, cancellationToken).ConfigureAwait(false);
        }
        else if (PostOf(message) is { } post)
        {
            // The updates of one group come one after another, so that no comment is counted over another.
            var first = await FirstMessageAsync(post, cancellationToken).ConfigureAwait(false);
            await KeepAsync(post.Channel, first, (await CountAsync(post.Channel, first, cancellationToken).ConfigureAwait(false) ?? 0) + 1, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task NoteAsync(Message copy, CancellationToken cancellationToken)
    {
        if (Original(copy) is not { } post)
        {
            return;
        }

        _posts.Set((copy.Chat.Id, copy.Id), post);
        var first = await FirstMessageAsync(post, cancellationToken).ConfigureAwait(false);
        if (await CountAsync(post.Channel, first, cancellationToken).ConfigureAwait(false) is null)
        {
            // It has just been published: that nobody has commented on it yet is known.
            await KeepAsync(post.Channel, first, 0, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The post that a message in a group comments on: its thread begins with the post's copy.</summary>
    private (ChannelAddress Channel, int MessageId)? PostOf(Message message)
    {
        if (message is { ReplyToMessage: { IsAutomaticForward: true } copy } && Original(copy) is { } answered)
        {
            _posts.Set((message.Chat.Id, copy.Id), answered);
            return answered;
        }

        return message.MessageThreadId is { } thread ? _posts.Find((message.Chat.Id, thread)) : null;
    }

    /// <summary>The message under which the post is kept: of an album its first, as far as it is known to be one.</summary>
    private async ValueTask<int> FirstMessageAsync((ChannelAddress Channel, int MessageId) post, CancellationToken cancellationToken) =>
        (await store.FindPostAsync(CollectedChannels.KeyOf(post.Channel), post.MessageId, cancellationToken).ConfigureAwait(false))?.MessageId ?? post.MessageId;

    private async ValueTask<long?> CountAsync(ChannelAddress channel, int messageId, CancellationToken cancellationToken)
    {
        var figures = await store.LoadFiguresAsync(CollectedChannels.KeyOf(channel), messageId, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, cancellationToken).ConfigureAwait(false);
        return figures.LastOrDefault(figure => figure.Figure == CollectedFigures.Comments)?.Reading.Value.Value;
    }

    private (ChannelAddress Channel, int MessageId)? Original(Message copy) =>
        copy.ForwardOrigin is MessageOriginChannel origin && channels.Find(origin.Chat.Id, origin.Chat.Username) is { } channel ? (channel, origin.MessageId) : null;

    private async Task KeepAsync(ChannelAddress channel, int messageId, long count, CancellationToken cancellationToken)
    {
        var comments = new Reading(Count.Exact(count), PushedFigures.Source, context.Clock.UtcNow, TimeSpan.Zero);
        await store.SaveAsync(CollectedChannels.KeyOf(channel), new StatisticsChange { Figures = [new FigureReading(messageId, CollectedFigures.Comments, comments)] }, cancellationToken).ConfigureAwait(false);
    }
}
