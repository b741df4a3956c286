using TelegramMarketing;
using TelegramMarketing.Testing;

namespace StickerShop;

/// <summary>A Telegram in memory, with a channel, its readers, and the person who will own the stickers. A real host has none of this.</summary>
internal sealed class Town
{
    private readonly TelegramPerson _owner;

    public Town()
    {
        var bot = Telegram.AddBot("aurora_bot");
        var channel = Telegram.AddChannel(Channel.Username!, "Panificio Aurora");
        channel.AddAdministrator(bot);
        channel.AddAudience(640, _ => 0.7);
        _owner = Telegram.AddPerson("Anna");
        _owner.Start(bot);
    }

    public static ChannelAddress Channel { get; } = ChannelAddress.Parse("@panificio_aurora");

    /// <summary>Time passes while somebody waits for something.</summary>
    public InMemoryTelegram Telegram { get; } = new() { RunByItself = true };

    /// <summary>A series of stickers belongs to a person, who has started the bot.</summary>
    public long OwnerId => _owner.Id;

    /// <summary>How many stickers stand there, in all series.</summary>
    public int Stickers => Telegram.StickerSets.Sum(set => set.Stickers.Count);

    /// <summary>How many requests changed something about stickers.</summary>
    public int Changes => Telegram.Requests.Count(request => request.Method.Contains("Sticker", StringComparison.Ordinal) && request.Method is not ("getStickerSet" or "sendSticker"));

    /// <summary>Lets time pass.</summary>
    public async Task PassAsync(TimeSpan duration)
    {
        Telegram.RunByItself = false;
        await Telegram.AdvanceAsync(duration);
        Telegram.RunByItself = true;
    }
}
