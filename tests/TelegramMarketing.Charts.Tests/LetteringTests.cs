using SkiaSharp;
using TelegramMarketing.Charts.Fonts;

namespace TelegramMarketing.Charts.Tests;

public sealed class LetteringTests
{
    [Theory]
    [InlineData("Promotion", "Noto Sans")]
    [InlineData("Акции", "Noto Sans")]
    [InlineData("العروض", "Noto Sans Arabic")]
    [InlineData("🥖", "Noto Emoji")]
    [InlineData("👩‍🍳", "Noto Emoji")]
    [InlineData("❤️", "Noto Emoji")]
    [InlineData("1️⃣", "Noto Emoji")]
    public void Find_WhatReportsHold_IsInTheFontsOfThePackage(string text, string family)
    {
        foreach (var grapheme in BidiText.Graphemes(text))
        {
            var found = FontShelf.Shared.Find(grapheme, isBold: false);

            found.FamilyName.Should().Be(family);
            found.Should().BeSameAs(FontShelf.Shared.Find(grapheme, isBold: false));
        }
    }

    [Fact]
    public void Find_WhatNoFontHas_IsABox()
    {
        var font = FontShelf.Shared.Find("\U000F1234", isBold: false);

        font.FamilyName.Should().Be("Noto Sans");
        using var drawn = new SKFont(font, 20);
        drawn.GetGlyphPath(0).Bounds.Width.Should().BeGreaterThan(5, "a missing character is seen to be missing");
    }

    [Fact]
    public void Measure_ArabicLetters_JoinsThem()
    {
        using var lettering = new Lettering();

        lettering.Measure("ببب", 20).Should().BeLessThan(0.9 * 3 * lettering.Measure("ب", 20), "letters that are joined are narrower than alone");
    }

    [Theory]
    [InlineData("Short", "Short")]
    [InlineData("A name that is much too long", "A nam…")]
    [InlineData("👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳", "👩‍🍳👩‍🍳…")]
    public void Fit_AText_EndsWithWholeCharacters(string text, string fitted)
    {
        using var lettering = new Lettering();

        lettering.Fit(text, 14, 60).Should().Be(fitted);
    }
}
