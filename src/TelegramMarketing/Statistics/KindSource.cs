namespace TelegramMarketing;

/// <summary>Where the kind of a post comes from. It is never guessed.</summary>
public enum KindSource
{
    /// <summary>Nowhere: the kind is not known.</summary>
    Unknown,

    /// <summary>The library published the post, and its ledger says so.</summary>
    Ledger,

    /// <summary>A rule of <see cref="StatisticsOptions.Kinds"/> fits its text.</summary>
    Rule,

    /// <summary>The host's <see cref="IPostClassifier"/> said so.</summary>
    Classifier,
}
