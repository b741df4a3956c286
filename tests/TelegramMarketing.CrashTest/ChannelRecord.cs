using TelegramMarketing.Testing;

namespace TelegramMarketing.CrashTest;

/// <summary>All that was ever in the channels of a round, what was deleted since included.</summary>
internal sealed class ChannelRecord(IReadOnlyList<TelegramChannel> channels)
{
    private readonly Lock _lock = new();
    private readonly HashSet<TelegramPost> _posts = [];

    /// <summary>Each post that was ever seen.</summary>
    public IReadOnlyCollection<TelegramPost> Posts
    {
        get
        {
            lock (_lock)
            {
                return [.. _posts];
            }
        }
    }

    /// <summary>Takes note of what is there now.</summary>
    public void Note()
    {
        lock (_lock)
        {
            foreach (var channel in channels)
            {
                _posts.UnionWith(channel.Posts);
            }
        }
    }
}
