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
    // Also those threads that are of no post, so that the store is asked once.
    private readonly BoundedMap<(long Group, int Thread), (ChannelAddress? Channel, int MessageId)> _known = new(10_000);

    /// <summary>A message in a group.</summary>
    public async Task HandleAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.IsAutomaticForward)
        {
            await NoteAsync(message, cancellationToken).ConfigureAwait(false);
        }
        else if (await PostOfAsync(message, cancellationToken).ConfigureAwait(false) is { } post)
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

        await KeepThreadAsync(copy, post, cancellationToken).ConfigureAwait(false);
        var first = await FirstMessageAsync(post, cancellationToken).ConfigureAwait(false);
        if (await CountAsync(post.Channel, first, cancellationToken).ConfigureAwait(false) is null)
        {
            // It has just been published: that nobody has commented on it yet is known.
            await KeepAsync(post.Channel, first, 0, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The post that a message in a group comments on: its thread begins with the post's copy.</summary>
    private async ValueTask<(ChannelAddress Channel, int MessageId)?> PostOfAsync(Message message, CancellationToken cancellationToken)
    {
        if (message is { ReplyToMessage: { IsAutomaticForward: true } copy } && Original(copy) is { } answered)
        {
            await KeepThreadAsync(copy, answered, cancellationToken).ConfigureAwait(false);
            return answered;
        }

        if (message.MessageThreadId is not { } thread)
        {
            return null;
        }

        var key = (message.Chat.Id, thread);
        if (_known.Find(key) is not { } known)
        {
            known = await FindThreadAsync(message.Chat.Id, thread, cancellationToken).ConfigureAwait(false);
            _known.Set(key, known);
        }

        return known.Channel is { } channel ? (channel, known.MessageId) : null;
    }

    private async Task<(ChannelAddress? Channel, int MessageId)> FindThreadAsync(long group, int thread, CancellationToken cancellationToken)
    {
        foreach (var channel in channels.All)
        {
            if (await store.FindThreadAsync(CollectedChannels.KeyOf(channel), group, thread, cancellationToken).ConfigureAwait(false) is { } messageId)
            {
                return (channel, messageId);
            }
        }

        return (null, 0);
    }

    private async Task KeepThreadAsync(Message copy, (ChannelAddress Channel, int MessageId) post, CancellationToken cancellationToken)
    {
        var key = (copy.Chat.Id, copy.Id);
        if (_known.Find(key) is { Channel: not null } known && known.MessageId == post.MessageId)
        {
            return;
        }

        await store.SaveAsync(CollectedChannels.KeyOf(post.Channel), new StatisticsChange { Threads = [new CommentThread(copy.Chat.Id, copy.Id, post.MessageId)] }, cancellationToken).ConfigureAwait(false);
        _known.Set(key, post);
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
