using System.Globalization;
using System.Text;
using CsCheck;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Tests.Publishing;

public sealed class PostTextTests
{
    private static readonly string[] Sayings =
    [
        "Perché no? È già l'ora del caffè — sconto del 20% & più!", "Скидка 50% <только сегодня>, «успейте»!", "خصم ٥٠٪ على كل شيء؟ نعم! <اليوم>", "👩‍👩‍👧‍👦🇮🇹👍🏽❤️‍🔥 &lt; \"ciao\" 'x'",
    ];

    // Letters of markup are frequent, and halves of surrogate pairs occur.
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        OneOf(Sayings),
        OneOf("<", ">", "&", "\"", "'", "/", "=", "b", "<b>", "</b>", "lt;", "&amp", "#60", ";", "\r\n", "\r", "\n", "\t", "\u2028", "\0", "\ud83d", "\ude00", "😀", " ", "a", "href", "<a href=x>").Array[0, 12].Select(string.Concat));

    private static readonly string[] LiteralPieces =
    [
        "<b>", "</b>", "<i x='", "'>", "</i>", "<a href=\"https://x.it/", "\">", "\"", "'", "</a>", "<", ">", "/", " ", "=", "&", "&#", "&lt", "text", "</", "<u a=", "<u a=x ", "</u>", "</>", "<blockquote expandable ", "<s",
    ];

    [Fact]
    public void Plain_AnyText_IsShownAsItStands() => AnyText.Sample(
        text =>
        {
            var post = PostText.Plain(text);

            post.PlainText.Should().Be(Normalized(text));
            var again = PostText.TrustedHtml(post.Markup);
            again.PlainText.Should().Be(post.PlainText);
            again.Entities.Should().BeEmpty();
            again.Length.Should().Be(post.Length);
        },
        iter: 5000);

    [Fact]
    public void Html_AnyValue_IsNeverMarkup() => Gen.Select(AnyText, AnyText).Sample(
        (first, second) =>
        {
            var post = PostText.Html($"<b>{first}</b>a&{second}&lt{first};<a href=\"https://x.it/?q={first}\" title='{second}'>&#{second}</a>");

            var (a, b) = (Normalized(first), Normalized(second));
            post.PlainText.Should().Be($"{a}a&{b}<{a};&#{b}");
            post.Entities.Should().OnlyContain(e => e.Kind == MarkupEntityKind.Bold || e.Kind == MarkupEntityKind.Link);
            post.Entities.Where(e => e.Kind == MarkupEntityKind.Link).Should().HaveCount(1);
        },
        iter: 5000);

    [Fact]
    public void Html_AnyLiteral_MeansTheSameWhateverTheValue() => Gen.Select(OneOf(LiteralPieces).Array[1, 8], AnyText, Gen.Int[0, 7]).Sample(
        (pieces, value, at) =>
        {
            if (Compose(pieces, value, at) is { } post && Compose(pieces, "q", at) is { } harmless)
            {
                post.Entities.Select(e => e.Kind).Should().BeSubsetOf(harmless.Entities.Select(e => e.Kind));
                post.Entities.Count.Should().BeLessThanOrEqualTo(harmless.Entities.Count);
            }
        },
        iter: 20000);

    [Fact]
    public void TrustedHtml_ControlCharactersByNumber_AreReplacedToo()
    {
        PostText.TrustedHtml("a&#13;<b>b&#1;c</b>&#8232;").PlainText.Should().Be("a\nb c\n");
    }

    [Fact]
    public void Html_Literal_KeepsItsMarkup()
    {
        var name = "Rock & <Roll>";

        var post = PostText.Html($"<b>{name}</b>\n<a href=\"https://example.com/?a=1&b={name}\">more</a>");

        post.Markup.Should().Be("<b>Rock &amp; &lt;Roll&gt;</b>\n<a href=\"https://example.com/?a=1&b=Rock &amp; &lt;Roll&gt;\">more</a>");
        post.PlainText.Should().Be("Rock & <Roll>\nmore");
        post.Entities.Select(PostTextTelegramAgreementTests.Describe).Should().Equal("Bold 0 13", "Link 14 4 https://example.com/?a=1&b=Rock%20&%20<Roll>");
    }

    [Fact]
    public void Html_QuotesInAnAttribute_DoNotCloseIt()
    {
        var evil = "\" onclick='x' href=\"https://evil.example/'>";

        PostText.Html($"<a href=\"https://x.it/?q={evil}\">x</a>").Entities.Should().ContainSingle().Which.Argument.Should().StartWith("https://x.it/?q=");
        PostText.Html($"<a href='https://x.it/?q={evil}'>x</a>").Entities.Should().ContainSingle().Which.Argument.Should().StartWith("https://x.it/?q=");
    }

    [Fact]
    public void Html_Numbers_AreInvariantUnlessACultureIsGiven()
    {
        var italian = CultureInfo.GetCultureInfo("it-IT");

        PostText.Html($"{1234.5m:N2} {0.5}").PlainText.Should().Be("1,234.50 0.5");
        PostText.Html(italian, $"{1234.5m:N2} {new DateOnly(2026, 5, 1):d MMMM}").PlainText.Should().Be("1.234,50 1 maggio");
        var current = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = italian;
            PostText.Html($"{1.5}").PlainText.Should().Be("1.5");
        }
        finally
        {
            CultureInfo.CurrentCulture = current;
        }
    }

    [Fact]
    public void Html_AlignmentAndFormat_AreThoseOfStrings()
    {
        var nothing = default(string);

        PostText.Html($"[{"<",3}|{"<",-3}|{7,4:D2}|{nothing,2}|{nothing}|{PostText.TrustedHtml("<b>x</b>"),3}]").PlainText.Should().Be("[  <|<  |  07|  ||  x]");
    }

    [Fact]
    public void Html_PostTextAsValue_ComposesInTextAndIsPlainInAnAttribute()
    {
        var bold = PostText.TrustedHtml("<b>a &lt b</b>");

        var post = PostText.Html($"<i>{bold}</i> <a href=\"https://x.it/?{bold}\">x</a>");

        post.PlainText.Should().Be("a < b x");
        post.Entities.Select(PostTextTelegramAgreementTests.Describe).Should().Equal("Bold 0 5", "Italic 0 5", "Link 6 1 https://x.it/?a%20<%20b");
        PostText.Html($"{PostText.TrustedHtml("&lt")};x").PlainText.Should().Be("<;x");
    }

    [Fact]
    public void Html_Uri_StaysEscapedInALink() =>
        PostText.Html($"<a href=\"{new Uri("https://x.it/a%20b?c=%26")}\">x</a>").Entities.Should().ContainSingle().Which.Argument.Should().Be("https://x.it/a%20b?c=%26");

    [Fact]
    public void Html_ValueWhereATagIsNamed_IsRefusedWithPlaceAndRemedy()
    {
        var tag = "b";
        Refuse(() => PostText.Html($"ciao\n<{tag}>x</b>")).Should().Match<PostTextFormatException>(e => e.Position == 6 && e.Line == 2 && e.Column == 2 && e.Message.Contains("tag is named"));
        Refuse(() => PostText.Html($"<b{tag}>x</b>")).Message.Should().Contain("tag is named");
        Refuse(() => PostText.Html($"<b>x</{tag}>")).Message.Should().Contain("tag is named");
        Refuse(() => PostText.Html($"<a {tag}=\"x\">x</a>")).Message.Should().Contain("attribute is named");
        Refuse(() => PostText.Html($"<a hr{tag}=\"x\">x</a>")).Message.Should().Contain("attribute is named");
        Refuse(() => PostText.Html($"<a href=\"x.it\"{tag}>x</a>")).Message.Should().Contain("attribute is named");
        Refuse(() => PostText.Html($"<a href=x.it {tag}>x</a>")).Message.Should().Contain("attribute is named");
        Refuse(() => PostText.Html($"<a href='x.it' {tag}>x</a>")).Message.Should().Contain("attribute is named");
        Refuse(() => PostText.Html($"<a\nhref {tag}>x</a>")).Message.Should().Contain("attribute is named");
        Refuse(() => PostText.Html($"<a href = {tag}>x</a>")).Message.Should().Contain("quotation marks");
        Refuse(() => PostText.Html($"<b>x</b {tag}>")).Message.Should().Contain("tag is named");
        Refuse(() => PostText.Html($"<a href={tag}>x</a>")).Message.Should().Contain("quotation marks");
        Refuse(() => PostText.Html($"<a href=x.it{tag}>x</a>")).Message.Should().Contain("quotation marks");
        Refuse(() => PostText.Html($"<a href={PostText.Plain(tag)}>x</a>")).Message.Should().Contain("quotation marks");
    }

    [Theory]
    [InlineData("<p>x</p>", "*Unsupported start tag \"p\" at byte offset 0*line breaks*")]
    [InlineData("x<br>y", "*Unsupported start tag \"br\" at byte offset 1*Use a line break*")]
    [InlineData("x<br/>y", "*Use a line break*")]
    [InlineData("<h1>x</h1>", "*<b>*")]
    [InlineData("<b>x", "*Can't find end tag corresponding to start tag \"b\"*Close it with </b>*")]
    [InlineData("<b><i>x</b></i>", "*Unmatched end tag*Close <i> first*")]
    [InlineData("x</b>", "*Unexpected end tag*take the end tag out*")]
    [InlineData("5 < 6", "*write &lt;*")]
    [InlineData("a&nbsp;b", "*&nbsp;*&#160;*")]
    [InlineData("Caf&eacute;", "*&eacute;*")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "*drops a link*https://*")]
    [InlineData("<a href=\"/promo\">x</a>", "*drops a link*https://*")]
    [InlineData("<a href=\"mailto:a@b.it\">x</a>", "*e-mail*")]
    [InlineData("<a>x</a>", "*without an address*")]
    [InlineData("<a href=\"\">x</a>", "*without an address*")]
    [InlineData("<a href=\"https://x.it\"></a>", "*without text*")]
    [InlineData("<tg-time>x</tg-time>", "*moment*")]
    public void TrustedHtml_WhatWouldBeRefusedOrLost_IsRefusedWithTheRemedy(string markup, string expected) =>
        Refuse(() => PostText.TrustedHtml(markup)).Message.Should().Match(expected);

    [Fact]
    public void TrustedHtml_FaultOnALaterLine_GivesThePlace()
    {
        var fault = Refuse(() => PostText.TrustedHtml("😀\r\n<b>x</b>\r\n x<q>"));

        fault.Line.Should().Be(3);
        fault.Column.Should().Be(3);
        fault.Position.Should().Be(14);
        fault.Message.Should().Contain("line 3, column 3").And.Contain("byte offset 16");
    }

    [Fact]
    public void TrustedHtml_AmpersandsInAnAddress_AreNoReferences() =>
        PostText.TrustedHtml("<a href=\"https://x.it/?a=1&copy=2&euro;\">AT&T; R&D</a>").PlainText.Should().Be("AT&T; R&D");

    [Theory]
    [InlineData("", 0, true)]
    [InlineData(" \n\t ", 0, true)]
    [InlineData("\u200b\ufeff\u2060", 3, true)]
    [InlineData("\u00a0", 1, true)]
    [InlineData("  a b \n", 3, false)]
    [InlineData("👍🏽", 2, false)]
    [InlineData("👩‍👩‍👧‍👦", 7, false)]
    [InlineData("è", 1, false)]
    [InlineData("عرض", 3, false)]
    public void Length_CountsCodePointsAsTelegramDoes(string text, int length, bool isEmpty)
    {
        PostText.Plain(text).Length.Should().Be(length);
        PostText.Plain(text).IsEmpty.Should().Be(isEmpty);
        PostText.Html($"<b></b>{text}").Length.Should().Be(length);
    }

    [Fact]
    public void Length_OfMarkup_IsThatOfItsText() => PostText.TrustedHtml("<b>a</b>&amp;<a href=\"https://example.com\">&#128512;</a>").Length.Should().Be(3);

    [Fact]
    public void Join_AndPlus_KeepTheMarkup()
    {
        PostText.Join(" <", PostText.TrustedHtml("<b>a</b>"), PostText.Plain("&")).Markup.Should().Be("<b>a</b> &lt;&amp;");
        (PostText.Plain("a") + PostText.TrustedHtml("<i>b</i>")).Markup.Should().Be("a<i>b</i>");
        PostText.Join(",").Should().Be(PostText.Empty);
    }

    [Fact]
    public void Equality_IsThatOfTheMarkup()
    {
        (PostText.Plain("a<") == PostText.TrustedHtml("a&lt;")).Should().BeTrue();
        (PostText.Plain("a") != PostText.TrustedHtml("<b>a</b>")).Should().BeTrue();
        PostText.Plain("a").GetHashCode().Should().Be(PostText.Plain("a").GetHashCode());
        PostText.TrustedHtml("<b>a</b>").ToString().Should().Be("a");
    }

    [Fact]
    public void TrustedHtml_AnyMarkup_IsReadOrRefusedAndNeverCrashes() => AnyText.Sample(
        text =>
        {
            try
            {
                PostText.TrustedHtml(text).Length.Should().BeGreaterThanOrEqualTo(0);
            }
            catch (PostTextFormatException fault)
            {
                fault.Position.Should().BeInRange(0, text.Length);
            }
        },
        iter: 20000);

    private static PostText? Compose(string[] pieces, string value, int at)
    {
        try
        {
            var handler = new PostTextInterpolatedStringHandler(0, 0);
            for (var i = 0; i < pieces.Length; i++)
            {
                handler.AppendLiteral(pieces[i]);
                if (i == at % pieces.Length)
                {
                    handler.AppendFormatted(value);
                }
            }

            // What is left open is closed, so that more of the literals are whole.
            var opened = pieces.Count(p => p.Length > 1 && p[0] == '<' && p[1] != '/');
            handler.AppendLiteral(string.Concat(Enumerable.Repeat("</>", Math.Max(0, opened - pieces.Count(p => p.StartsWith("</"))))));
            return PostText.Html(handler);
        }
        catch (PostTextFormatException)
        {
            return null;
        }
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static PostTextFormatException Refuse(Func<PostText> create) => create.Should().Throw<PostTextFormatException>().Which;

    private static string Normalized(string text)
    {
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n');
        var clean = new StringBuilder();
        foreach (var rune in lines.EnumerateRunes())
        {
            clean.Append(rune.Value < 32 && rune.Value is not (9 or 10) ? " " : rune.ToString());
        }

        return clean.ToString();
    }
}
