using Telegram.Bot.Types;
using TelegramMarketing.Hosting;
using TelegramMarketing.Statistics.Collecting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Pushed;

/// <summary>Votes in the polls of collected channels. An update about a poll names no post, so that the post must have been seen before.</summary>
internal sealed class Polls(BotContext context, CollectedChannels channels, IStatisticsStore store)
{
    private readonly BoundedMap<string, (ChannelAddress Channel, int MessageId)> _posts = new(10_000);

    /// <summary>A post with a poll.</summary>
    public Task NoteAsync(Message post, CancellationToken cancellationToken)
    {
        if (channels.Find(post.Chat.Id, post.Chat.Username) is not { } channel)
        {
            return Task.CompletedTask;
        }

        _posts.Set(post.Poll!.Id, (channel, post.Id));
        return KeepAsync(post.Poll, cancellationToken);
    }

    /// <summary>How many have voted by now.</summary>
    public async Task KeepAsync(Poll poll, CancellationToken cancellationToken)
    {
        if (_posts.Find(poll.Id) is { Channel: { } channel } post)
        {
            var voters = new Reading(Count.Exact(poll.TotalVoterCount), PushedFigures.Source, context.Clock.UtcNow, TimeSpan.Zero);
            await store.SaveAsync(CollectedChannels.KeyOf(channel), new StatisticsChange { Figures = [new FigureReading(post.MessageId, CollectedFigures.PollVoters, voters)] }, cancellationToken).ConfigureAwait(false);
        }
    }
}
