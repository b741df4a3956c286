using System.Globalization;

namespace TelegramMarketing.CrashTest;

/// <summary>What came of it all.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<Moment, int> _moments = [];

    public int Kills { get; private set; }

    public int Rounds { get; set; }

    public int Published { get; set; }

    public int Unknown { get; set; }

    public int Lost { get; set; }

    public int Twice { get; set; }

    public int Half { get; set; }

    /// <summary>The ledger names another message than the one in the channel.</summary>
    public int Wrong { get; set; }

    /// <summary>Rejected, Missed or Cancelled, which nothing here gives cause for.</summary>
    public int Other { get; set; }

    /// <summary>Posts that were deleted or edited at their end, as they should.</summary>
    public int Ended { get; set; }

    /// <summary>Sends that were begun more than once for one part.</summary>
    public int Again { get; set; }

    public void Killed(Moment at)
    {
        Kills++;
        _moments[at] = _moments.GetValueOrDefault(at) + 1;
    }

    /// <summary>The promise holds.</summary>
    /// <param name="hasEvidence">There is a page or a review chat.</param>
    public bool IsKept(bool hasEvidence) => Lost + Twice + Half + Wrong + Other == 0 && (Unknown == 0 || !hasEvidence);

    /// <summary>Where the kills came, and what had to be cleared up.</summary>
    public string Details => string.Create(CultureInfo.InvariantCulture, $"rounds={Rounds} ended={Ended} sent-again={Again} wrong={Wrong} other={Other} killed: {string.Join(' ', _moments.Select(moment => $"{moment.Key}={moment.Value}"))}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"kills={Kills} published={Published} unknown={Unknown} lost={Lost} twice={Twice} half={Half}");
}
