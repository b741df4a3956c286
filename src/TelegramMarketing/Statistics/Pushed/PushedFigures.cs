using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.Hosting;
using TelegramMarketing.Statistics.Collecting;
using TelegramMarketing.Storage;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Statistics.Pushed;

/// <summary>Keeps the figures that Telegram tells a bot of its own accord: reactions, votes, comments, joins and leaves of the channels that are collected.</summary>
internal sealed class PushedFigures(BotContext context, CollectedChannels channels, IStatisticsStore store, PushedPosts posts) : IUpdateHandler
{
    /// <summary>The name that stands in every reading.</summary>
    public const string Source = "Bot API";

    /// <summary>What comes by updates, and is lost with them.</summary>
    private const CollectedFigures Pushed = CollectedFigures.Reactions | CollectedFigures.PollVoters | CollectedFigures.Comments | CollectedFigures.Members;

    /// <summary>For so long Telegram keeps an update for who has not fetched it.</summary>
    private static readonly TimeSpan KeptByTelegram = TimeSpan.FromDays(1);

    /// <summary>Who was away for longer than this may well be told of a shorter absence: figures of the channel are kept as long.</summary>
    private static readonly TimeSpan FarthestBack = TimeSpan.FromDays(90);

    private readonly CommentThreads _comments = new(context, channels, store);
    private readonly Polls _polls = new(context, channels, store);

    public Task HandleAsync(Update update, CancellationToken cancellationToken) => channels.All.Count == 0 ? Task.CompletedTask : update switch
    {
        { MessageReactionCount: { } change } => KeepReactionsAsync(change, cancellationToken),
        { ChannelPost: { } post } => KeepPostAsync(post, cancellationToken),
        { Poll: { } poll } => _polls.KeepAsync(poll, cancellationToken),
        { ChatMember: { Chat.Type: ChatType.Channel } change } => KeepMemberAsync(update.Id, change, cancellationToken),
        { Message: { Chat.Type: ChatType.Supergroup or ChatType.Group } message } => _comments.HandleAsync(message, cancellationToken),

        // An edited post tells no figure: the first reaction to a post may come as an edit that changes nothing.
        _ => Task.CompletedTask,
    };

    /// <summary>Updates are received from now on. How long nobody did is known from the last sample of subscribers.</summary>
    public async Task ObservingAsync(CancellationToken cancellationToken)
    {
        var now = context.Clock.UtcNow;
        foreach (var channel in channels.All)
        {
            var figures = await store.LoadFiguresAsync(CollectedChannels.KeyOf(channel), FigureReading.OfChannel, now - FarthestBack, now, cancellationToken).ConfigureAwait(false);
            if (figures is [.., { Reading.ObservedAt: var alive }] && now - alive > KeptByTelegram)
            {
                await KeepGapAsync(channel, alive, now - KeptByTelegram, GapReason.UpdatesLost, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async Task MissedAsync(DateTimeOffset from, DateTimeOffset to, bool byOtherConsumer, CancellationToken cancellationToken)
    {
        // What was not fetched for less than a day comes late; what another consumer took does not come at all.
        var lostUntil = byOtherConsumer ? to : to - KeptByTelegram;
        foreach (var channel in from < lostUntil ? channels.All : [])
        {
            await KeepGapAsync(channel, from, lostUntil, byOtherConsumer ? GapReason.OtherConsumer : GapReason.UpdatesLost, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task KeepPostAsync(Message post, CancellationToken cancellationToken)
    {
        await posts.NoteAsync(post, cancellationToken).ConfigureAwait(false);
        if (post.Poll is not null)
        {
            await _polls.NoteAsync(post, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task KeepReactionsAsync(MessageReactionCountUpdated change, CancellationToken cancellationToken)
    {
        if (channels.Find(change.Chat.Id, change.Chat.Username) is not { } channel)
        {
            return;
        }

        var key = CollectedChannels.KeyOf(channel);
        var post = await store.FindPostAsync(key, change.MessageId, cancellationToken).ConfigureAwait(false);
        ReactionCount[] reactions = [.. change.Reactions.Select(Read).OfType<ReactionCount>()];
        var figure = CollectedPosts.Reactions(post?.MessageId ?? change.MessageId, reactions, Source, Dated(change.Date), TimeSpan.Zero);
        await store.SaveAsync(key, new StatisticsChange { Figures = [figure] }, cancellationToken).ConfigureAwait(false);
    }

    private async Task KeepMemberAsync(int updateId, ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var (was, isIn) = (change.OldChatMember.IsInChat, change.NewChatMember.IsInChat);
        if (was != isIn && !change.NewChatMember.User.IsBot && channels.Find(change.Chat.Id, change.Chat.Username) is { } channel)
        {
            var member = new MemberChange(Dated(change.Date), updateId, HasJoined: isIn);
            await store.SaveAsync(CollectedChannels.KeyOf(channel), new StatisticsChange { Members = [member] }, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task KeepGapAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, GapReason reason, CancellationToken cancellationToken) =>
        await store.SaveAsync(CollectedChannels.KeyOf(channel), new StatisticsChange { Gaps = [new StatisticsGap(from, to, Pushed, reason)] }, cancellationToken).ConfigureAwait(false);

    private static ReactionCount? Read(Telegram.Bot.Types.ReactionCount reaction) => reaction.Type switch
    {
        ReactionTypeEmoji { Emoji: { Length: > 0 } emoji } => ReactionCount.Emoji(emoji, Count.Exact(reaction.TotalCount)),
        ReactionTypeCustomEmoji { CustomEmojiId: { Length: > 0 } id } => ReactionCount.CustomEmoji(id, Count.Exact(reaction.TotalCount)),
        ReactionTypePaid => ReactionCount.PaidStar(Count.Exact(reaction.TotalCount)),
        _ => null,
    };

    private static DateTimeOffset Dated(DateTime date) => new(DateTime.SpecifyKind(date, DateTimeKind.Utc));
}
