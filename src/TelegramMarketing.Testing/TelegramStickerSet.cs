using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing;

/// <summary>A set of stickers that a bot has made.</summary>
public sealed class TelegramStickerSet
{
    private readonly TelegramWorld _world;

    internal TelegramStickerSet(TelegramWorld world, TelegramBot bot, string name, string type)
    {
        _world = world;
        Bot = bot;
        Name = name;
        Type = type;
    }

    /// <summary>The name in its address.</summary>
    public string Name { get; }

    /// <summary>The title that people see.</summary>
    public string Title { get; internal set; } = "";

    /// <summary><c>regular</c>, <c>mask</c> or <c>custom_emoji</c>.</summary>
    public string Type { get; }

    /// <summary>The bot that made it, which alone may change it.</summary>
    public TelegramBot Bot { get; }

    /// <summary>The person who owns it.</summary>
    public TelegramPerson Owner { get; internal set; } = null!;

    /// <summary>Its stickers in their order.</summary>
    public IReadOnlyList<TelegramSticker> Stickers
    {
        get
        {
            lock (_world.Sync)
            {
                return [.. All];
            }
        }
    }

    /// <summary>The number of bytes of its own picture; null when it has none, and the first sticker is shown.</summary>
    public long? ThumbnailSize => Thumbnail?.Size;

    internal List<TelegramSticker> All { get; } = [];

    internal TelegramMedia? Thumbnail { get; set; }

    internal bool NeedsRepainting { get; init; }

    internal int Capacity => Type == "custom_emoji" ? 200 : 120;
}
