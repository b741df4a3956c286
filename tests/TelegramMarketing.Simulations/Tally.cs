namespace TelegramMarketing.Simulations;

/// <summary>What came out of one channel, or of all channels of a cell together.</summary>
internal sealed record Tally
{
    public int Channels { get; init; }

    /// <summary>Channels in which the report judged at least two kinds.</summary>
    public int Judged { get; init; }

    public int Intervals { get; init; }

    public int Covered { get; init; }

    public int Kinds { get; init; }

    /// <summary>Channels in which a winner was stated, and in which it was not the best kind.</summary>
    public int Winners { get; init; }

    public int WrongWinners { get; init; }

    /// <summary>Channels in which any verdict of one kind earning more than another was false.</summary>
    public int FalseVerdicts { get; init; }

    /// <summary>How often the best kind was chosen.</summary>
    public int Right { get; init; }

    public int RightByMean { get; init; }

    public int RightByMedian { get; init; }

    /// <summary>What the choice by the mean lost against the report's, as a logarithm of views; above zero the report chose better.</summary>
    public Paired AgainstMean { get; init; }

    public Paired AgainstMedian { get; init; }

    public double Coverage => (double)Covered / Intervals;

    public static Tally operator +(Tally left, Tally right) => new()
    {
        Channels = left.Channels + right.Channels,
        Judged = left.Judged + right.Judged,
        Intervals = left.Intervals + right.Intervals,
        Covered = left.Covered + right.Covered,
        Kinds = left.Kinds + right.Kinds,
        Winners = left.Winners + right.Winners,
        WrongWinners = left.WrongWinners + right.WrongWinners,
        FalseVerdicts = left.FalseVerdicts + right.FalseVerdicts,
        Right = left.Right + right.Right,
        RightByMean = left.RightByMean + right.RightByMean,
        RightByMedian = left.RightByMedian + right.RightByMedian,
        AgainstMean = left.AgainstMean + right.AgainstMean,
        AgainstMedian = left.AgainstMedian + right.AgainstMedian,
    };
}
