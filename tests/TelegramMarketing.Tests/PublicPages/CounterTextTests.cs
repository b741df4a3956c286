using CsCheck;
using TelegramMarketing.PublicPages;

namespace TelegramMarketing.Tests.PublicPages;

public sealed class CounterTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("844", 844)]
    [InlineData("999", 999)]
    [InlineData("1134", 1134)]
    [InlineData(" 53\n", 53)]
    [InlineData("11 110 268", 11_110_268)]
    [InlineData("11\u00a0110\u202f268", 11_110_268)]
    [InlineData("1\u2009000", 1000)]
    public void Parse_PlainOrGroupedInteger_IsExact(string text, long expected)
    {
        var count = CounterText.Parse(text)!.Value;

        count.IsExact.Should().BeTrue();
        count.Value.Should().Be(expected);
        count.Raw.Should().Be(text.Trim());
    }

    [Theory]
    [InlineData("1.13K", 1_130, 1_125, 1_139)]
    [InlineData("7.61K", 7_610, 7_605, 7_619)]
    [InlineData("12.1K", 12_100, 12_050, 12_199)]
    [InlineData("15K", 15_000, 14_950, 15_099)]
    [InlineData("1.2K", 1_200, 1_195, 1_209)]
    [InlineData("1K", 1_000, 1_000, 1_009)]
    [InlineData("585K", 585_000, 584_500, 585_999)]
    [InlineData("436.6K", 436_600, 436_550, 436_699)]
    [InlineData("1M", 1_000_000, 995_000, 1_009_999)]
    [InlineData("1.95M", 1_950_000, 1_945_000, 1_959_999)]
    [InlineData("18.9M", 18_900_000, 18_850_000, 18_999_999)]
    [InlineData("1.01B", 1_010_000_000, 1_005_000_000, 1_019_999_999)]
    public void Parse_Abbreviated_IsAnIntervalForRoundingAndCuttingOff(string text, long value, long low, long high)
    {
        var count = CounterText.Parse(text)!.Value;

        (count.Value, count.Low, count.High, count.Raw, count.IsExact).Should().Be((value, low, high, text, false));
    }

    [Theory]
    [InlineData("1.2K", 1_150, 1_299)]
    [InlineData("1K", 1_000, 1_099)]
    [InlineData("12.1K", 12_050, 12_199)]
    [InlineData("436.6K", 436_550, 436_699)]
    [InlineData("585K", 584_500, 585_999)]
    [InlineData("1.13K", 1_125, 1_139)]
    [InlineData("3.6M", 3_550_000, 3_699_999)]
    [InlineData("844", 844, 844)]
    public void Parse_PageOfTheOneDecimalYears_IsNoMoreExactThanItSays(string text, long low, long high)
    {
        var count = CounterText.Parse(text, mayHaveOneDecimal: true)!.Value;

        (count.Low, count.High).Should().Be((low, high));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("K")]
    [InlineData("M views")]
    [InlineData("1,234")]
    [InlineData("1.234")]
    [InlineData("1,2K")]
    [InlineData("1.K")]
    [InlineData(".5K")]
    [InlineData("0.5K")]
    [InlineData("1.2345K")]
    [InlineData("12345K")]
    [InlineData("1.2.3K")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("1e3")]
    [InlineData("12 34")]
    [InlineData("1 2345")]
    [InlineData("1  234")]
    [InlineData("1234 567")]
    [InlineData("١٢٣")]
    [InlineData("many")]
    [InlineData("99999999999999999999")]
    [InlineData("10.5M subscribers")]
    public void Parse_AnythingElse_IsUnknown(string? text) => CounterText.Parse(text).Should().BeNull();

    [Fact]
    public void Parse_NumberAbbreviatedInEitherWay_HoldsTheTrueNumber() =>
        Gen.Long[0, 99_900_000_000].Select(Gen.Bool).Sample((number, cutsOff) =>
        {
            var count = CounterText.Parse(Abbreviate(number, cutsOff))!.Value;
            return count.Low <= number && number <= count.High;
        });

    [Fact]
    public void Parse_AnyText_NeverThrows() => Gen.String.Sample(text => { _ = CounterText.Parse(text); });

    private static string Abbreviate(long number, bool cutsOff)
    {
        if (number < 1000)
        {
            return number.ToString();
        }

        var unit = 1L;
        while (number / unit >= 1000)
        {
            unit *= 10;
        }

        var digits = cutsOff ? number / unit : (number + (unit / 2)) / unit;
        var (scale, suffix) = digits * unit >= 1_000_000_000 ? (1_000_000_000m, "B") : digits * unit >= 1_000_000 ? (1_000_000m, "M") : (1_000m, "K");
        return (digits * unit / scale).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + suffix;
    }
}
