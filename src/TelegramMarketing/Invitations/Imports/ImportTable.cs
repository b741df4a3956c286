using System.Runtime.CompilerServices;
using CsvHelper;

namespace TelegramMarketing.Invitations;

/// <summary>Reads a list row by row, as spreadsheets and shops write them: commas, semicolons or tabs, quoted or not.</summary>
internal static class ImportTable
{
    /// <summary>The longest line, in bytes: ten times all that the columns may hold.</summary>
    public const int MaxLineSize = 64 * 1024;

    private static readonly IReadOnlyDictionary<string, string> _nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Reads the rows below the header. A file with one column and without one of the names is a list: each line is in <paramref name="listColumn"/>.</summary>
    /// <param name="csv">The text; left open.</param>
    /// <param name="columns">The names that are known; one of the first three must stand in the header.</param>
    /// <param name="listColumn">The column of a list without a header; <see langword="null"/> where there must be a header.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The header names none of the columns, or one twice.</exception>
    public static async IAsyncEnumerable<ImportRow> ReadAsync(
        TextReader csv, IReadOnlyList<string> columns, string? listColumn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CsvMalformedReason? malformed = null;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = MaxLineSize,

            // One quote that is never closed would swallow the rest of the file.
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = record => malformed = record.Reason,
        };
        using var reader = CsvReader.Create(csv, options, leaveOpen: true);
        string?[]? header = null;
        while (true)
        {
            ImportRow? broken = null;
            malformed = null;
            try
            {
                if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (CsvFormatException exception)
            {
                broken = new(exception.LineNumber, FormattableString.Invariant($"The line is longer than {MaxLineSize} bytes. Nothing after it was read."), _nothing);
            }

            if (broken is { } end)
            {
                yield return end;
                yield break;
            }

            if (header is null)
            {
                var first = Fields(reader);
                header = Columns(first, columns, nameof(csv));
                if (header is not null)
                {
                    continue;
                }

                header = first.Length == 1 && listColumn is not null
                    ? [listColumn]
                    : throw new ArgumentException($"The first line names none of the columns {string.Join(", ", ImportColumn.OfPeople)}. Write a header line with at least one of them.", nameof(csv));
            }

            yield return Row(reader, header, malformed);
        }
    }

    private static string[] Fields(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static string?[]? Columns(IReadOnlyList<string> names, IReadOnlyList<string> columns, string parameter)
    {
        var known = columns.ToDictionary(ImportColumn.Normalize, StringComparer.Ordinal);
        string?[] header = [.. names.Select(name => known.GetValueOrDefault(ImportColumn.Normalize(name)))];
        if (header.OfType<string>().GroupBy(column => column, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The first line names the column {twice.Key} twice. Name it once.", parameter);
        }

        return header.OfType<string>().Any(ImportColumn.OfPeople.Contains) ? header : null;
    }

    private static ImportRow Row(CsvReader reader, string?[] header, CsvMalformedReason? malformed)
    {
        var line = reader.LineNumber;
        if (malformed is { } reason)
        {
            return new(line, Describe(reason), _nothing);
        }

        if (reader.FieldCount != header.Length)
        {
            return new(line, FormattableString.Invariant($"The line has {reader.FieldCount} fields, and the first line {header.Length}. A field that holds the separator stands in double quotes."), _nothing);
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < header.Length; index++)
        {
            if (header[index] is { } column && reader.GetString(index).Trim() is { Length: > 0 } text)
            {
                fields[column] = text;
            }
        }

        return new(line, null, fields);
    }

    private static string Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "A double quote stands within a field that does not begin with one. Put the field in double quotes, and double those within.",
        CsvMalformedReason.TextAfterClosingQuote => "Text follows a closing double quote. Double the quotes within a field.",
        _ => "A double quote is not closed in its line. Close it; line breaks within a field are not read.",
    };
}
