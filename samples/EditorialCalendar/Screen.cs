using System.Globalization;
using Spectre.Console;
using TelegramMarketing;

namespace EditorialCalendar;

/// <summary>What is shown: a table that lives on a terminal, and stands once where the output goes to a file.</summary>
internal static class Screen
{
    public static bool IsTerminal => AnsiConsole.Profile.Out.IsTerminal;

    public static string Time(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Week.Zone).ToString("ddd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Shows what <paramref name="work"/> hands over.</summary>
    public static async Task ShowAsync(Func<Action<IReadOnlyList<QueueRow>, DateTimeOffset>, Task> work)
    {
        var table = new Table();
        if (IsTerminal)
        {
            await AnsiConsole.Live(table).StartAsync(live => work((queue, now) => live.UpdateTarget(TableOf(queue, now))));
            return;
        }

        await work((queue, now) => table = TableOf(queue, now));
        AnsiConsole.Write(table);
    }

    /// <summary>What became of all, and of those that did not go out, why.</summary>
    public static void Summary(IReadOnlyList<QueueRow> queue)
    {
        AnsiConsole.WriteLine($"{queue.Count} posts planned, {queue.Count(row => row.IsPublished)} published, {queue.Count(row => !row.HasEnded)} to come.");
        foreach (var row in queue.Where(row => row.HasEnded && !row.IsPublished))
        {
            AnsiConsole.WriteLine($"  {row.Planned.Title}: {row.Publication?.LastError ?? "its time was past before it was scheduled."}");
        }
    }

    private static Table TableOf(IReadOnlyList<QueueRow> queue, DateTimeOffset now)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]The queue, {Time(now)}[/]").AddColumns("Due", "Kind", "Post", "State", "Link");
        foreach (var row in queue)
        {
            var link = row.Publication?.Post?.Link;
            table.AddRow(Cell(Time(row.DueAt)), Cell(row.Planned.Post.Kind.Name), Cell(row.Planned.Title), Cell(row.State, ColourOf(row)), Cell(link?.Host + link?.AbsolutePath));
        }

        foreach (var column in table.Columns)
        {
            column.NoWrap();
        }

        return table;
    }

    private static Text Cell(string text, Color? colour = null) => new(text, new Style(colour));

    private static Color ColourOf(QueueRow row) => row.IsPublished ? Color.Green : row.Publication?.State is PublicationState.Scheduled or PublicationState.Sending ? Color.Yellow : Color.Red;
}
