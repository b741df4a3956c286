using System.Text.Json;
using TelegramMarketing.Statistics.Exporting;

namespace TelegramMarketing;

/// <summary>
/// Writes statistics for other programs, one post after the other, so that a channel of any size needs no memory. Numbers are written without a culture, times in UTC (ISO 8601), and
/// what is unknown stays empty (CSV) or <c>null</c> (JSON), never 0.
/// </summary>
public static class StatisticsExport
{
    /// <summary>
    /// Writes posts as CSV (RFC 4180): a line of headings, then a line for each post. A text that a spreadsheet would take for a formula is preceded by an apostrophe.
    /// </summary>
    /// <param name="posts">The posts, as <see cref="IPostStatistics.GetChannelAsync(ChannelAddress, DateTimeOffset, DateTimeOffset, CancellationToken)"/> gives them.</param>
    /// <param name="writer">Where to; it is not closed. Write UTF-8, with a byte order mark for a spreadsheet.</param>
    /// <param name="cancellationToken">Stops between two posts.</param>
    public static async Task WriteCsvAsync(this IAsyncEnumerable<PostStatistics> posts, TextWriter writer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(writer);
        await CsvLine.WriteAsync(writer, PostColumns.Names, cancellationToken).ConfigureAwait(false);
        await foreach (var post in posts.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await CsvLine.WriteAsync(writer, PostColumns.ValuesOf(post), cancellationToken).ConfigureAwait(false);
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the view counter of a post over time as CSV, as <see cref="WriteCsvAsync(IAsyncEnumerable{PostStatistics}, TextWriter, CancellationToken)"/> does.</summary>
    /// <param name="history">The post over time.</param>
    /// <param name="writer">Where to; it is not closed.</param>
    /// <param name="cancellationToken">Stops between two readings.</param>
    public static async Task WriteCsvAsync(this PostHistory history, TextWriter writer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(writer);
        await CsvLine.WriteAsync(writer, ReadingColumns.Names, cancellationToken).ConfigureAwait(false);
        foreach (var row in ReadingColumns.RowsOf(history))
        {
            await CsvLine.WriteAsync(writer, row, cancellationToken).ConfigureAwait(false);
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes posts as a JSON array (UTF-8).</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="stream">Where to; it is not closed.</param>
    /// <param name="cancellationToken">Stops between two posts.</param>
    public static async Task WriteJsonAsync(this IAsyncEnumerable<PostStatistics> posts, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(stream);
        var json = new Utf8JsonWriter(stream);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartArray();
            await foreach (var post in posts.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                StatisticsJson.Write(json, post);
                await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>Writes a post over time, with its gaps, as a JSON object (UTF-8).</summary>
    /// <param name="history">The post over time.</param>
    /// <param name="stream">Where to; it is not closed.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task WriteJsonAsync(this PostHistory history, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(stream);
        var json = new Utf8JsonWriter(stream);
        await using (json.ConfigureAwait(false))
        {
            StatisticsJson.Write(json, history);
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
