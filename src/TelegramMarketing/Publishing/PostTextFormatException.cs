namespace TelegramMarketing;

/// <summary>
/// Markup that Telegram would refuse, or of which it would silently drop a part. The message holds Telegram's own words, the place,
/// and the remedy.
/// </summary>
public sealed class PostTextFormatException : FormatException
{
    /// <summary>Reports a fault of a markup.</summary>
    /// <param name="message">What is wrong, and the remedy.</param>
    /// <param name="position">See <see cref="Position"/>.</param>
    /// <param name="line">See <see cref="Line"/>.</param>
    /// <param name="column">See <see cref="Column"/>.</param>
    public PostTextFormatException(string message, int position, int line, int column)
        : base(message)
    {
        Position = position;
        Line = line;
        Column = column;
    }

    /// <summary>Where the fault begins: UTF-16 units from the beginning of the markup, whose line breaks count as one unit each.</summary>
    public int Position { get; }

    /// <summary>The line of the fault, from 1.</summary>
    public int Line { get; }

    /// <summary>The UTF-16 unit of the fault within its line, from 1.</summary>
    public int Column { get; }
}
