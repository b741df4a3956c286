using System.Text.RegularExpressions;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Stickers;

/// <summary>The rules for a series' name and title.</summary>
internal static partial class StickerNames
{
    /// <summary>What is wrong with a name; <see langword="null"/> when nothing is.</summary>
    public static string? FindFault(string? name, string? botName)
    {
        if (string.IsNullOrEmpty(name))
        {
            return $"is empty. Use one such as 'spring_by_{botName ?? "YourBot"}'";
        }

        if (name.Length > StickerLimits.NameLength)
        {
            return FormattableString.Invariant($"has {name.Length} characters; it has at most {StickerLimits.NameLength}, with the bot's username. Shorten it");
        }

        if (!Letters().IsMatch(name) || name.Contains("__", StringComparison.Ordinal))
        {
            return $"'{name}' must begin with a letter and hold only letters of the English alphabet, digits and single underscores. Use one such as 'spring_by_{botName ?? "YourBot"}'";
        }

        var by = name.LastIndexOf("_by_", StringComparison.OrdinalIgnoreCase);
        return by <= 0 || by + 4 == name.Length ? $"'{name}' must end with '_by_' and the bot's username. Call it '{name}_by_{botName ?? "YourBot"}'"
            : botName is not null && !name.EndsWith($"_by_{botName}", StringComparison.OrdinalIgnoreCase) ? $"'{name}' must end with the username of this bot. Call it '{name[..by]}_by_{botName}'"
            : null;
    }

    /// <summary>What is wrong with a title; <see langword="null"/> when nothing is.</summary>
    public static string? FindTitleFault(string? title)
    {
        var length = string.IsNullOrWhiteSpace(title) ? 0 : CodePoints.Count(title);
        return length == 0 ? "is empty. Write what people shall see above the stickers"
            : length > StickerLimits.TitleLength ? FormattableString.Invariant($"has {length} characters; Telegram would silently cut it after {StickerLimits.TitleLength}. Shorten it")
            : null;
    }

    public static Uri LinkOf(string name, StickerSeriesType type) => new($"https://t.me/{(type == StickerSeriesType.CustomEmoji ? "addemoji" : "addstickers")}/{name}");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Letters();
}
