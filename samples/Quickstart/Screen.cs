using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;
using TelegramMarketing;

namespace Quickstart;

/// <summary>What is shown. Spectre.Console leaves colours out where the output is no terminal.</summary>
internal static partial class Screen
{
    public static void Title(string subtitle)
    {
        AnsiConsole.MarkupLine("[bold]TelegramMarketing: publish, measure, invite[/]");
        AnsiConsole.WriteLine(subtitle);
    }

    public static void Published(IReadOnlyList<Post> posts, IReadOnlyList<Publication> publications)
    {
        Heading("1. Publish");
        var table = Table("Kind", "Post", "Link");
        table.Columns[2].NoWrap();
        foreach (var (post, publication) in posts.Zip(publications))
        {
            table.AddRow(Cell(post.Kind.Name), Cell(post.Text!.PlainText.Split('\n')[0]), Cell(Short(publication.Post!.Link)));
        }

        AnsiConsole.Write(table);
    }

    public static void Reading(Publication publication, PostStatistics post)
    {
        var views = post.Views is { } reading ? $"{reading.Value.Raw} views so far ({reading.Source})" : $"views unknown: {post.Availability}";
        AnsiConsole.WriteLine($"{Short(publication.Post!.Link)}  {views}");
    }

    public static void Views(EditorialReport report)
    {
        Heading("2. Measure, two days later");
        var table = Table("Kind", "Posts", "Median views", "Known to be");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        var bars = new BarChart().Width(70).UseValueFormatter(Number);
        foreach (var kind in report.Kinds)
        {
            var views = kind.MedianViews!.Value;
            table.AddRow(Cell(kind.Name), Cell(Number(kind.Posts)), Cell(Number(views.Value)), Cell(views.IsExact ? "exact" : $"{Number(views.Low)} to {Number(views.High)}"));
            bars.AddItem(kind.Name, views.Value, kind.Kind == PostKind.News ? Color.Blue : kind.Kind == PostKind.Event ? Color.Green : Color.Orange1);
        }

        AnsiConsole.Write(table);
        AnsiConsole.Write(bars);
        AnsiConsole.WriteLine(report.BasisText);
    }

    public static void Invitation(Invitation invitation, bool showsToken)
    {
        Heading("3. Invite");
        var text = invitation.Text.PlainText;
        if (!showsToken)
        {
            // The token is another one in every run.
            text = Token().Replace(text, "…");
        }

        AnsiConsole.WriteLine($"What {invitation.Customer} is sent, by mail or on paper, with a QR code if you like:");
        AnsiConsole.Write(new Panel(new Text(text)));
    }

    public static void Funnel(InvitationFunnel funnel)
    {
        AnsiConsole.Write(new BarChart().Width(70).UseValueFormatter(Number)
            .AddItem("Invited", funnel.Invited, Color.Grey)
            .AddItem("Followed the link", funnel.BotStarted ?? 0, Color.Blue)
            .AddItem("Joined", funnel.Joined ?? 0, Color.Green));
        AnsiConsole.WriteLine($"{funnel.Joined} of {funnel.Invited} customers joined, of their own accord.");
    }

    private static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
    }

    private static Table Table(params string[] columns) => new Table().Border(TableBorder.Rounded).AddColumns(columns);

    private static string Short(Uri link) => $"{link.Host}{link.AbsolutePath}";

    private static Text Cell(string text) => new(text);

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=start=(inv|out)_)[A-Za-z0-9_-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
