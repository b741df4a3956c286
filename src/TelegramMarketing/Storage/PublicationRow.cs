namespace TelegramMarketing.Storage;

/// <summary>A publication as a relational store keeps it. Times are UTC ticks; <see cref="Parts"/> is dropped when it has ended.</summary>
internal sealed class PublicationRow
{
    public Guid Id { get; set; }

    public string BotName { get; set; } = "";

    /// <summary>As it was addressed: @name, or the id.</summary>
    public string Channel { get; set; } = "";

    /// <summary>The ledger's name for the chat.</summary>
    public string ChatKey { get; set; } = "";

    /// <summary>The chat's numeric id; 0 until Telegram has told it.</summary>
    public long ChatId { get; set; }

    public string? IdempotencyKey { get; set; }

    public string? Fingerprint { get; set; }

    public string Kind { get; set; } = "";

    /// <summary>A JSON array; <see langword="null"/> when there is none.</summary>
    public string? Tags { get; set; }

    /// <summary>What happens at its time.</summary>
    public PublicationAction Action { get; set; }

    /// <summary>The publication that is edited or deleted.</summary>
    public Guid? Target { get; set; }

    /// <summary>How long after the target's publication, in ticks; <see langword="null"/> for a fixed time.</summary>
    public long? EndsAfter { get; set; }

    public PublicationState State { get; set; }

    public long CreatedAt { get; set; }

    public long DueAt { get; set; }

    public long DeliveryBegan { get; set; }

    public long? PublishedAt { get; set; }

    public long? EndedAt { get; set; }

    public long SendBeganAt { get; set; }

    public long BecameUnknownAt { get; set; }

    public int Attempts { get; set; }

    public int PartsDone { get; set; }

    public TelegramMarketingError Error { get; set; }

    public string? LastError { get; set; }

    public int LastKnownMessageId { get; set; }

    public bool IsProvedAbsent { get; set; }

    public bool IsCancelAsked { get; set; }

    public Guid? EqualTo { get; set; }

    /// <summary>What is sent, as <see cref="StoredParts"/> writes it; <see langword="null"/> once it has ended.</summary>
    public string? Parts { get; set; }

    /// <summary>Bytes are kept beside it, in rows of their own.</summary>
    public bool HasMedia { get; set; }

    /// <summary>Counts the saves; who saves must have seen the latest.</summary>
    public int Version { get; set; }
}
