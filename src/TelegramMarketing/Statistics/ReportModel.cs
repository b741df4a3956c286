using TelegramMarketing.Statistics.Model;

namespace TelegramMarketing.Statistics;

/// <summary>What the model says about the groups of a report.</summary>
internal sealed class ReportModel
{
    /// <summary>The fewest posts of a group that are judged.</summary>
    public const int FewestOfAGroup = 3;

    /// <summary>The fewest posts of a report that are judged.</summary>
    public const int FewestPosts = 8;

    /// <summary>The most tags that are judged and shown: those that most posts have.</summary>
    public const int MostTags = 20;

    private readonly Fit? _fit;
    private readonly Fit? _tagFit;
    private readonly Dictionary<(ReportGrouping, int), int> _counts = [];

    public ReportModel(IReadOnlyList<JudgedPost> posts)
    {
        Kinds = ReportGroups.KindsOf(posts);
        Tags = ReportGroups.TagsOf(posts);
        var compared = posts.Where(post => post.IsCompared).ToList();
        if (compared.Count < FewestPosts)
        {
            return;
        }

        var tags = Tags.Take(MostTags).ToList();
        for (var tag = 0; tag < tags.Count; tag++)
        {
            var name = tags[tag];
            var having = compared.Count(post => post.Post.Tags.Contains(name, StringComparer.OrdinalIgnoreCase));
            // What all posts have, or all but one or two, can't be told from the channel itself.
            _counts[(ReportGrouping.Tag, tag)] = Math.Min(having, compared.Count - having);
        }

        // A model of their own, so that a tag that says the same as a kind takes nothing away from it.
        var judgesTags = tags.Where((_, tag) => IsEnough(ReportGrouping.Tag, tag)).Any();
        var design = new Design(compared, Kinds);
        Fit? plain = null;
        Fit? tagged = null;
        Parallel.Invoke(() => plain = Fit.Of(design), () => tagged = judgesTags ? Fit.Of(new Design(design, compared, tags)) : null);
        (_fit, _tagFit) = (plain, tagged);
        foreach (var factor in design.Factors)
        {
            for (var level = 0; level < factor.Counts.Length; level++)
            {
                _counts[(factor.By, level)] = factor.Counts[level];
            }
        }

        foreach (var hour in compared.Where(post => post.Local is not null).CountBy(post => post.Local!.Value.Hour))
        {
            _counts[(ReportGrouping.Hour, hour.Key)] = hour.Value;
        }
    }

    /// <summary>The kinds in the order of their levels.</summary>
    public IReadOnlyList<PostKind?> Kinds { get; }

    /// <summary>The tags in the order of their levels.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>How many posts of a kind were compared.</summary>
    public int Posts(int kind) => _counts.GetValueOrDefault((ReportGrouping.Kind, kind));

    /// <summary>The effect of a group against the typical post; <see langword="null"/> where there is too little to judge by.</summary>
    public ViewEffect? Effect(ReportGrouping by, int level)
    {
        var fit = by == ReportGrouping.Tag ? _tagFit : _fit;
        return IsEnough(by, level) && fit?.Design.Contrast(by, level) is { } contrast ? ToEffect(fit.Model.About(contrast)) : null;
    }

    /// <summary>What is known about the logarithm of one kind's views in those of another; <see langword="null"/> where the model doesn't have both.</summary>
    public Mixture? Between(int kind, int other) => Difference(kind, other) is { } contrast ? _fit!.Model.About(contrast) : null;

    /// <summary>How many more posts of a kind it takes to tell two kinds apart.</summary>
    public int? PostsNeeded(int kind, int other, int more, double error, int most)
    {
        if (Difference(kind, other) is not { } contrast)
        {
            return null;
        }

        // Another post of the kind, in circumstances of which nothing is known.
        var row = new double[contrast.Length];
        row[0] = 1;
        row[_fit!.Design.Factors[0].Offset + more] = 1;
        return _fit.Model.PostsNeeded(contrast, row, error, most);
    }

    public static ViewEffect ToEffect(Mixture logarithm) =>
        new(Math.Exp(logarithm.Mean), Math.Exp(logarithm.Quantile(0.025)), Math.Exp(logarithm.Quantile(0.975)));

    private bool IsEnough(ReportGrouping by, int level) => _counts.GetValueOrDefault((by, level)) >= FewestOfAGroup;

    private double[]? Difference(int kind, int other)
    {
        if (_fit?.Design.Contrast(ReportGrouping.Kind, kind) is not { } left || _fit.Design.Contrast(ReportGrouping.Kind, other) is not { } right)
        {
            return null;
        }

        return [.. left.Zip(right, static (one, two) => one - two)];
    }

    private sealed record Fit(Design Design, ViewModel Model)
    {
        public static Fit Of(Design design) => new(design, ViewModel.Fit(design));
    }
}
