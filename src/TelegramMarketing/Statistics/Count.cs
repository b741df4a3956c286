using System.Globalization;

namespace TelegramMarketing;

/// <summary>
/// A counter as a source gives it: exact, or rounded and then an interval. Telegram's pages show <c>18.9M</c>, of which only the first digits are known.
/// </summary>
public readonly record struct Count
{
    private readonly string? _raw;

    private Count(long low, long high, long value, string? raw, bool isRestored = false)
    {
        Low = low;
        High = high;
        Value = value;
        _raw = raw is not null && !isRestored && string.Equals(raw, Digits(value), StringComparison.Ordinal) ? null : raw;
    }

    /// <summary>The smallest number that it can stand for.</summary>
    public long Low { get; }

    /// <summary>The largest number that it can stand for; equal to <see cref="Low"/> when exact.</summary>
    public long High { get; }

    /// <summary>The number as written: <c>18900000</c> for <c>18.9M</c>.</summary>
    public long Value { get; }

    /// <summary>The text as it was read.</summary>
    public string Raw => _raw ?? Digits(Value);

    /// <summary>The number is known exactly.</summary>
    public bool IsExact => Low == High;

    /// <summary>The text as it was read, where it is not just the digits.</summary>
    internal string? RawUnlessDigits => _raw;

    /// <summary>An exact count.</summary>
    /// <param name="value">The number.</param>
    /// <param name="raw">The text as it was read; <see langword="null"/> for the plain digits.</param>
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

    /// <summary>A count as a store has kept it.</summary>
    internal static Count Restore(long low, long high, long value, string? rawUnlessDigits) => new(low, high, value, rawUnlessDigits, isRestored: true);

    /// <summary>
    /// The median. Where counts are rounded it is an interval that holds the true median; between two middle numbers it lies half-way, and
    /// where that is no whole number it is an interval of two.
    /// </summary>
    /// <exception cref="ArgumentException">There are no counts: the median of nothing is unknown, not zero.</exception>
    public static Count Median(IEnumerable<Count> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var all = counts as IReadOnlyList<Count> ?? [.. counts];
        return all.Count > 0 ? Median(all, static count => count) : throw new ArgumentException("There is no median of no counts. Ask only where there is at least one.", nameof(counts));
    }

    /// <summary>The median of the counts of things, of which there is at least one.</summary>
    internal static Count Median<T>(IReadOnlyList<T> all, Func<T, Count> countOf)
    {
        if (all.All(one => countOf(one).IsExact) && Middle(static count => count.Value) is var (floor, ceiling) && floor == ceiling)
        {
            return Exact(floor);
        }

        // The middle of the lower ends and the middle of the upper ends enclose the middle of the true numbers.
        var (low, _) = Middle(static count => count.Low);
        var (value, _) = Middle(static count => count.Value);
        var (highBelow, highAbove) = Middle(static count => count.High);
        var high = Math.Max(highBelow, highAbove);
        return low == high ? Exact(value) : Rounded(value, low, high, Digits(value));

        (long Floor, long Ceiling) Middle(Func<Count, long> part)
        {
            var numbers = all.Select(one => part(countOf(one))).ToArray();
            Array.Sort(numbers);
            var (left, right) = (numbers[(numbers.Length - 1) / 2], numbers[numbers.Length / 2]);
            var span = right - left;
            return (left + (span / 2), left + (span / 2) + (span % 2));
        }
    }

    /// <summary>The text as it was read.</summary>
    public override string ToString() => Raw;

    private static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);
}
