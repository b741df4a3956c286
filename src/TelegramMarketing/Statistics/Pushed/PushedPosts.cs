using Telegram.Bot.Types;
using TelegramMarketing.Hosting;
using TelegramMarketing.Statistics.Collecting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Pushed;

/// <summary>Posts that somebody else publishes in a collected channel, as Telegram tells the bot of them. In a private channel nothing else does.</summary>
internal sealed class PushedPosts(BotContext context, CollectedChannels channels, PostKinds kinds, StatisticsCollector collector)
{
    private readonly BoundedMap<string, CollectedAlbum> _albums = new(1_000);

    public async Task NoteAsync(Message post, CancellationToken cancellationToken)
    {
        if (channels.Find(post.Chat.Id, post.Chat.Username) is not { } channel || ChannelPostReader.Read(channel, post) is not { } shown)
        {
            return;
        }

        // The items of an album come one by one, in their order: the first one is the post.
        if (post.MediaGroupId is { } group && _albums.Find(group) is { Post: { } first })
        {
            Note(channel, group, first with { AlbumIds = [.. first.AlbumIds.Count > 0 ? first.AlbumIds : [first.MessageId], post.Id] });
            return;
        }

        var told = await kinds.TellAsync(shown, cancellationToken).ConfigureAwait(false);
        Note(channel, post.MediaGroupId, CollectedPosts.From(told, context.Clock.UtcNow));
    }

    private void Note(ChannelAddress channel, string? group, CollectedPost post)
    {
        if (group is not null)
        {
            _albums.Set(group, new CollectedAlbum(post));
        }

        collector.Note(channel, [post]);
    }

    private readonly record struct CollectedAlbum(CollectedPost Post);
}
