using System.Globalization;

namespace TelegramMarketing.Publishing;

/// <summary>Describes a planned message in a few words, without its content.</summary>
internal static class MessageSummary
{
    public static string Of(PlannedMessage message)
    {
        var what = message.Media switch
        {
            [] => "text",
            [var only] => MediaRules.NameOf(only.Kind),
            var media => string.Create(CultureInfo.InvariantCulture, $"album of {media.Count}"),
        };
        var caption = message.Text is not null && message.Media.Count > 0 ? " with caption" : "";
        string[] figures = [.. Figures(message)];
        return figures.Length == 0 ? what + caption : $"{what}{caption} ({string.Join(", ", figures)})";
    }

    private static IEnumerable<string> Figures(PlannedMessage message)
    {
        if (message.Text is { } text)
        {
            yield return Count(text.Length, "character");
        }

        var buttons = message.Buttons.Sum(row => row.Count);
        if (buttons > 0)
        {
            yield return Count(buttons, "button");
        }
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
