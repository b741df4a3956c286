namespace TelegramMarketing.Storage;

/// <summary>What a durable store remembers of an entry that is in use: how far the row has followed it.</summary>
internal sealed class StoredState
{
    public required string ChatKey { get; init; }

    /// <summary>The version of the row that was written or read last.</summary>
    public int Version { get; set; }

    /// <summary>The version that is being written; what a reader sees of it is no news.</summary>
    public int WritingVersion { get; set; }

    /// <summary>The parts whose JSON and media the row has.</summary>
    public IReadOnlyList<PlannedMessage>? Parts { get; set; }

    /// <summary>The JSON that the row has.</summary>
    public string? PartsJson { get; set; }

    /// <summary>How many message ids the store has.</summary>
    public int Messages { get; set; }

    /// <summary>The store has bytes of media.</summary>
    public bool HasMedia { get; set; }
}
