namespace TelegramMarketing.Statistics.Model;

/// <summary>One thing by which posts differ, of which each post has one level, such as the weekday.</summary>
/// <param name="By">What it is.</param>
/// <param name="Offset">The column of its first level.</param>
/// <param name="Counts">How many posts have each level.</param>
internal sealed record Factor(ReportGrouping By, int Offset, int[] Counts)
{
    /// <summary>How many posts have a level that is known.</summary>
    public int Known { get; } = Counts.Sum();
}
