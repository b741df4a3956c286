using TelegramMarketing.Charts.Fonts;

namespace TelegramMarketing.Charts.Tests;

/// <summary>Latin capitals stand for letters that are read from the right (here of Hebrew), as in the examples of UAX #9.</summary>
public sealed class BidiTextTests
{
    [Theory]
    [InlineData("car", false, "car")]
    [InlineData("CAR", true, "RAC")]
    [InlineData("car means CAR.", false, "car means RAC.")]
    [InlineData("CAR is car.", true, ".is car RAC")]
    [InlineData("23 CARS", true, "SRAC 23")]
    [InlineData("AT 1.4 TO 2.3", true, "2.3 OT 1.4 TA")]
    [InlineData("HELLO (x) 20%", true, "20% (x) OLLEH")]
    [InlineData("say (HELLO) now", false, "say (OLLEH) now")]
    [InlineData("", true, "")]
    public void InVisualOrder_ALine_IsAsItIsSeen(string text, bool isRightToLeft, string seen)
    {
        var pieces = BidiText.InVisualOrder(Hebrew(text), isRightToLeft);

        var line = string.Concat(pieces.Select(piece => piece.IsRightToLeft ? Mirrored(piece.Text) : piece.Text));
        Latin(line).Should().Be(seen);
    }

    [Theory]
    [InlineData("Promotion العروض", false)]
    [InlineData("🎁 العروض Promotion", true)]
    [InlineData("Акции", false)]
    [InlineData("23 🥖", null)]
    public void IsRightToLeft_ALine_IsSoByItsFirstLetter(string text, bool? expected) => BidiText.IsRightToLeft(text).Should().Be(expected);

    [Fact]
    public void Graphemes_OfJoinedEmoji_AreAsSeen() => BidiText.Graphemes("a👩‍🍳🇮🇹é").Should().Equal("a", "👩‍🍳", "🇮🇹", "é");

    private static string Hebrew(string text) => string.Concat(text.Select(letter => letter is >= 'A' and <= 'Z' ? (char)(letter - 'A' + 'א') : letter));

    private static string Latin(string text) => string.Concat(text.Select(letter => letter is >= 'א' and <= 'ת' ? (char)(letter - 'א' + 'A') : letter));

    private static string Mirrored(string text) => string.Concat(text.Reverse().Select(letter => letter switch { '(' => ')', ')' => '(', _ => letter }));
}
