namespace TelegramMarketing.Statistics.Model;

/// <summary>Which coefficients are drawn from one distribution.</summary>
internal enum CoefficientGroup
{
    /// <summary>The channel's level: free.</summary>
    Level,

    /// <summary>The straight part of the audience's growth: nearly free.</summary>
    Line,

    /// <summary>The bends in the audience's growth.</summary>
    Trend,

    /// <summary>Kinds of post and tags, which may differ as much.</summary>
    Kind,

    /// <summary>Hours of the day.</summary>
    Hour,

    /// <summary>Weekdays, media, lengths and buttons.</summary>
    Circumstance,
}
