namespace TelegramMarketing.Storage;

/// <summary>A <see cref="PostMedia"/> as JSON.</summary>
internal sealed record StoredMedia
{
    public required string Kind { get; init; }

    public required string Origin { get; init; }

    /// <summary>The whole path, the file name, the address or the file id.</summary>
    public required string Value { get; init; }

    /// <summary>Which of the publication's sources it is; one source may stand in several parts.</summary>
    public int Source { get; init; }

    /// <summary>The ids that Telegram gave to the bytes, by kind.</summary>
    public Dictionary<string, string>? FileIds { get; init; }

    /// <summary>Of the bytes that the ids are for.</summary>
    public long Length { get; init; }

    /// <summary>Of the bytes that the ids are for, in UTC ticks; 0 for a stream.</summary>
    public long WrittenAt { get; init; }
}
