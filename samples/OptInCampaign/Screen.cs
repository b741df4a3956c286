using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spectre.Console;
using TelegramMarketing;

namespace OptInCampaign;

/// <summary>What is shown. Colours and the moving bars are for terminals only.</summary>
internal static partial class Screen
{
    private const int BarWidth = 70;

    private static bool IsTerminal => AnsiConsole.Profile.Out.IsTerminal;

    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
    }

    /// <summary>A line of text. A terminal that is narrower would break it in the middle of a word.</summary>
    public static void Line(string text)
    {
        if (IsTerminal)
        {
            AnsiConsole.Write(new Text($"{text}\n"));
            return;
        }

        Console.WriteLine(text);
    }

    /// <summary>Shows a campaign while it runs: as bars, or as a line now and then where the output is no terminal.</summary>
    /// <param name="lines">The length of the list.</param>
    /// <param name="work">Runs it; it is given something that shows how far it is, and how many have joined.</param>
    public static async Task<T> CampaignAsync<T>(int lines, Func<Action<CampaignProgress, TimeSpan, int>, Task<T>> work)
    {
        if (IsTerminal)
        {
            return await AnsiConsole.Progress().StartAsync(async bars =>
            {
                var (read, written, joined) = (bars.AddTask("Read from the list", maxValue: lines), bars.AddTask("Written to", maxValue: lines), bars.AddTask("Joined of their own accord", maxValue: lines));
                return await work((progress, _, members) =>
                {
                    (read.Value, written.MaxValue, joined.MaxValue) = (progress.Read, Math.Max(1, progress.Invited), Math.Max(1, progress.Invited));
                    (written.Value, joined.Value) = (progress.Delivered, members);
                });
            });
        }

        var told = -1L;
        return await work((progress, after, members) =>
        {
            if ((long)after.TotalSeconds / 10 is var tens && tens != told)
            {
                told = tens;
                Console.WriteLine($"after {after.TotalSeconds,3:0} s: {Number(progress.Read)} read, {Number(progress.Invited)} invited, {Number(progress.Delivered)} delivered, {Number(members)} joined");
            }
        });
    }

    public static void Result(CampaignProgress run)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("In this run", "Customers");
        table.Columns[1].RightAligned();
        foreach (var (what, count) in Results(run).Where(result => result.Count > 0))
        {
            table.AddRow(new Text(what), new Text(Number(count)));
        }

        AnsiConsole.Write(table);
    }

    public static void Letter(string title, string text) => AnsiConsole.Write(new Panel(new Text(Token().Replace(text, "…"))) { Header = new PanelHeader(Markup.Escape(title)) });

    public static void Funnel(InvitationFunnel funnel)
    {
        AnsiConsole.Write(new BarChart().Width(BarWidth).UseValueFormatter(value => Number(value))
            .AddItem("Invited", funnel.Invited, Color.Grey)
            .AddItem("Delivered", funnel.Delivered, Color.Blue)
            .AddItem("Bot started", funnel.BotStarted ?? 0, Color.Aqua)
            .AddItem("Joined", funnel.Joined ?? 0, Color.Green)
            .AddItem("Bounced", funnel.Bounced, Color.Orange1)
            .AddItem("Opted out", funnel.OptedOut, Color.Red));
    }

    /// <summary>What is told of somebody: who they are, whether they have opted out, and what happened.</summary>
    public static void Export(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        Line($"  JSON of {Number(json.Length)} bytes, with");
        Line($"  knownAs      {List(root.GetProperty("knownAs").EnumerateArray().Select(known => $"{known.GetProperty("kind")} {known.GetProperty("value")}"))}");
        Line($"  suppressions {List(root.GetProperty("suppressions").EnumerateArray().Select(row => $"{row.GetProperty("reason")} ({row.GetProperty("transport")})"))}");
        Line($"  events       {List(root.GetProperty("events").EnumerateArray().Select(Event))}");
    }

    public static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Event(JsonElement entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.GetProperty("at").GetDateTimeOffset():MM-dd HH:mm} {entry.GetProperty("kind")}{(entry.TryGetProperty("transport", out var transport) ? $" ({transport})" : "")}");

    private static string List(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } list ? list : "none";

    private static IEnumerable<(string What, long Count)> Results(CampaignProgress run) =>
    [
        ("Lines read", run.Read),
        ("Refused: the line is wrong", run.Rejected),
        .. run.Refused.OrderBy(refused => refused.Key).Select(refused => ($"Not written to: {refused.Key}", refused.Value)),
        ("Invited", run.Invited),
        ("Delivered", run.Delivered),
        ("Came back, and the next means was tried", run.Bounced),
        ("May have arrived: not sent again", run.Unknown),
        ("Reached by no means", run.Unreachable),
    ];

    // The token is another one in every run, and is between the bakery and the customer.
    [GeneratedRegex("(?<=start=(inv|out)_)[A-Za-z0-9_-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
