using System.Globalization;
using TelegramMarketing.Simulations;
using TelegramMarketing.Statistics;
using static TelegramMarketing.Tests.Statistics.ReportPostsOf;

namespace TelegramMarketing.Tests.Statistics;

public sealed class ReportModelTests
{
    [Fact]
    public void Report_KindsThatDiffer_HaveEffectsAroundTheTypicalPost()
    {
        var report = Report([.. Posts(PostKind.News, 20, 1_000), .. Posts(PostKind.Promotion, 20, 2_000)]);

        var promotion = Effect(report, PostKind.Promotion);
        promotion.Ratio.Should().BeInRange(1.3, 1.5, "half the posts are twice as good, so the typical post lies between at the square root of two");
        (promotion.Low, promotion.High).Should().Match<(double Low, double High)>(interval => interval.Low > 1 && interval.Low < promotion.Ratio && interval.High > promotion.Ratio);
        (Effect(report, PostKind.News).Ratio * promotion.Ratio).Should().BeApproximately(1, 1e-6);
        var winner = report.Verdicts[0];
        winner.Should().BeEquivalentTo(new { Outcome = VerdictOutcome.Winner, Kind = PostKind.Promotion, Other = PostKind.News, Posts = 20, OtherPosts = 20 });
        winner.Effect!.Value.Ratio.Should().BeApproximately(promotion.Ratio * promotion.Ratio, 1e-6);
    }

    [Fact]
    public void Report_MadeTwice_IsTheSame()
    {
        ReportPost[] posts = [.. Posts(PostKind.News, 9, 1_000), .. Posts(PostKind.Event, 5, 1_500), .. Posts(null, 4, 700)];

        Report(posts).ToText(CultureInfo.InvariantCulture).Should().Be(Report(posts).ToText(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Report_OneViralPost_HardlyMovesItsKind()
    {
        ReportPost[] posts = [.. Posts(PostKind.News, 15, 1_000), .. Posts(PostKind.Promotion, 15, 1_000)];
        var before = Effect(Report(posts), PostKind.News).Ratio;
        posts[3] = posts[3] with { Views = [At(Now, 500_000)] };

        var after = Effect(Report(posts), PostKind.News);

        after.Ratio.Should().BeInRange(before * 0.95, before * 1.1);
        after.IsClear.Should().BeFalse();
    }

    [Fact]
    public void Report_RareKindFarFromTheOthers_IsNotTakenForOutliers()
    {
        var report = Report([.. Posts(PostKind.News, 30, 1_000), .. Posts(PostKind.Event, 4, 8_000)]);

        Effect(report, PostKind.Event).Ratio.Should().BeApproximately(Math.Pow(8, 30.0 / 34), 0.3);
    }

    [Fact]
    public void Report_HeavyTailedViewsOfKindsAlike_IsNearerToTheTruthThanTheirMedians()
    {
        PostKind[] kinds = [PostKind.News, PostKind.Event, PostKind.Promotion];
        var (squares, squaresOfMedians) = (0.0, 0.0);
        for (var seed = 1; seed <= 100; seed++)
        {
            var draw = new Draw(seed);
            ReportPost[] posts = [.. kinds.SelectMany(kind => Enumerable.Range(0, 12).Select(_ => Mature(kind, (long)(20_000 * Math.Exp(0.3 * draw.Scatter(2))), draw.Uniform(10, 80))))];
            double Median(PostKind kind) => posts.Where(post => post.Kind == kind).Select(post => Math.Log(post.Views[0].Views.Value)).Order().Skip(5).Take(2).Average();

            var report = Report(posts);
            var typical = kinds.Average(Median);
            squares += kinds.Sum(kind => Math.Pow(Math.Log(Effect(report, kind).Ratio), 2));
            squaresOfMedians += kinds.Sum(kind => Math.Pow(Median(kind) - typical, 2));
        }

        squares.Should().BeLessThan(squaresOfMedians);
    }

    [Fact]
    public void Report_KindsThatDifferByTheirHourOnly_AreNotSaidToDiffer()
    {
        // Promotions are mostly sent in the evening, when everything earns twice as much; so is some of the news.
        IEnumerable<ReportPost> At(PostKind kind, int hour, int count) => Posts(kind, count, hour == 20 ? 2_000 : 1_000)
            .Select(post => post with { PublishedAt = new DateTimeOffset(post.PublishedAt!.Value.Date.AddHours(hour), TimeSpan.Zero) });

        var report = Report([.. At(PostKind.News, 9, 16), .. At(PostKind.News, 20, 6), .. At(PostKind.Promotion, 20, 16), .. At(PostKind.Promotion, 9, 6)]);

        report.Kinds[0].Kind.Should().Be(PostKind.Promotion, "its median is the higher");
        Effect(report, PostKind.Promotion).Ratio.Should().BeInRange(0.85, 1.15);
        report.Hours.Single(hour => hour.Name == "20:00").Effect!.Value.Low.Should().BeGreaterThan(1);
    }

    [Fact]
    public void Report_TooFewPosts_JudgesNothingAndAsksForMore()
    {
        var report = Report([.. Posts(PostKind.News, 4, 1_000), .. Posts(PostKind.Event, 1, 1_500)]);

        report.Kinds.Should().AllSatisfy(kind => kind.Effect.Should().BeNull());
        report.Verdicts.Should().AllSatisfy(verdict => verdict.Outcome.Should().Be(VerdictOutcome.NotEnough));
        report.Verdicts.Single(verdict => verdict.NeededKind == PostKind.Event).NeededPosts.Should().Be(2);
    }

    [Fact]
    public void Report_RareKind_IsNotJudgedAndKeepsAWinnerFromBeingStated()
    {
        var report = Report([.. Posts(PostKind.News, 20, 1_000), .. Posts(PostKind.Promotion, 20, 2_000), .. Posts(PostKind.Event, 1, 2_500)]);

        report.Verdicts[0].Outcome.Should().Be(VerdictOutcome.Difference, "the only event may be better than promotions");
        report.Verdicts.Single(verdict => verdict.NeededKind is not null).Should().BeEquivalentTo(new { NeededKind = PostKind.Event, NeededPosts = 2 });
    }

    [Fact]
    public void Report_SmallDifferences_SayHowManyPostsOfTheRarerKindAreNeeded()
    {
        EditorialVerdict First(int seed)
        {
            var random = new Random(seed);
            ReportPost Scattered(ReportPost post) => post with { Views = [At(Now, (long)(post.Views[0].Views.Value * Math.Exp(random.NextDouble() - 0.5)))] };

            return Report([.. Posts(PostKind.News, 16, 1_000).Select(Scattered), .. Posts(PostKind.Event, 6, 1_350).Select(Scattered)]).Verdicts[0];
        }

        var open = Enumerable.Range(0, 20).Select(First).Where(verdict => verdict.Outcome == VerdictOutcome.NotEnough).ToList();

        open.Should().NotBeEmpty().And.AllSatisfy(verdict => (verdict.NeededPosts is null or (>= 1 and <= 100)).Should().BeTrue());
        open.Should().Contain(verdict => verdict.Kind == PostKind.Event && verdict.NeededKind == PostKind.Event && verdict.NeededPosts > 0);
        open.Select(verdict => verdict.NeededPosts).Distinct().Count().Should().BeGreaterThan(2, "the number follows from the posts");
    }

    [Fact]
    public void Report_KindsAlike_SaysThatNoNumberIsWorthWaitingFor()
    {
        var verdict = Report([.. Posts(PostKind.News, 20, 1_000), .. Posts(PostKind.Event, 20, 1_000)]).Verdicts[0];

        verdict.Should().BeEquivalentTo(new { Outcome = VerdictOutcome.NotEnough, NeededKind = (PostKind?)null, NeededPosts = (int?)null });
        verdict.ToText(CultureInfo.InvariantCulture).Should().Contain("too small");
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void Report_OddChannels_GetFiniteAnswers(string name, object posts)
    {
        var report = Report((ReportPost[])posts);

        report.Verdicts.Should().NotBeEmpty(name);
        report.ToText(CultureInfo.InvariantCulture).Should().NotContain("NaN").And.NotContain("Infinity");
        foreach (var effect in report.Kinds.Concat(report.Hours).Concat(report.Weekdays).Select(group => group.Effect).OfType<ViewEffect>())
        {
            (effect.Low > 0 && effect.Low <= effect.Ratio && effect.Ratio <= effect.High && double.IsFinite(effect.High)).Should().BeTrue($"{effect} of {name}");
        }
    }

    public static TheoryData<string, object> Odd()
    {
        ReportPost[] usual = [.. Posts(PostKind.News, 8, 1_000), .. Posts(PostKind.Event, 8, 1_100)];
        return new()
        {
            { "nothing", Array.Empty<ReportPost>() },
            { "one post", Posts(PostKind.News, 1, 100).ToArray() },
            { "one kind", Posts(PostKind.News, 30, 100).ToArray() },
            { "nothing classified", Posts(null, 30, 100).ToArray() },
            { "no views at all", usual.Select(post => post with { Views = [At(Now, 0)] }).ToArray() },
            { "all the same", usual.Select(post => post with { Views = [At(Now, 100)] }).ToArray() },
            { "all at one moment", usual.Select(post => post with { PublishedAt = Now.AddDays(-20) }).ToArray() },
            { "one of ten years ago", usual.Select((post, index) => index == 0 ? post with { PublishedAt = Now.AddYears(-10) } : post).ToArray() },
            { "falling counters", usual.Select(post => post with { Views = [At(Now.AddDays(-1), 5_000), At(Now, 10)] }).ToArray() },
            { "read before published", usual.Select((post, index) => index % 2 == 0 ? post with { PublishedAt = Now.AddDays(3) } : post).ToArray() },
            { "unknown times", usual.Select((post, index) => index % 2 == 0 ? post with { PublishedAt = null } : post).ToArray() },
            { "sixty kinds", Enumerable.Range(0, 60).SelectMany(kind => Posts(PostKind.Of($"k{kind}"), 3, 100 + kind)).ToArray() },
            { "subscribers", usual.Select((post, index) => post with { Subscribers = 100 + (index * 1_000) }).ToArray() },
        };
    }

    [Fact]
    public void Report_TagThatEarnsMore_HasAnEffectAgainstTheTypicalPost()
    {
        var report = Report([.. Posts(PostKind.News, 10, 2_000).Select(post => post with { Tags = ["Ricetta", "pane"] }), .. Posts(PostKind.News, 20, 1_000).Select(post => post with { Tags = ["pane"] })]);

        var effect = TagEffect(report, "ricetta");
        effect!.Value.Ratio.Should().BeInRange(1.4, 1.65, "a third of the posts earn twice as much: two to the power of two thirds");
        effect.Value.Low.Should().BeGreaterThan(1);
        TagEffect(report, "pane").Should().BeNull("all posts have it");
        report.ToText(CultureInfo.InvariantCulture).Should().MatchRegex(@"(?m)^Ricetta +10 +10 .* ×1\.");
    }

    [Fact]
    public void Report_FewPostsWithAStrongTag_AreNotTakenForOutliers()
    {
        var report = Report([.. Posts(PostKind.News, 5, 4_000).Select(post => post with { Tags = ["regalo"] }), .. Posts(PostKind.News, 35, 1_000)]);

        TagEffect(report, "regalo")!.Value.Ratio.Should().BeGreaterThan(2.5);
        report.ToText(CultureInfo.InvariantCulture).Should().Contain("regalo");
    }

    [Fact]
    public void Report_TagOfOneKind_TakesNothingAwayFromTheKind()
    {
        ReportPost[] posts = [.. Posts(PostKind.News, 20, 1_000), .. Posts(PostKind.Promotion, 20, 2_000)];

        var tagged = Report([.. posts.Select(post => post with { Tags = post.Kind == PostKind.Promotion ? ["offerta"] : [] })]);

        Effect(tagged, PostKind.Promotion).Should().Be(Effect(Report(posts), PostKind.Promotion));
        var tag = TagEffect(tagged, "offerta")!.Value;
        (tag.High / tag.Low).Should().BeGreaterThan(1.5, "nobody can tell the tag from the kind");
        tag.IsClear.Should().BeFalse();
    }

    [Fact]
    public void Report_TagOfTwoPosts_IsNotJudged() =>
        TagEffect(Report([.. Posts(PostKind.News, 2, 4_000).Select(post => post with { Tags = ["raro"] }), .. Posts(PostKind.News, 20, 1_000)]), "raro").Should().BeNull();

    private static ViewEffect? TagEffect(EditorialReport report, string tag) => report.Tags.Single(group => group.Name.Equals(tag, StringComparison.OrdinalIgnoreCase)).Effect;

    /// <summary>Posts of a kind, scattered by about a fifth in a way that repeats, a day and some hours apart.</summary>
    private static IEnumerable<ReportPost> Posts(PostKind? kind, int count, long views) => Enumerable.Range(0, count)
        .Select(index => Mature(kind, (long)(views * (1 + (0.25 * Math.Sin((index * 2.4) + 1)))), 10 + (index * 1.37)));

    private static ViewEffect Effect(EditorialReport report, PostKind kind) => report.Kinds.Single(summary => summary.Kind == kind).Effect!.Value;
}
