using TelegramMarketing.Testing.Wire;

namespace TelegramMarketing.Testing;

/// <summary>A file of a message. Its bytes are not kept.</summary>
/// <param name="Kind">The kind as Telegram names it: <c>photo</c>, <c>video</c>, <c>animation</c>, <c>document</c>, <c>audio</c> or <c>sticker</c>.</param>
/// <param name="FileId">The identifier by which a bot can send it again.</param>
/// <param name="FileName">The name that it was uploaded with; null when there was none.</param>
/// <param name="Size">The number of bytes; 0 when it came from a URL, which the fake doesn't fetch.</param>
/// <param name="Origin">How it came: <c>upload</c>, <c>url</c> or <c>file_id</c>.</param>
public sealed record TelegramMedia(string Kind, string FileId, string? FileName, long Size, string Origin)
{
    internal StickerContent? Sticker { get; init; }

    internal string? StickerEmoji { get; init; }
}
