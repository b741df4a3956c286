namespace TelegramMarketing;

/// <summary>The kinds of media a post can carry.</summary>
public enum PostMediaKind
{
    /// <summary>A picture; Telegram compresses it. At most 10 MB by upload, 5 MB by address.</summary>
    Photo,

    /// <summary>A video (MPEG-4).</summary>
    Video,

    /// <summary>A GIF or a video without sound. Never part of an album.</summary>
    Animation,

    /// <summary>Any file, as it is.</summary>
    Document,

    /// <summary>Music (MP3 or M4A).</summary>
    Audio,

    /// <summary>A sticker: WEBP, PNG, TGS or WEBM, at most 512 KB. Never part of an album, and without a caption: a text follows it in a message of its own.</summary>
    Sticker,
}
