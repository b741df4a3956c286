using TelegramMarketing.Statistics.Model;

namespace TelegramMarketing.Statistics;

/// <summary>What the model says about the groups of a report.</summary>
internal sealed class ReportModel
{
    /// <summary>The fewest posts of a group that are judged.</summary>
    public const int FewestOfAGroup = 3;

    /// <summary>The fewest posts of a report that are judged.</summary>
    public const int FewestPosts = 8;

    private readonly Design? _design;
    private readonly ViewModel? _model;
    private readonly Dictionary<(ReportGrouping, int), int> _counts = [];

    public ReportModel(IReadOnlyList<JudgedPost> posts)
    {
        Kinds = ReportGroups.KindsOf(posts);
        var compared = posts.Where(post => post.IsCompared).ToList();
        if (compared.Count < FewestPosts)
        {
            return;
        }

        _design = new Design(compared, Kinds);
        _model = ViewModel.Fit(_design);
        foreach (var factor in _design.Factors)
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

    /// <summary>How many posts of a kind were compared.</summary>
    public int Posts(int kind) => _counts.GetValueOrDefault((ReportGrouping.Kind, kind));

    /// <summary>The effect of a group against the typical post; <see langword="null"/> where there is too little to judge by.</summary>
    public ViewEffect? Effect(ReportGrouping by, int level) =>
        _counts.GetValueOrDefault((by, level)) >= FewestOfAGroup && _design?.Contrast(by, level) is { } contrast ? ToEffect(_model!.About(contrast)) : null;

    /// <summary>What is known about the logarithm of one kind's views in those of another; <see langword="null"/> where the model doesn't have both.</summary>
    public Mixture? Between(int kind, int other) => Difference(kind, other) is { } contrast ? _model!.About(contrast) : null;

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
        row[_design!.Factors[0].Offset + more] = 1;
        return _model!.PostsNeeded(contrast, row, error, most);
    }

    public static ViewEffect ToEffect(Mixture logarithm) =>
        new(Math.Exp(logarithm.Mean), Math.Exp(logarithm.Quantile(0.025)), Math.Exp(logarithm.Quantile(0.975)));

    private double[]? Difference(int kind, int other)
    {
        if (_design?.Contrast(ReportGrouping.Kind, kind) is not { } left || _design.Contrast(ReportGrouping.Kind, other) is not { } right)
        {
            return null;
        }

        return [.. left.Zip(right, static (one, two) => one - two)];
    }
}
