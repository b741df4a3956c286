using Spectre.Console;
using TelegramMarketing;

namespace StickerShop;

/// <summary>What is shown. Colours and the moving bar are for terminals only.</summary>
internal static class Screen
{
    private static bool IsTerminal => AnsiConsole.Profile.Out.IsTerminal;

    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
    }

    /// <summary>Shows how far something has come.</summary>
    public static async Task<T> ProgressAsync<T>(string what, Func<IProgress<StickerProgress>?, Task<T>> work)
    {
        if (!IsTerminal)
        {
            return await work(null);
        }

        return await AnsiConsole.Progress().StartAsync(progress => work(new Bar(progress.AddTask(Markup.Escape(what)))));
    }

    /// <summary>What there is, and what would be done with it.</summary>
    public static void Show(StickerSeriesPlan plan)
    {
        if (plan.IsUpToDate)
        {
            Console.WriteLine(plan);
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("#", "Emoji", "Keywords", "To be done");
        foreach (var action in plan.Actions)
        {
            var sticker = action.Number is { } number ? plan.Definition.Stickers[number - 1] : null;
            table.AddRow(Cell(action.Number is { } place ? $"{place}" : ""), Cell(string.Concat(sticker?.Emoji ?? [])), Cell(string.Join(", ", sticker?.Keywords ?? [])), Cell(action.Kind.ToString()));
        }

        AnsiConsole.Write(table);
    }

    private static Text Cell(string text) => new(text);

    private sealed class Bar(ProgressTask task) : IProgress<StickerProgress>
    {
        public void Report(StickerProgress value) => (task.MaxValue, task.Value) = (value.Total, value.Done);
    }
}
