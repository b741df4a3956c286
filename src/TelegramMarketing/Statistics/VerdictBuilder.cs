namespace TelegramMarketing.Statistics;

/// <summary>Draws the verdicts from the model, adjusted for how many comparisons are made.</summary>
internal sealed class VerdictBuilder
{
    /// <summary>The probability of stating a wrong winner, and that of any wrong difference, which the comparisons share; below 5 %, since the model is an approximation.</summary>
    private const double Error = 0.04;

    /// <summary>More posts than this are not worth waiting for.</summary>
    private const int MostNeeded = 100;

    private const int MostDifferences = 3;
    private readonly ReportModel _model;
    private readonly int[] _kinds;
    private readonly int[] _judged;
    private readonly double _perPair;

    private VerdictBuilder(ReportModel model)
    {
        _model = model;
        _kinds = [.. Enumerable.Range(0, model.Kinds.Count).Where(kind => model.Kinds[kind] is not null && model.Posts(kind) > 0)];
        _judged = [.. _kinds.Where(kind => model.Effect(ReportGrouping.Kind, kind) is not null).OrderByDescending(kind => model.Effect(ReportGrouping.Kind, kind)!.Value.Ratio)];
        _perPair = Error / Math.Max(1, _judged.Length * (_judged.Length - 1) / 2);
    }

    public static IReadOnlyList<EditorialVerdict> Build(ReportModel model, IReadOnlyList<KindSummary> summaries) => new VerdictBuilder(model).Build(summaries);

    private List<EditorialVerdict> Build(IReadOnlyList<KindSummary> summaries)
    {
        var verdicts = new List<EditorialVerdict>();
        if (_judged.Length >= 2)
        {
            if (IsWinner(_judged[0]))
            {
                verdicts.Add(Compare(VerdictOutcome.Winner, _judged[0], _judged[1]));
            }

            verdicts.AddRange(Pairs().Where(pair => IsClear(pair.Better, pair.Worse, _perPair) && !(verdicts.Count > 0 && pair.Better == _judged[0] && pair.Worse == _judged[1]))
                .OrderBy(pair => _model.Between(pair.Better, pair.Worse)!.Below(0))
                .Take(MostDifferences)
                .Select(pair => Compare(VerdictOutcome.Difference, pair.Better, pair.Worse)));
            if (verdicts is not [{ Outcome: VerdictOutcome.Winner }, ..])
            {
                verdicts.AddRange(OpenQuestion());
            }
        }

        verdicts.AddRange(RareKinds(summaries));
        return verdicts.Count > 0 ? verdicts : [new EditorialVerdict { Outcome = VerdictOutcome.NothingToCompare }];
    }

    // The best must beat every kind that has a post at all, also those that are too rare to be judged themselves. All of these comparisons must hold for the one
    // statement, and it is wrong only if the kind that truly earns most is among those that seem beaten: they need not share the error (an intersection-union test).
    private bool IsWinner(int best) => _kinds.Where(kind => kind != best).All(other => IsClear(best, other, Error));

    private bool IsClear(int better, int worse, double error) => _model.Between(better, worse) is { } logarithm && logarithm.Below(0) < error / 2;

    private IEnumerable<(int Better, int Worse)> Pairs() => _judged.SelectMany((better, rank) => _judged.Skip(rank + 1).Select(worse => (better, worse)));

    private EditorialVerdict Compare(VerdictOutcome outcome, int better, int worse) => new()
    {
        Outcome = outcome,
        Kind = _model.Kinds[better],
        Other = _model.Kinds[worse],
        Effect = ReportModel.ToEffect(_model.Between(better, worse)!),
        Posts = _model.Posts(better),
        OtherPosts = _model.Posts(worse),
    };

    // Of the comparisons of the kind that seems best, the one that is nearest to an answer.
    private IEnumerable<EditorialVerdict> OpenQuestion()
    {
        var best = _judged[0];
        if (_judged.Skip(1).Where(other => !IsClear(best, other, _perPair)).Cast<int?>().MinBy(other => _model.Between(best, other!.Value)!.Below(0)) is not { } other)
        {
            yield break;
        }

        var (rarer, commoner) = _model.Posts(best) < _model.Posts(other) ? (best, other) : (other, best);
        var needed = Needed(rarer) ?? Needed(commoner);
        yield return Compare(VerdictOutcome.NotEnough, best, other) with { NeededKind = needed is { } found ? _model.Kinds[found.Kind] : null, NeededPosts = needed?.Posts };

        (int Kind, int Posts)? Needed(int kind) => _model.PostsNeeded(best, other, kind, _perPair, MostNeeded) is { } posts ? (kind, posts) : null;
    }

    // Kinds that were tried, but so seldom that nothing can be said about them yet.
    private static IEnumerable<EditorialVerdict> RareKinds(IReadOnlyList<KindSummary> summaries)
    {
        var rare = summaries.Where(summary => summary.Kind is not null && summary.Effect is null).ToList();
        if (summaries.Count(summary => summary.Kind is not null) < 2)
        {
            return [];
        }

        var total = summaries.Sum(summary => summary.Compared);
        var missing = Math.Max(0, ReportModel.FewestPosts - total);
        return rare.OrderByDescending(summary => summary.Compared).Take(MostDifferences).Select((summary, rank) => new EditorialVerdict
        {
            Outcome = VerdictOutcome.NotEnough,
            Kind = summary.Kind,
            Posts = summary.Compared,
            NeededKind = summary.Kind,
            NeededPosts = Math.Max(Math.Max(1, ReportModel.FewestOfAGroup - summary.Compared), (int)Math.Ceiling((double)missing / rare.Count)),
        });
    }
}
