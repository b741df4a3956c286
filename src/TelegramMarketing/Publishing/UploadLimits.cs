namespace TelegramMarketing.Publishing;

/// <summary>How large a file may be that is uploaded, in bytes. It depends on the Bot API server.</summary>
/// <param name="Photo">For a photo.</param>
/// <param name="Other">For everything else.</param>
internal sealed record UploadLimits(long Photo, long Other)
{
    private const long Megabyte = 1 << 20;

    /// <summary>Telegram's own server: 10 MB and 50 MB.</summary>
    public static UploadLimits Cloud { get; } = new(10 * Megabyte, 50 * Megabyte);

    /// <summary>A local Bot API server: 2000 MB; a photo stays at 10 MB, since Telegram compresses it.</summary>
    public static UploadLimits LocalServer { get; } = new(10 * Megabyte, 2000 * Megabyte);

    public long For(PostMediaKind kind) => kind switch
    {
        PostMediaKind.Photo => Photo,
        PostMediaKind.Sticker => Stickers.StickerLimits.StaticBytes,
        _ => Other,
    };
}
