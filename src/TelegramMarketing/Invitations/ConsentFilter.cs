namespace TelegramMarketing;

/// <summary>Which events of the ledger are listed: those for which everything holds that is set.</summary>
public sealed record ConsentFilter
{
    /// <summary>Those of one invitation.</summary>
    public Guid? Invitation { get; init; }

    /// <summary>Those of one channel.</summary>
    public ChannelAddress? Channel { get; init; }

    /// <summary>Those of one campaign; compared exactly.</summary>
    public string? Campaign { get; init; }

    /// <summary>Those of one kind, such as <see cref="ConsentEventKind.Consented"/>.</summary>
    public ConsentEventKind? Kind { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? To { get; init; }
}
