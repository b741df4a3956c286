namespace TelegramMarketing;

/// <summary>What the posts of a group have in common.</summary>
public enum ReportGrouping
{
    /// <summary>Something whose name is shown as it is given.</summary>
    Other,

    /// <summary>The kind.</summary>
    Kind,

    /// <summary>A tag of the host's own.</summary>
    Tag,

    /// <summary>The weekday of publication, in the report's time zone.</summary>
    Weekday,

    /// <summary>The hour of publication, in the report's time zone.</summary>
    Hour,

    /// <summary>What the posts show besides text.</summary>
    Media,

    /// <summary>The length of the text.</summary>
    Length,

    /// <summary>Whether the posts have buttons.</summary>
    Buttons,
}
