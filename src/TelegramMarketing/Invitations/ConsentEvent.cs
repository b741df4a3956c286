namespace TelegramMarketing;

/// <summary>One line of the consent ledger. It says what happened, never who the person is.</summary>
public sealed record ConsentEvent
{
    /// <summary>What happened.</summary>
    public required ConsentEventKind Kind { get; init; }

    /// <summary>When: Telegram's date where Telegram reported it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A random id that stands for the customer. Who that is stands elsewhere, and can be erased.</summary>
    public required Guid Subject { get; init; }

    /// <summary>The invitation; <see langword="null"/> for a customer who opted out without having one.</summary>
    public Guid? Invitation { get; init; }

    /// <summary>The channel of the invitation.</summary>
    public ChannelAddress? Channel { get; init; }

    /// <summary>The campaign of the invitation.</summary>
    public string? Campaign { get; init; }

    /// <summary>By what means it was delivered, or of what means the customer has opted out: <c>telegram</c>; <see langword="null"/> for all.</summary>
    public string? Transport { get; init; }

    /// <summary>By what it can be shown.</summary>
    public ConsentEvidence Evidence { get; init; } = new();
}
