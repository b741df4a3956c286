namespace TelegramMarketing.Statistics;

/// <summary>A view counter at one time: it was true at some moment between <see cref="TrueFrom"/> and <see cref="ObservedAt"/>.</summary>
/// <remarks>A report holds nearly a million of these: numbers only, so that they are small and the garbage collector need not look into them. The text of the counter is not kept.</remarks>
internal readonly record struct ViewPoint
{
    private readonly long _low;
    private readonly long _high;
    private readonly long _value;

    public ViewPoint(DateTimeOffset trueFrom, DateTimeOffset observedAt, Count views) => (TrueFrom, ObservedAt, Views) = (trueFrom, observedAt, views);

    public DateTimeOffset TrueFrom
    {
        get => new(TrueFromTicks, TimeSpan.Zero);
        init => TrueFromTicks = value.UtcTicks;
    }

    public DateTimeOffset ObservedAt
    {
        get => new(ObservedTicks, TimeSpan.Zero);
        init => ObservedTicks = value.UtcTicks;
    }

    /// <summary><see cref="TrueFrom"/> in UTC ticks, for calculations over all readings.</summary>
    public long TrueFromTicks { get; private init; }

    /// <summary><see cref="ObservedAt"/> in UTC ticks.</summary>
    public long ObservedTicks { get; private init; }

    public Count Views
    {
        get => Count.Restore(_low, _high, _value, null);
        init => (_low, _high, _value) = (value.Low, value.High, value.Value);
    }
}
