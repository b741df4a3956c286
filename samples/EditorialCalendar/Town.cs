using TelegramMarketing;
using TelegramMarketing.Testing;

namespace EditorialCalendar;

/// <summary>A Telegram in memory, whose time hurries. A real host has none of this.</summary>
internal sealed class Town
{
    private readonly DateTimeOffset? _begunAt;
    private readonly TelegramChannel _channel;

    private Town(DateTimeOffset now, DateTimeOffset? begunAt)
    {
        _begunAt = begunAt;
        Telegram = new InMemoryTelegram(new() { StartAt = now });
        _channel = Telegram.AddChannel(Channel.Username!, "Panificio Aurora");
        _channel.AddAdministrator(Telegram.AddBot("aurora_bot"));
    }

    public static ChannelAddress Channel { get; } = ChannelAddress.Parse("@aurora");

    public static DateOnly Monday { get; } = new(2026, 3, 9);

    public InMemoryTelegram Telegram { get; }

    public DateTimeOffset Now => Telegram.Clock.GetUtcNow();

    private static DateTimeOffset Beginning => Week.Time(Monday, 0, 8);

    /// <summary>Two hours pass whenever somebody looks.</summary>
    public static Town ForDemo() => new(Beginning, begunAt: null);

    /// <summary>Half an hour passes in a second, also while the program is stopped: a file beside the store is as old as the week.</summary>
    public static Town Beside(string store)
    {
        var mark = store + ".begun";
        if (!File.Exists(store) || !File.Exists(mark))
        {
            File.WriteAllText(mark, "This file is as old as the week.\n");
        }

        var begunAt = new DateTimeOffset(File.GetLastWriteTimeUtc(mark));
        return new Town(TimeSince(begunAt), begunAt);
    }

    /// <summary>The real channel still has what an earlier run published; this one is new in every run.</summary>
    public void Remember(IEnumerable<QueueRow> queue)
    {
        foreach (var row in queue.Where(row => row.IsPublished && row.Publication!.Post!.MessageId > _channel.Posts.Count + 1).OrderBy(row => row.Publication!.Post!.MessageId))
        {
            _channel.AddPost(row.Planned.Post.Text!.PlainText);
        }
    }

    /// <summary>How often a post stands in the channel.</summary>
    public int Count(Post post) => _channel.Posts.Count(found => (found.Text ?? found.Caption) == post.Text!.PlainText);

    /// <summary>Lets time pass, no further than to the next post.</summary>
    public async Task PassAsync(DateTimeOffset? next)
    {
        var now = Now;
        var then = _begunAt is { } begunAt ? TimeSince(begunAt) : now.AddHours(2);
        then = next > now && next < then ? next.Value : then;
        if (then > now)
        {
            await Telegram.SuspendAsync(then - now);
        }

        await Telegram.AdvanceAsync(TimeSpan.FromSeconds(5));
    }

    private static DateTimeOffset TimeSince(DateTimeOffset begunAt) => Beginning + ((TimeProvider.System.GetUtcNow() - begunAt) * 1800);
}
