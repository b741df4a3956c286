using System.Globalization;
using Snapshooter.Xunit;
using TelegramMarketing.Statistics;

namespace TelegramMarketing.Tests.Statistics;

public sealed class ReportTextTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("es")]
    [InlineData("ru")]
    [InlineData("ar")]
    public void ToText_FiveLanguages_ReadWell(string language) => Snapshot.Match(Sample().ToText(Culture(language)), $"ReportText.{language}");

    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("es")]
    [InlineData("ru")]
    [InlineData("ar")]
    public void Verdict_NumbersOfPosts_HaveTheirPluralForms(string language)
    {
        var text = string.Concat(
            from kind in new[] { PostKind.News, PostKind.Promotion, PostKind.Event, PostKind.Of("Recipe") }
            from needed in new[] { 1, 2, 3, 5, 11, 21, 100 }
            select new EditorialVerdict { Outcome = VerdictOutcome.NotEnough, NeededKind = kind, NeededPosts = needed }.ToText(Culture(language)) + "\n");

        Snapshot.Match(text, $"VerdictPlurals.{language}");
    }

    [Fact]
    public void Verdict_IssuedInEnglish_IsTheSentenceOfThePromise()
    {
        var verdict = new EditorialVerdict
        {
            Outcome = VerdictOutcome.Difference,
            Kind = PostKind.Promotion,
            Other = PostKind.News,
            Effect = new ViewEffect(1.8, 1.4, 2.3),
            Posts = 23,
            OtherPosts = 41,
        };

        verdict.ToString().Should().Be("Promotions earn 1.8 times the views of news (1.4 to 2.3, 23 and 41 posts).");
        (verdict with { Outcome = VerdictOutcome.NotEnough, NeededKind = PostKind.Event, NeededPosts = 9 }).ToString().Should().Be("Not enough yet: about 9 more events are needed.");
    }

    [Fact]
    public void ToText_UnknownLanguage_IsEnglishWithItsNumbers() =>
        Sample().ToText(CultureInfo.GetCultureInfo("de-DE")).Should().Contain("Median views").And.Contain("1.250");

    [Theory]
    [InlineData("News", 4)]
    [InlineData("Новости", 7)]
    [InlineData("أخبار", 5)]
    [InlineData("新闻", 4)]
    [InlineData("🎉", 2)]
    [InlineData("👩‍🍳", 2)]
    [InlineData("🇮🇹", 2)]
    [InlineData("❤️", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("", 0)]
    [InlineData("\u200F", 0)]
    public void DisplayWidth_OfLetters_IsTheColumnsOfAConsole(string text, int width) => DisplayWidth.Of(text).Should().Be(width);

    [Fact]
    public void ToText_NamesOfEveryWidth_StandInColumns()
    {
        var lines = Sample().ToText(CultureInfo.InvariantCulture).Split('\n').SkipWhile(line => !line.StartsWith("Kind", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0 && !line.StartsWith("Effect:", StringComparison.Ordinal));

        lines.Select(line => DisplayWidth.Of(line[..(line.IndexOf('×', StringComparison.Ordinal) is >= 0 and var at ? at : 0)])).Where(width => width > 0).Distinct().Should().ContainSingle();
    }

    private static EditorialReport Sample()
    {
        KindSummary Kind(PostKind? kind, int posts, long views, ViewEffect? effect) => new()
        {
            Name = kind?.Name ?? "Unclassified",
            Kind = kind,
            By = ReportGrouping.Kind,
            Compared = posts,
            MedianViews = views == 0 ? null : Count.Exact(views),
            Effect = effect,
            ViewsPerSubscriber = 0.256,
            LeftOut = new Dictionary<LeftOutReason, int> { [LeftOutReason.TooYoung] = 2, [LeftOutReason.NoFigureAtAge] = 1 },
        };

        GroupSummary Group(ReportGrouping by, string name) => new() { Name = name, By = by, Compared = 12, MedianViews = Count.Rounded(15_000, 14_950, 15_099, "15K"), Effect = new ViewEffect(1.02, 0.91, 1.3) };

        var effect = new ViewEffect(1.8, 1.4, 2.3);
        return new()
        {
            Channel = ChannelAddress.FromUsername("panetteria"),
            From = ReportPostsOf.Now.AddDays(-90),
            To = ReportPostsOf.Now,
            MadeAt = ReportPostsOf.Now,
            Basis = ComparisonBasis.EqualAge,
            Age = TimeSpan.FromHours(24),
            Kinds =
            [
                Kind(PostKind.Promotion, 23, 2_100, effect), Kind(PostKind.News, 41, 1_250, effect), Kind(PostKind.Of("🎉 Ricetta"), 3, 900, effect),
                Kind(PostKind.Of("新闻"), 3, 900, effect), Kind(PostKind.Of("وصفة"), 3, 900, effect), Kind(PostKind.Event, 1, 0, null), Kind(null, 2, 40, effect),
            ],
            Verdicts =
            [
                new() { Outcome = VerdictOutcome.Winner, Kind = PostKind.Promotion, Other = PostKind.News, Effect = effect, Posts = 23, OtherPosts = 41 },
                new() { Outcome = VerdictOutcome.Difference, Kind = PostKind.Of("🎉 Ricetta"), Other = PostKind.Event, Effect = new ViewEffect(1.31, 1.04, 1.7), Posts = 3, OtherPosts = 22 },
                new() { Outcome = VerdictOutcome.NotEnough, Kind = PostKind.News, Other = PostKind.Event, Effect = new ViewEffect(1.1, 0.8, 1.4), Posts = 41, OtherPosts = 1 },
                new() { Outcome = VerdictOutcome.NotEnough, NeededKind = PostKind.Event, NeededPosts = 9 },
                new() { Outcome = VerdictOutcome.NothingToCompare },
            ],
            Tags = [Group(ReportGrouping.Tag, "Monday"), Group(ReportGrouping.Tag, "pane")],
            Weekdays = [Group(ReportGrouping.Weekday, "Monday"), Group(ReportGrouping.Weekday, "Sunday")],
            Media = [Group(ReportGrouping.Media, "Photo"), Group(ReportGrouping.Media, "Text")],
            Buttons = [Group(ReportGrouping.Buttons, "Without buttons"), Group(ReportGrouping.Buttons, "With buttons")],
        };
    }

    private static CultureInfo Culture(string name) => CultureInfo.GetCultureInfo(name);
}
