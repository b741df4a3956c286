using System.Globalization;
using System.Text;
using CsCheck;

namespace TelegramMarketing.Tests.Publishing;

public sealed class PostTextSplitTests
{
    private const int MaxMarkupBytes = 32768;

    private static readonly string[] Pieces =
    [
        "Buongiorno a tutti! ", "Perché no? ", "Скидка только сегодня. ", "успейте", "خصم ٥٠٪ على كل شيء؟ ", "اليوم", "👩‍👩‍👧‍👦", "🇮🇹🇫🇷", "👍🏽", "❤️‍🔥", "é̂", " ", "\n", "\n\n", "x", "&<>\"'", "新しい商品。", "\u00a0", "\t", "  code\n    indented\n", ",", "https://example.com/aaaaaaaaaaaaaaaaaaaaa ",
    ];

    private static readonly (string Open, string Close)[] Tags =
    [
        ("<b>", "</b>"), ("<i>", "</i>"), ("<u>", "</u>"), ("<s>", "</s>"), ("<tg-spoiler>", "</tg-spoiler>"), ("<code>", "</code>"), ("<pre>", "</pre>"),
        ("<pre><code class=\"language-c#\">", "</code></pre>"), ("<blockquote>", "</blockquote>"), ("<blockquote expandable>", "</blockquote>"),
        ("<a href=\"https://x.it/?a=1&amp;b=&quot;2\">", "</a>"), ("<a href='tg://user?id=7'>", "</a>"), ("<tg-emoji emoji-id='5368324170671202286'>👍🏽", "</tg-emoji>"), ("<tg-time unix='1' format='r'>now", "</tg-time>"),
    ];

    private static readonly Gen<PostText> AnyMarkup = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000]).Array[0, 60].Select(Build);

    // A family is seven code points: a shorter part could not hold it.
    [Fact]
    public void Split_AnyText_KeepsEveryCharacterAndItsFormat() => Gen.Select(AnyMarkup, Gen.Int[8, 60]).Sample(
        (text, max) =>
        {
            var parts = text.Split(max);

            foreach (var part in parts)
            {
                part.Length.Should().BeLessThanOrEqualTo(max);
                Encoding.UTF8.GetByteCount(part.Markup).Should().BeLessThanOrEqualTo(MaxMarkupBytes);
                var again = PostText.TrustedHtml(part.Markup);
                again.PlainText.Should().Be(part.PlainText);
                again.Entities.Select(PostTextTelegramAgreementTests.Describe).Should().BeEquivalentTo(part.Entities.Select(PostTextTelegramAgreementTests.Describe));
                again.Length.Should().Be(part.Length);
            }

            string.Join('\n', parts.SelectMany(Formats)).Should().Be(string.Join('\n', Formats(text)));
            parts.Should().OnlyContain(p => !p.IsEmpty || parts.Count == 1);
        },
        iter: 500);

    [Fact]
    public void Split_PartsOfAnyLength_AreNeverTooLong() => Gen.Select(AnyMarkup, Gen.Int[1, 8]).Sample(
        (text, max) =>
        {
            foreach (var part in text.Split(max))
            {
                part.Length.Should().BeLessThanOrEqualTo(max);
                PostText.TrustedHtml(part.Markup).PlainText.Should().Be(part.PlainText);
            }
        },
        iter: 100);

    [Fact]
    public void Split_WordsThatFit_AreNeverBroken() => Gen.Select(Gen.Int[0, Pieces.Length - 1].Array[1, 40], Gen.Int[45, 80]).Sample(
        (indices, max) =>
        {
            var text = string.Concat(indices.Select(i => Pieces[i].Replace("。", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal) + " "));
            var words = text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);

            PostText.Plain(text).Split(max).SelectMany(p => p.PlainText.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).Should().Equal(words);
        },
        iter: 1000);

    [Fact]
    public void Split_TextWithoutSpaces_IsCutBetweenGraphemesOnly() => Gen.Select(Gen.Int[6, 10].Array[1, 60], Gen.Int[8, 20]).Sample(
        (indices, max) =>
        {
            var text = string.Concat(indices.Select(i => Pieces[i].Trim().Replace(" ", "", StringComparison.Ordinal)));
            var cuts = StringInfo.ParseCombiningCharacters(text).ToHashSet();
            var position = 0;
            foreach (var part in PostText.Plain(text).Split(max))
            {
                cuts.Should().Contain(position);
                position += part.PlainText.Length;
            }

            position.Should().Be(text.Length);
        },
        iter: 1000);

    [Fact]
    public void Split_TextThatFits_IsItself()
    {
        var text = PostText.TrustedHtml("<b>a</b>");

        text.Split(1).Should().ContainSingle().Which.Should().BeSameAs(text);
        PostText.Empty.Split(5).Should().ContainSingle().Which.Should().BeSameAs(PostText.Empty);
    }

    [Theory]
    [InlineData("One two.\nThree four.\n\nFive six. Seven", 28, "One two.\nThree four.|Five six. Seven")]
    [InlineData("One two. Three\nfour five. Six seven", 28, "One two. Three|four five. Six seven")]
    [InlineData("One two three. Four five six seven eight", 28, "One two three.|Four five six seven eight")]
    [InlineData("One «two three.» Four five six seven eight", 28, "One «two three.»|Four five six seven eight")]
    [InlineData("one two three four five six seven", 20, "one two three four|five six seven")]
    [InlineData("один два три, четыре", 14, "один два три,|четыре")]
    [InlineData("عرض خاص اليوم فقط", 13, "عرض خاص اليوم|فقط")]
    [InlineData("10\u00a0% off everything", 9, "10\u00a0% off|everythin|g")]
    [InlineData("今日は特売。明日も特売です。", 8, "今日は特売。|明日も特売です。")]
    [InlineData("🇮🇹🇫🇷🇩🇪", 5, "🇮🇹🇫🇷|🇩🇪")]
    [InlineData("a👩‍👩‍👧‍👦b", 7, "a|👩‍👩‍👧‍👦|b")]
    public void Split_LongText_IsCutAtTheBestPlace(string text, int max, string expected)
    {
        var parts = PostText.Plain(text).Split(max).Select(p => p.PlainText);

        string.Join('|', parts).Should().Be(expected);
    }

    [Fact]
    public void Split_WithinTags_ClosesAndReopensThem() =>
        PostText.TrustedHtml("<b>one <a href=\"https://x.it/?a&amp;b\">two three</a></b><pre><code class=\"language-c#\">x;\n  y;\n  z;</code></pre>").Split(8).Select(p => p.Markup).Should().Equal(
            "<b>one <a href=\"https://x.it/?a&amp;b\">two</a></b>",
            "<b><a href=\"https://x.it/?a&amp;b\">three</a></b><pre><code class=\"language-c#\">x;</code></pre>",
            "<pre><code class=\"language-c#\">  y;</code></pre>",
            "<pre><code class=\"language-c#\">  z;</code></pre>");

    [Fact]
    public void Split_CustomEmojiAtTheCut_StaysWhole() =>
        PostText.TrustedHtml("aaa<tg-emoji emoji-id=\"1\">👍👍</tg-emoji>bbb").Split(4).Select(p => p.PlainText).Should().Equal("aaa", "👍👍bb", "b");

    [Fact]
    public void Split_LittleLeftOver_GivesALastPartThatIsNotTiny()
    {
        var parts = PostText.Plain(string.Join(' ', Enumerable.Repeat("word", 900))).Split(4096);

        parts.Should().HaveCount(2);
        parts[1].Length.Should().BeGreaterThan(400);
    }

    [Fact]
    public void Split_ManyTags_FitsTheRequest()
    {
        var text = PostText.TrustedHtml(string.Concat(Enumerable.Repeat("<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji>", 4000)));

        var parts = text.Split(4096);

        parts.Should().OnlyContain(p => Encoding.UTF8.GetByteCount(p.Markup) <= MaxMarkupBytes);
        string.Concat(parts.Select(p => p.PlainText)).Should().Be(text.PlainText);
        parts.Sum(p => p.Entities.Count).Should().Be(4000);
    }

    [Fact]
    public void Split_ShortTextOfLongMarkup_FitsTheRequest()
    {
        var text = PostText.TrustedHtml($"<b{new string(' ', 40000)}>x</b>");

        text.Split(4096).Should().ContainSingle().Which.Markup.Should().Be("<b>x</b>");
    }

    [Fact]
    public void Split_TagsTooLongForARequest_IsRefused()
    {
        var text = PostText.TrustedHtml($"<a href=\"https://x.it/{new string('a', 40000)}\">some words</a>");

        var split = () => text.Split(4096);

        split.Should().Throw<PostTextFormatException>().WithMessage("*32768 bytes*");
    }

    [Fact]
    public void Split_AMegabyte_KeepsItAll()
    {
        foreach (var piece in (string[])["<b>Ciao</b> a tutti, оу! 👩‍👩‍👧‍👦 ", "x", "é", "e\u0301", "\u0301", "🇮🇹", "\n", "<i>x</i>", "&amp;"])
        {
            var text = PostText.TrustedHtml("y" + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)) + "z");

            string.Concat(text.Split(4096).SelectMany(p => p.PlainText.Where(c => !char.IsWhiteSpace(c)))).Should().Be(string.Concat(text.PlainText.Where(c => !char.IsWhiteSpace(c))));
        }
    }

    [Fact]
    public void Split_LengthBelowOne_IsRefused()
    {
        var split = () => PostText.Plain("a").Split(0);
        split.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static PostText Build((int Action, int Choice)[] steps)
    {
        var markup = new StringBuilder();
        var open = new Stack<string>();
        foreach (var (action, choice) in steps)
        {
            if (action < 2)
            {
                var (start, end) = Tags[choice % Tags.Length];
                markup.Append(start).Append('o');
                open.Push(end);
            }
            else if (action < 4 && open.TryPop(out var end))
            {
                markup.Append(end);
            }
            else
            {
                markup.Append(PostText.Plain(Pieces[choice % Pieces.Length]).Markup);
            }
        }

        return PostText.TrustedHtml(markup.Append(string.Concat(open)).ToString());
    }

    /// <summary>Each visible character with what covers it.</summary>
    private static IEnumerable<string> Formats(PostText text)
    {
        for (var i = 0; i < text.PlainText.Length; i++)
        {
            if (!char.IsWhiteSpace(text.PlainText[i]))
            {
                var covering = text.Entities.Where(e => e.Offset <= i && i < e.End).Select(e => $"{e.Kind} {e.Argument} {e.Format}").Order(StringComparer.Ordinal);
                yield return $"{text.PlainText[i]} {string.Join(',', covering)}";
            }
        }
    }
}
