using System.Globalization;
using Spectre.Console;
using TelegramMarketing;

namespace EditorialDesk;

/// <summary>What is shown. Colours and the moving bar are for terminals only.</summary>
internal static class Screen
{
    private static bool IsTerminal => AnsiConsole.Profile.Out.IsTerminal;

    public static async Task ProgressAsync(string what, Func<Action<double>, Task> work)
    {
        if (!IsTerminal)
        {
            await work(_ => { });
            return;
        }

        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask(Markup.Escape(what), maxValue: 1);
            await work(share => task.Value = share);
        });
    }

    /// <summary>The report's own tables, in which the answers that are sure stand out.</summary>
    public static void Show(EditorialReport report, CultureInfo? culture)
    {
        var sure = report.Verdicts.Where(verdict => verdict.Outcome is VerdictOutcome.Winner or VerdictOutcome.Difference).Select(verdict => verdict.ToText(culture)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in report.ToText(culture).Split('\n'))
        {
            if (IsTerminal && sure.Contains(line.Trim('\u200F')))
            {
                AnsiConsole.Write(new Text($"{line}\n", new Style(Color.Green, decoration: Decoration.Bold)));
            }
            else
            {
                Console.WriteLine(line);
            }
        }
    }
}
