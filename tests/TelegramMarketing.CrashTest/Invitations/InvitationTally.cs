using System.Globalization;

namespace TelegramMarketing.CrashTest.Invitations;

/// <summary>What came of all campaigns.</summary>
internal sealed class InvitationTally
{
    private readonly SortedDictionary<Moment, int> _killed = [];

    public int Kills => _killed.Values.Sum();

    public int Campaigns { get; set; }

    public int Invited { get; set; }

    public int Delivered { get; set; }

    /// <summary>May have arrived, and are shown as such.</summary>
    public int Unknown { get; set; }

    /// <summary>Of those in doubt, the ones that have arrived.</summary>
    public int Arrived { get; set; }

    /// <summary>Customers who were not invited; or neither delivered to nor shown as in doubt; or delivered to by the ledger only.</summary>
    public int Lost { get; set; }

    /// <summary>People whom two invitations have reached, or who stand in the ledger twice.</summary>
    public int Twice { get; set; }

    public bool IsKept => Lost + Twice == 0;

    /// <summary>Where the kills came.</summary>
    public string Details => string.Create(CultureInfo.InvariantCulture, $"campaigns={Campaigns} in-doubt-but-arrived={Arrived} killed: {string.Join(' ', _killed.Select(moment => $"{moment.Key}={moment.Value}"))}");

    public void Killed(Moment at) => _killed[at] = _killed.GetValueOrDefault(at) + 1;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"kills={Kills} invited={Invited} delivered={Delivered} unknown={Unknown} lost={Lost} twice={Twice}");
}
