using System.Collections.Concurrent;
using SkiaSharp;

namespace TelegramMarketing.Charts.Fonts;

/// <summary>
/// The fonts that ship with this package, so that a picture is the same on every machine, also in a container that has no font at all. The machine's own are
/// asked only for what these lack, such as Chinese.
/// </summary>
internal sealed class FontShelf
{
    private readonly ConcurrentDictionary<int, SKTypeface?> _found = new();
    private readonly Lazy<SKTypeface[]> _machine = new(OfMachine);
    private readonly SKTypeface[] _regular = [Load("NotoSans-Regular"), Load("NotoSansArabic-Regular"), Load("NotoEmoji-Regular")];
    private readonly SKTypeface[] _bold = [Load("NotoSans-SemiBold"), Load("NotoSansArabic-SemiBold"), Load("NotoEmoji-Regular")];

    private FontShelf()
    {
    }

    /// <summary>Read once: fonts do not change, and hold no state.</summary>
    public static FontShelf Shared { get; } = new();

    /// <summary>The font that can draw a character as a reader sees it, with its marks and joiners.</summary>
    /// <returns>The first font where none can: it draws a box.</returns>
    public SKTypeface Find(string grapheme, bool isBold)
    {
        var shelf = isBold ? _bold : _regular;
        var codePoints = grapheme.EnumerateRunes().Select(rune => rune.Value).Where(IsVisible).ToArray();

        // U+FE0F asks for a picture where a character is also a letter.
        var wantsPicture = grapheme.Contains('\uFE0F', StringComparison.Ordinal);
        return (wantsPicture ? shelf.Reverse() : shelf).FirstOrDefault(font => Array.TrueForAll(codePoints, font.ContainsGlyph))
            ?? (codePoints.Length == 0 ? null : _found.GetOrAdd(codePoints[0], FindOnMachine))
            ?? shelf[0];
    }

    // Skia for Linux without dependencies knows the fonts of the machine, but not which of them has a character.
    private SKTypeface? FindOnMachine(int codePoint) =>
        SKFontManager.Default.MatchCharacter(codePoint) ?? Array.Find(_machine.Value, font => font.ContainsGlyph(codePoint));

    private static SKTypeface[] OfMachine() =>
    [
        .. SKFontManager.Default.FontFamilies
            .OrderBy(name => !name.Contains("Sans", StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.Ordinal)
            .Select(SKTypeface.FromFamilyName)
            .OfType<SKTypeface>(),
    ];

    private static bool IsVisible(int codePoint) => codePoint is not (0x200B or 0x200C or 0x200D or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2069) or 0xFE0E or 0xFE0F or 0xFEFF);

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(FontShelf).Assembly.GetManifestResourceStream($"{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is missing in this assembly.");
        return SKTypeface.FromStream(stream);
    }
}
