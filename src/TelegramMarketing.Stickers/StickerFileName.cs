using System.Globalization;

namespace TelegramMarketing.Stickers;

/// <summary>What the name of a picture tells.</summary>
/// <param name="Place">The number that it begins with; those without one come last.</param>
/// <param name="Emoji">The emoji in it.</param>
/// <param name="Keywords">The words in it.</param>
internal sealed record StickerFileName(int Place, IReadOnlyList<string> Emoji, IReadOnlyList<string> Keywords)
{
    /// <param name="fileName">The name, with its extension.</param>
    /// <param name="words">What stickers.json says, by file name.</param>
    public static StickerFileName Parse(string fileName, IReadOnlyDictionary<string, StickerWords> words)
    {
        var parts = Path.GetFileNameWithoutExtension(fileName).Split('_', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var place = parts.Length > 0 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        var emoji = new List<string>();
        var keywords = new List<string>();
        foreach (var part in parts.Skip(place == int.MaxValue ? 0 : 1))
        {
            var elements = Elements(part);
            if (elements.All(EmojiText.IsEmoji))
            {
                emoji.AddRange(elements);
            }
            else
            {
                keywords.Add(part);
            }
        }

        var told = words.GetValueOrDefault(fileName);
        return new StickerFileName(place, told?.Emoji ?? emoji, told?.Keywords ?? keywords);
    }

    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        var enumerator = StringInfo.GetTextElementEnumerator(text);
        while (enumerator.MoveNext())
        {
            elements.Add(enumerator.GetTextElement());
        }

        return elements;
    }
}
