using TelegramMarketing.Statistics;

namespace TelegramMarketing.Tests.Statistics;

/// <summary>A ledger that knows what it is told.</summary>
internal sealed class PublishedPosts : IPublishedPosts
{
    private readonly Dictionary<int, PublishedPost> _posts = [];

    public PublishedPosts Add(PostKind kind, params int[] messageIds)
    {
        foreach (var id in messageIds)
        {
            _posts[id] = new PublishedPost(kind, ["tag"], messageIds[0]);
        }

        return this;
    }

    public ValueTask<PublishedPost?> FindAsync(ChannelAddress channel, long? channelId, int messageId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_posts.GetValueOrDefault(messageId));
}
