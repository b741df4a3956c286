using TelegramMarketing.Statistics;
using static TelegramMarketing.Tests.Statistics.ReportPostsOf;

namespace TelegramMarketing.Tests.Statistics;

public sealed class EqualAgeTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public void At_BetweenTwoReadings_LiesOnTheStraightLineOfTheLogarithms() =>
        EqualAge.At(ReadAt((12, 100), (48, 400)), Day, Now)!.Value.Views.Value.Should().BeInRange(199, 201, "24 h is half-way from 12 h to 48 h on the log scale");

    [Fact]
    public void At_ReadingsTooFarApart_IsNothing() => EqualAge.At(ReadAt((3, 100), (720, 400)), Day, Now).Should().BeNull();

    [Theory]
    [InlineData(21, true)]
    [InlineData(27, true)]
    [InlineData(20, false)]
    [InlineData(28, false)]
    public void At_OneReading_CountsWhenItIsNear(double hours, bool counts) => (EqualAge.At(ReadAt((hours, 100)), Day, Now)?.Views.Value).Should().Be(counts ? 100 : null);

    [Fact]
    public void At_FallingCounter_LiesBetweenTheReadings() =>
        EqualAge.At(ReadAt((12, 400), (48, 100)), Day, Now)!.Value.Views.Value.Should().BeInRange(199, 201);

    [Fact]
    public void At_ZeroViews_IsZeroAndHasALogarithm()
    {
        var figure = EqualAge.At(ReadAt((12, 0), (48, 0)), Day, Now)!.Value;

        figure.Views.Should().Be(Count.Exact(0));
        double.IsFinite(figure.Log).Should().BeTrue();
    }

    [Fact]
    public void At_ReadingBeforePublicationOrAfterTheReport_IsPassedOver()
    {
        var post = ReadAt((-5, 9_000), (23, 100), (24 * 31, 1));

        EqualAge.At(post, Day, Now)!.Value.Views.Value.Should().Be(100);
        EqualAge.Last(post, Now)!.Value.Views.Views.Value.Should().Be(100);
    }

    [Fact]
    public void At_RoundedReadings_AreAnIntervalWithTheVarianceOfTheirRounding()
    {
        var exact = EqualAge.At(ReadAt((24, 15_000)), Day, Now)!.Value;
        var post = ReadAt((24, 15_000));
        var rounded = EqualAge.At(post with { Views = [post.Views[0] with { Views = Count.Rounded(15_000, 14_950, 15_099, "15K") }] }, Day, Now)!.Value;

        (rounded.Views.Low, rounded.Views.High).Should().Be((14_950, 15_099));
        rounded.Variance.Should().BeApproximately(exact.Variance + (Math.Pow(150.0 / 15_000, 2) / 12), 5e-7);
    }

    [Fact]
    public void At_AgeThatIsAnInterval_HasMoreVariance()
    {
        var post = ReadAt((12, 100), (40, 400));
        var stale = post with { Views = [.. post.Views.Select(point => point with { TrueFrom = point.ObservedAt.AddHours(-2) })] };

        EqualAge.At(stale, Day, Now)!.Value.Variance.Should().BeGreaterThan(EqualAge.At(post, Day, Now)!.Value.Variance);
    }

    [Fact]
    public void Report_EqualAge_LeavesOutAndCountsWhatHasNoFigureAtThatAge()
    {
        var report = Report(new ReportOptions { Age = Day }, [
            ReadAt((12, 100), (48, 400)), ReadAt((48, 400)), ReadAt((-1, 5)), ReadAt((24, 7)) with { PublishedAt = null }, Mature(PostKind.News, 50, 0.5), ReadAt()]);

        var news = report.Kinds.Should().ContainSingle().Subject;
        news.Compared.Should().Be(1);
        news.LeftOut.Should().Equal(new Dictionary<LeftOutReason, int>
        {
            [LeftOutReason.NoFigureAtAge] = 2, [LeftOutReason.AgeUnknown] = 1, [LeftOutReason.TooYoung] = 1, [LeftOutReason.ViewsUnknown] = 1,
        });
        report.BasisText.Should().Be("Compared: the views of each post at the age of 24 hours.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ReportOptions_AgeThatIsNotPositive_IsRefused(int hours) =>
        FluentActions.Invoking(() => new ReportOptions { Age = TimeSpan.FromHours(hours) }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*positive*");
}
