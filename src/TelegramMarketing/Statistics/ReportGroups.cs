using System.Globalization;

namespace TelegramMarketing.Statistics;

/// <summary>Groups the posts of a report, and describes each group.</summary>
/// <param name="posts">All posts, compared or not.</param>
/// <param name="effects">The effect of a group, where the model has one.</param>
internal sealed class ReportGroups(IReadOnlyList<JudgedPost> posts, Func<ReportGrouping, int, ViewEffect?> effects)
{
    public static string UnclassifiedName => "Unclassified";

    /// <summary>The kinds in the order of their first post, which is also their order in the model; unclassified posts are a group of their own.</summary>
    public static IReadOnlyList<PostKind?> KindsOf(IEnumerable<JudgedPost> posts)
    {
        var seen = new Dictionary<string, PostKind?>(StringComparer.OrdinalIgnoreCase);
        foreach (var post in posts)
        {
            seen.TryAdd(post.Post.Kind?.Name ?? "", post.Post.Kind);
        }

        return [.. seen.Values];
    }

    /// <summary>The tags, the one that most of the compared posts have first, which is also their order in the model.</summary>
    public static IReadOnlyList<string> TagsOf(IEnumerable<JudgedPost> posts) =>
    [
        .. posts.Where(post => post.IsCompared)
            .SelectMany(TagsOnce)
            .CountBy(tag => tag, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(tag => tag.Value)
            .ThenBy(tag => tag.Key, StringComparer.OrdinalIgnoreCase)
            .Select(tag => tag.Key),
    ];

    public static TextLength LengthOf(int characters) => characters switch
    {
        <= 0 => TextLength.None,
        <= 200 => TextLength.Short,
        <= 600 => TextLength.Medium,
        _ => TextLength.Long,
    };

    public IReadOnlyList<KindSummary> Kinds()
    {
        var kinds = KindsOf(posts);
        var positions = kinds.Select((kind, index) => (Name: kind?.Name ?? "", index)).ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. By(ReportGrouping.Kind, post => positions[post.Post.Kind?.Name ?? ""], index => kinds[index]?.Name ?? UnclassifiedName)
                .Select(group => Kind(group.Summary, kinds[group.Key]))
                .OrderBy(summary => summary.Kind is null)
                .ThenByDescending(summary => summary.MedianViews?.Value ?? -1)
                .ThenBy(summary => summary.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    public IReadOnlyList<GroupSummary> Tags()
    {
        var positions = TagsOf(posts).Select((tag, index) => (tag, index)).ToDictionary(pair => pair.tag, pair => pair.index, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. posts.SelectMany(TagsOnce, (post, tag) => (tag, post))
                .GroupBy(pair => pair.tag, pair => pair.post, StringComparer.OrdinalIgnoreCase)
                .Select(group => Summarize(ReportGrouping.Tag, positions.GetValueOrDefault(group.Key, -1), group.Key, group))
                .OrderByDescending(group => group.Posts)
                .ThenBy(group => group.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    public IReadOnlyList<GroupSummary> Weekdays() => InOrder(ReportGrouping.Weekday, post => post.Local is { } local ? MondayFirst(local.DayOfWeek) : null, day => ReportWords.English.Weekdays[day]);

    public IReadOnlyList<GroupSummary> Hours() => InOrder(ReportGrouping.Hour, post => post.Local?.Hour, hour => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00"));

    public IReadOnlyList<GroupSummary> Media() => InOrder(ReportGrouping.Media, post => (int?)post.Post.Media, media => ReportWords.English.Media[media]);

    public IReadOnlyList<GroupSummary> Lengths() =>
        InOrder(ReportGrouping.Length, post => post.Post.Length is { } length ? (int)LengthOf(length) : null, length => ReportWords.English.Lengths[length]);

    public IReadOnlyList<GroupSummary> Buttons() =>
        InOrder(ReportGrouping.Buttons, post => post.Post.HasButtons is { } has ? (has ? 1 : 0) : null, has => ReportWords.English.Buttons[has]);

    public IReadOnlyList<WeekHour> Week() =>
    [
        .. posts.Where(post => post.IsCompared && post.Local is not null)
            .GroupBy(post => (Day: MondayFirst(post.Local!.Value.DayOfWeek), post.Local.Value.Hour))
            .OrderBy(group => group.Key)
            .Select(group => new WeekHour((DayOfWeek)((group.Key.Day + 1) % 7), group.Key.Hour, group.Count(), Count.Median([.. group], static post => post.Figure.Views))),
    ];

    public static int MondayFirst(DayOfWeek day) => ((int)day + 6) % 7;

    private static KindSummary Kind(GroupSummary group, PostKind? kind) => new()
    {
        Kind = kind,
        Name = group.Name,
        By = group.By,
        Compared = group.Compared,
        MedianViews = group.MedianViews,
        ViewsPerSubscriber = group.ViewsPerSubscriber,
        EngagementRate = group.EngagementRate,
        Effect = group.Effect,
        LeftOut = group.LeftOut,
    };

    /// <summary>The tags of a post, each once whatever its case.</summary>
    private static IEnumerable<string> TagsOnce(JudgedPost post) => post.Post.Tags.Count < 2 ? post.Post.Tags : post.Post.Tags.Distinct(StringComparer.OrdinalIgnoreCase);

    private static double? Median(IEnumerable<double?> numbers)
    {
        double[] known = [.. numbers.Where(static number => number is not null).Select(static number => number!.Value)];
        Array.Sort(known);
        return known.Length == 0 ? null : (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2;
    }

    private List<GroupSummary> InOrder(ReportGrouping by, Func<JudgedPost, int?> key, Func<int, string> name) =>
        [.. By(by, key, name).OrderBy(group => group.Key).Select(group => group.Summary)];

    private List<(int Key, GroupSummary Summary)> By(ReportGrouping by, Func<JudgedPost, int?> key, Func<int, string> name) =>
    [
        .. posts.GroupBy(key)
            .Where(group => group.Key is not null)
            .AsParallel().AsOrdered()
            .Select(group => (group.Key!.Value, Summarize(by, group.Key.Value, name(group.Key.Value), group))),
    ];

    private GroupSummary Summarize(ReportGrouping by, int key, string name, IEnumerable<JudgedPost> members)
    {
        var compared = members.Where(post => post.IsCompared).ToArray();
        return new GroupSummary
        {
            Name = name,
            By = by,
            Compared = compared.Length,
            MedianViews = compared.Length == 0 ? null : Count.Median(compared, static post => post.Figure.Views),
            ViewsPerSubscriber = Median(compared.Select(post => post.ViewsPerSubscriber)),
            EngagementRate = Median(compared.Select(post => post.EngagementRate)),
            Effect = effects(by, key),
            LeftOut = members.Where(post => !post.IsCompared).GroupBy(post => post.LeftOut!.Value).ToDictionary(group => group.Key, group => group.Count()),
        };
    }
}
