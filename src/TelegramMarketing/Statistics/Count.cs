namespace TelegramMarketing;

/// <summary>
/// A counter as a source gives it: exact, or rounded and then an interval. Telegram's pages show <c>18.9M</c>, of which only the first digits are known.
/// </summary>
public readonly record struct Count
{
    private readonly string? _raw;

    private Count(long low, long high, long value, string? raw)
    {
        Low = low;
        High = high;
        Value = value;
        _raw = raw;
    }

    /// <summary>The smallest number that it can stand for.</summary>
    public long Low { get; }

    /// <summary>The largest number that it can stand for; equal to <see cref="Low"/> when exact.</summary>
    public long High { get; }

    /// <summary>The number as written: <c>18900000</c> for <c>18.9M</c>.</summary>
    public long Value { get; }

    /// <summary>The text as it was read.</summary>
    public string Raw => _raw ?? Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The number is known exactly.</summary>
    public bool IsExact => Low == High;

    /// <summary>An exact count.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public static Count Exact(long value, string? raw = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return new(value, value, value, raw);
    }

    /// <summary>A rounded count.</summary>
    /// <param name="value">The number as written.</param>
    /// <param name="low">The smallest that it can stand for.</param>
    /// <param name="high">The largest that it can stand for.</param>
    /// <param name="raw">The text as it was read.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ low ≤ value ≤ high.</exception>
    public static Count Rounded(long value, long low, long high, string raw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, high);
        ArgumentNullException.ThrowIfNull(raw);
        return new(low, high, value, raw);
    }

    /// <summary>The text as it was read.</summary>
    public override string ToString() => Raw;
}
