using CsCheck;

namespace TelegramMarketing.Tests.Statistics;

public sealed class CountTests
{
    private static readonly Gen<(Count Shown, long Truth)> AnyCount =
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[0, 5_000], Gen.Long[0, 5_000], Gen.Long[0, 5_000])
            .Select((low, below, above, at) =>
            {
                var high = low + below + above;
                return (low == high ? Count.Exact(low) : Count.Rounded(low + below, low, high, "x"), low + Math.Min(at, high - low));
            });

    [Fact]
    public void Equals_SameDigitsWithAndWithoutRawText_AreEqual() => Count.Exact(5, "5").Should().Be(Count.Exact(5));

    [Fact]
    public void Exact_Negative_IsRefused() => FluentActions.Invoking(() => Count.Exact(-1)).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData(5, 6, 9)]
    [InlineData(10, 5, 9)]
    [InlineData(-1, -1, 9)]
    public void Rounded_ValueOutsideItsInterval_IsRefused(long value, long low, long high) =>
        FluentActions.Invoking(() => Count.Rounded(value, low, high, "x")).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Median_OddNumberOfExactCounts_IsExact() =>
        Count.Median([Count.Exact(7), Count.Exact(1), Count.Exact(1000)]).Should().Be(Count.Exact(7));

    [Fact]
    public void Median_BetweenTwoCounts_LiesHalfWay()
    {
        Count.Median([Count.Exact(10), Count.Exact(20)]).Should().Be(Count.Exact(15));
        Count.Median([Count.Exact(10), Count.Exact(21)]).Should().Be(Count.Rounded(15, 15, 16, "15"));
    }

    [Fact]
    public void Median_RoundedCounts_IsAnInterval() =>
        Count.Median([Count.Rounded(1_200, 1_195, 1_209, "1.2K"), Count.Exact(900), Count.Rounded(2_000, 1_995, 2_009, "2K")])
            .Should().BeEquivalentTo(new { Value = 1_200L, Low = 1_195L, High = 1_209L });

    [Fact]
    public void Median_Nothing_IsRefused() => FluentActions.Invoking(() => Count.Median([])).Should().Throw<ArgumentException>();

    [Fact]
    public void Median_AnyCounts_HoldsTheTrueMedian() => AnyCount.Array[1, 9].Sample(counts =>
    {
        var median = Count.Median(counts.Select(count => count.Shown));
        var truths = counts.Select(count => count.Truth).Order().ToArray();
        var truth = (truths[(truths.Length - 1) / 2] + truths[truths.Length / 2]) / 2m;
        return median.Low <= truth && truth <= median.High && median.Low <= median.Value && median.Value <= median.High;
    });
}
