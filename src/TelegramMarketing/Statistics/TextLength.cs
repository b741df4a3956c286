namespace TelegramMarketing.Statistics;

/// <summary>The length of a text, as a report groups it.</summary>
internal enum TextLength
{
    /// <summary>No text.</summary>
    None,

    /// <summary>Up to 200 characters.</summary>
    Short,

    /// <summary>201 to 600 characters.</summary>
    Medium,

    /// <summary>Over 600 characters.</summary>
    Long,
}
