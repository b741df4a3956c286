using System.Text.Json.Nodes;
using TelegramMarketing.Testing.Wire;

namespace TelegramMarketing.Testing;

/// <summary>A sticker of a set.</summary>
public sealed class TelegramSticker
{
    internal TelegramSticker(StickerContent content, string fileId)
    {
        Content = content;
        FileId = fileId;
        UniqueId = Wire.FileId.Parse(fileId).UniqueId;
    }

    /// <summary>The identifier by which a bot can send it.</summary>
    public string FileId { get; }

    /// <summary>The identifier of its file, the same for all bots.</summary>
    public string UniqueId { get; }

    /// <summary><c>static</c>, <c>animated</c> or <c>video</c>.</summary>
    public string Format => Content.Format;

    /// <summary>Its width in pixels.</summary>
    public int Width => Content.Width;

    /// <summary>Its height in pixels.</summary>
    public int Height => Content.Height;

    /// <summary>The number of bytes that Telegram keeps of it.</summary>
    public long Size => Content.StoredSize;

    /// <summary>The emoji that it stands for; other bots are told only the first.</summary>
    public IReadOnlyList<string> Emoji { get; internal set; } = [];

    /// <summary>The words by which people find it; no bot is told.</summary>
    public IReadOnlyList<string> Keywords { get; internal set; } = [];

    internal StickerContent Content { get; }

    internal JsonObject? MaskPosition { get; set; }

    internal string? CustomEmojiId { get; set; }
}
