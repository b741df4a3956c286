namespace TelegramMarketing.Delivery;

/// <summary>How much a look at the channel proves.</summary>
internal enum EvidenceKind
{
    /// <summary>Nothing either way.</summary>
    Unclear,

    /// <summary>Every place where it could be was looked at, and it was not there. Twice is proof.</summary>
    NothingFound,

    /// <summary>It is not there and never will be.</summary>
    Absent,

    /// <summary>Something is there that may be it, or a part of it: whoever else sees nothing does not see all.</summary>
    Suspect,

    /// <summary>It is there.</summary>
    Found,
}
