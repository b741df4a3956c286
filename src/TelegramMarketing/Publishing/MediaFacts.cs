namespace TelegramMarketing.Publishing;

/// <summary>What looking at a media source has found, before anything is sent.</summary>
internal sealed record MediaFacts
{
    /// <summary>Nothing is known: the bytes are Telegram's or on another server.</summary>
    public static MediaFacts Remote { get; } = new();

    /// <summary>There is no such file.</summary>
    public static MediaFacts Missing { get; } = new() { Exists = false };

    /// <summary>The file is there, or is not ours to look for.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>Why the bytes cannot be read; <see langword="null"/> when they can.</summary>
    public Exception? Failure { get; init; }

    /// <summary>In bytes; <see langword="null"/> when unknown.</summary>
    public long? Length { get; init; }

    /// <summary>Of a PNG, JPEG, GIF, WEBP or BMP file; <see langword="null"/> for others and for damaged ones.</summary>
    public PixelSize? Pixels { get; init; }
}
