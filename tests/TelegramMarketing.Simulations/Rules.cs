namespace TelegramMarketing.Simulations;

/// <summary>What must hold in every cell.</summary>
internal static class Rules
{
    /// <summary>What does not hold, in words; empty when all does.</summary>
    public static IReadOnlyList<string> Broken(Cell cell, Tally tally)
    {
        if (tally.Judged == 0)
        {
            return [];
        }

        // With fewer than 1,000 channels the shares are not known well enough, and may miss by two standard errors.
        var slack = tally.Channels >= 1_000 ? 0 : 2;
        var broken = new List<string>();
        var error = slack * Math.Sqrt(0.05 * 0.95 / tally.Intervals);
        if (tally.Coverage < 0.93 - error || tally.Coverage > 0.97 + error)
        {
            broken.Add("the intervals cover too seldom or too often");
        }

        if (tally.WrongWinners > (0.05 * tally.Channels) + (slack * Math.Sqrt(0.05 * 0.95 * tally.Channels)))
        {
            broken.Add("winners are wrong too often");
        }

        foreach (var (name, against) in new[] { ("mean", tally.AgainstMean), ("median", tally.AgainstMedian) })
        {
            if (against.Mean < -2 * against.Error)
            {
                broken.Add($"the naive {name} chooses better");
            }

            if (cell.IsConfounded && slack == 0 && against.Mean < 2 * against.Error)
            {
                broken.Add($"the choice is not better than the naive {name}'s");
            }
        }

        return broken;
    }
}
