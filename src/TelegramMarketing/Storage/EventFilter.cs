namespace TelegramMarketing.Storage;

/// <summary>Which events are read.</summary>
internal sealed record EventFilter
{
    public Guid? Invitation { get; init; }

    public IReadOnlyList<Guid>? Subjects { get; init; }

    public long? ChannelId { get; init; }

    public string? Campaign { get; init; }

    public ConsentEventKind? Kind { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }
}
