using System.Globalization;

namespace TelegramMarketing.Statistics.Exporting;

/// <summary>A line of CSV (RFC 4180).</summary>
internal static class CsvLine
{
    private static readonly char[] Special = ['"', ',', '\r', '\n'];

    /// <summary>Writes a line: numbers and times without a culture, nothing for what is unknown.</summary>
    public static Task WriteAsync(TextWriter writer, IEnumerable<object?> values, CancellationToken cancellationToken) =>
        writer.WriteAsync(Format(values).AsMemory(), cancellationToken);

    /// <summary>A line with its end.</summary>
    public static string Format(IEnumerable<object?> values) => string.Join(',', values.Select(Cell)) + "\r\n";

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quote(Disarm(text)),
        bool truth => truth ? "true" : "false",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no place in a table.", nameof(value)),
    };

    // A spreadsheet would compute it, and a cell could then send the table elsewhere.
    private static string Disarm(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static string Quote(string text) => text.IndexOfAny(Special) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
