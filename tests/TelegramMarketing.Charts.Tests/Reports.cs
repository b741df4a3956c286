namespace TelegramMarketing.Charts.Tests;

/// <summary>Made-up reports.</summary>
internal static class Reports
{
    private static readonly DateTimeOffset _from = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A bakery after three months.</summary>
    public static EditorialReport Bakery => Of(PostKind.Promotion, PostKind.News, PostKind.Event, PostKind.Of("Recipe 🥖"));

    /// <summary>Nothing is known.</summary>
    public static EditorialReport Empty { get; } = new()
    {
        Channel = ChannelAddress.Parse("@panificio_aurora"),
        From = _from,
        To = _from.AddDays(90),
        MadeAt = _from.AddDays(90),
        Basis = ComparisonBasis.None,
        Kinds = [],
    };

    /// <summary>The same figures under other names.</summary>
    public static EditorialReport Of(params PostKind?[] kinds) => Empty with
    {
        Basis = ComparisonBasis.Mature,
        Kinds = [.. kinds.Select(Kind)],
        Verdicts = kinds.Length < 2 ? [] :
        [
            new() { Outcome = VerdictOutcome.Winner, Kind = kinds[0], Other = kinds[1], Effect = new(1.8, 1.4, 2.3), Posts = 23, OtherPosts = 41 },
            new() { Outcome = VerdictOutcome.NotEnough, Kind = kinds[^1], NeededKind = kinds[^1], NeededPosts = 9, Posts = 4, OtherPosts = 41 },
        ],
        Tags = [Group("easter", 12, 1_190, new(1.3, 0.9, 1.8)), Group("<b>bread</b>", 30, 940, null)],
        Weekdays = [.. Enum.GetValues<DayOfWeek>().Select(day => Group(day.ToString(), 9 + (int)day, 900 + (40 * (int)day), null))],
        Hours = [Group("8", 30, 980, new(1.1, 0.95, 1.3)), Group("18", 40, 1_020, new(1.05, 0.9, 1.2))],
        Media = [Group("Photo", 50, 1_120, new(1.2, 1.05, 1.4)), Group("None", 20, 760, new(0.8, 0.7, 0.95))],
        Week = [.. Week()],
        Growth = [.. kinds.Select(Curve)],
        Audience = [.. Enumerable.Range(0, 13).Select(week => new AudiencePoint(_from.AddDays(7 * week), Count.Exact(2_400 + (37 * week) + (week % 3 * 11))))],
    };

    private static KindSummary Kind(PostKind? kind, int index) => new()
    {
        Name = kind?.Name ?? "Unclassified",
        Kind = kind,
        Compared = new[] { 23, 41, 14, 4 }[index % 4],
        MedianViews = index % 4 == 0 ? Count.Rounded(1_830, 1_825, 1_839, "1.83K") : Count.Exact(1_040 - (100 * index)),
        ViewsPerSubscriber = 0.7 - (0.1 * index),
        EngagementRate = index == 2 ? null : 0.04,
        Effect = new ViewEffect[] { new(1.8, 1.4, 2.3), new(0.97, 0.86, 1.09), new(0.74, 0.6, 0.92), new(0.8, 0.41, 1.55) }[index % 4],
        LeftOut = index == 0 ? new Dictionary<LeftOutReason, int> { [LeftOutReason.TooYoung] = 2, [LeftOutReason.Forwarded] = 1 } : new Dictionary<LeftOutReason, int>(),
    };

    private static AgeCurve Curve(PostKind? kind, int index)
    {
        var final = 1_830.0 * Math.Pow(0.75, index);
        return new(kind, [.. new[] { 3, 6, 12, 24, 48, 168, 720 }.Select(hours => new AgePoint(TimeSpan.FromHours(hours), new[] { 23, 41, 14, 4 }[index % 4], Count.Exact((long)Math.Max(1, final * (1 - Math.Exp(-Math.Pow(hours / 20.0, 0.6)))))))]);
    }

    private static IEnumerable<WeekHour> Week()
    {
        var hours = new[] { 8, 9, 12, 17, 18, 21 };
        for (var index = 0; index < 26; index++)
        {
            yield return new((DayOfWeek)(index % 7), hours[index % 6], 1 + (index % 5), Count.Exact(310 + (index * 37 % 11 * 140)));
        }
    }

    private static GroupSummary Group(string name, int compared, long median, ViewEffect? effect) => new() { Name = name, Compared = compared, MedianViews = Count.Exact(median), Effect = effect };
}
