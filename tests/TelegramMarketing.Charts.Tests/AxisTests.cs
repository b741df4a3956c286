using System.Globalization;
using TelegramMarketing.Charts.Drawing;
using TelegramMarketing.Charts.Pictures;

namespace TelegramMarketing.Charts.Tests;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 1_830, new double[] { 0, 500, 1_000, 1_500 })]
    [InlineData(2_334, 2_910, new double[] { 2_400, 2_600, 2_800 })]
    [InlineData(0, 3, new double[] { 0, 1, 2, 3 })]
    [InlineData(7, 7, new double[] { 7 })]
    public void Ticks_OfARange_AreRoundAndWhole(double low, double high, double[] ticks) => Scale.Ticks(low, high, 4).Should().Equal(ticks);

    [Fact]
    public void At_OnALogarithmicScale_TakesRatiosToLengths()
    {
        var scale = new Scale(0.25, 4, 100, 300, IsLogarithmic: true);

        (scale.At(2) - scale.At(1)).Should().BeApproximately(scale.At(1) - scale.At(0.5), 1e-9);
        new[] { scale.At(1), scale.At(0), scale.At(double.PositiveInfinity) }.Should().Equal(200, 100, 300);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-05-25", "2 Mar, 16 Mar, 30 Mar, 13 Apr, 27 Apr, 11 May, 25 May")]
    [InlineData("2026-03-27", "2026-03-31", "27 Mar, 28 Mar, 29 Mar, 30 Mar, 31 Mar")]
    [InlineData("2026-03-02", "2026-03-02", "2 Mar")]
    [InlineData("2020-02-10", "2026-05-25", "Jan 2021, Jan 2022, Jan 2023, Jan 2024, Jan 2025, Jan 2026")]
    public void Between_ADay_AndAnother_AreRoundDates(string from, string to, string ticks)
    {
        // In which summer time begins on 29 March.
        var rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

        var between = DateTicks.Between(At(from), At(to), rome, new Figures(CultureInfo.InvariantCulture)).ToList();

        string.Join(", ", between.Select(tick => tick.Text)).Should().Be(ticks);
        between.Select(tick => tick.At).Should().BeInAscendingOrder();

        DateTimeOffset At(string day)
        {
            var local = DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new DateTimeOffset(local, rome.GetUtcOffset(local));
        }
    }

    [Theory]
    [InlineData("ar-SA", "31 May 2026", "مايو")]
    [InlineData("th-TH", "31 May 2026", "2026")]
    public void Date_WhereAnotherCalendarIsUsual_IsTelegrams(string culture, string day, string part) =>
        new Figures(new CultureInfo(culture)).Date(DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)).Should().Contain(part);

    [Theory]
    [InlineData("en", 1, "1 post", 2, "2 posts", 0, "0 posts")]
    [InlineData("ru", 21, "21 пост", 3, "3 поста", 12, "12 постов")]
    [InlineData("ar", 2, "منشوران", 7, "7 منشورات", 23, "23 منشورًا")]
    [InlineData("ar", 1, "منشور واحد", 100, "100 منشور", 0, "لا منشورات")]
    public void Posts_InALanguage_AreCountedAsItCounts(string language, long one, string first, long two, string second, long three, string third)
    {
        var figures = new Figures(new CultureInfo(language));

        new[] { figures.Posts(one), figures.Posts(two), figures.Posts(three) }.Should().Equal(first, second, third);
    }
}
