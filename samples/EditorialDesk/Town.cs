using TelegramMarketing;
using TelegramMarketing.Testing;

namespace EditorialDesk;

/// <summary>A Telegram in memory, with a channel and those who read it. A real host has none of this.</summary>
internal sealed class Town
{
    private readonly TelegramChannel _channel;
    private readonly int _seed;

    public Town(int seed)
    {
        _seed = seed;
        Telegram = new InMemoryTelegram(new() { StartAt = Shop.Time(0, 6), Seed = seed });
        _channel = Telegram.AddChannel(Channel.Username!, "Panificio Aurora");
        _channel.AddAdministrator(Telegram.AddBot("aurora_bot"));
        _channel.AddAudience(2_200, Interest);
        _channel.AddPost("👋 Benvenuti nel canale del panificio.");
    }

    public static ChannelAddress Channel { get; } = ChannelAddress.Parse("@panificio_aurora");

    public InMemoryTelegram Telegram { get; }

    public DateTimeOffset Now => Telegram.Clock.GetUtcNow();

    /// <summary>Lets time pass.</summary>
    public async Task PassAsync(DateTimeOffset until)
    {
        if (until > Now)
        {
            await Telegram.AdvanceAsync(until - Now);
        }
    }

    /// <summary>As every week, some people subscribe.</summary>
    public void Grow(int week) => _channel.AddAudience(25 + new Random(_seed + week).Next(30), Interest);

    // What is true of this town, and what the report should find out: promotions earn twice the views of news, events fewer, recipes a bit more; evenings are better than mornings.
    private double Interest(TelegramPost post)
    {
        var kind = post.Text![..2] switch { "🎁" => 0.42, "📅" => 0.17, "🥖" => 0.25, _ => 0.21 };
        var hour = TimeZoneInfo.ConvertTime(post.Date, Shop.Zone).Hour >= 17 ? 1.15 : 1;
        var chance = new Random((_seed * 1009) + post.MessageId);
        var luck = Math.Exp(0.4 * (chance.NextDouble() + chance.NextDouble() + chance.NextDouble() - 1.5));
        return Math.Min(1, kind * hour * luck);
    }
}
