namespace TelegramMarketing.Simulations;

/// <summary>Draws the channels of a cell, has the library report on each, and compares that with the truth.</summary>
internal static class Simulation
{
    public static Tally Run(Cell cell, int channels, int seed)
    {
        var tallies = new Tally[channels];
        Parallel.For(0, channels, index => tallies[index] = One(Channel.Of(cell, Seed(seed, cell.Name, index))));
        return tallies.Aggregate(new Tally(), static (sum, tally) => sum + tally);
    }

    private static Tally One(Channel channel)
    {
        var report = channel.Report();
        var truth = channel.Truth(report);
        var judged = report.Kinds.Where(kind => kind.Effect is not null).ToList();
        var all = new Tally { Channels = 1, Kinds = report.Kinds.Count };
        if (judged.Count < 2)
        {
            return report.Verdicts.Any(verdict => verdict.Outcome is VerdictOutcome.Winner or VerdictOutcome.Difference)
                ? throw new InvalidOperationException("A verdict was drawn from kinds that were not judged.")
                : all;
        }

        double True(PostKind kind) => truth[IndexOf(channel, kind)];
        var winner = report.Verdicts.FirstOrDefault(verdict => verdict.Outcome == VerdictOutcome.Winner);
        var best = report.Kinds.Max(kind => True(kind.Kind!));
        var chosen = True(judged.MaxBy(kind => kind.Effect!.Value.Ratio)!.Kind!);
        var byMean = True(judged.MaxBy(kind => Views(channel, kind.Kind!).Average())!.Kind!);
        var byMedian = True(judged.MaxBy(kind => Middle(Views(channel, kind.Kind!)))!.Kind!);
        var bestJudged = judged.Max(kind => True(kind.Kind!));
        return all with
        {
            Judged = 1,
            Intervals = judged.Count,
            Covered = judged.Count(kind => Math.Log(kind.Effect!.Value.Low) <= True(kind.Kind!) && True(kind.Kind!) <= Math.Log(kind.Effect.Value.High)),
            Winners = winner is null ? 0 : 1,
            // Where nothing differs, any winner is wrong.
            WrongWinners = winner is not null && (True(winner.Kind!) < best || truth.Distinct().Count() == 1) ? 1 : 0,
            FalseVerdicts = report.Verdicts.Any(verdict => verdict.Outcome is VerdictOutcome.Winner or VerdictOutcome.Difference && True(verdict.Kind!) <= True(verdict.Other!)) ? 1 : 0,
            Right = chosen >= bestJudged ? 1 : 0,
            RightByMean = byMean >= bestJudged ? 1 : 0,
            RightByMedian = byMedian >= bestJudged ? 1 : 0,
            AgainstMean = Paired.Of(chosen - byMean),
            AgainstMedian = Paired.Of(chosen - byMedian),
        };
    }

    private static int IndexOf(Channel channel, PostKind kind) => channel.Kinds.Index().First(pair => pair.Item == kind).Index;

    private static List<double> Views(Channel channel, PostKind kind) =>
        [.. channel.Posts.Where(post => post.Kind == kind && post.Views.Length > 0).Select(post => (double)post.Views[^1].Views.Value).Order()];

    private static double Middle(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    // Stable across processes, unlike the hash code of a string.
    private static int Seed(int seed, string cell, int channel)
    {
        var hash = unchecked(((uint)seed * 2654435761u) + ((uint)channel * 2246822519u));
        foreach (var letter in cell)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return (int)(hash & int.MaxValue);
    }
}
