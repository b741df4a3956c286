using TelegramMarketing.Publishing;

namespace TelegramMarketing.Tests.Publishing;

/// <summary>What Telegram's own parser makes of a markup. A stadium is two UTF-16 units and four bytes, an arrow with its selector two units and six bytes.</summary>
public sealed class PostTextTelegramAgreementTests
{
    private const string Surrogate = "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units";

    [Theory]
    [InlineData("&#57311;", Surrogate)]
    [InlineData("&#xDFDF;", Surrogate)]
    [InlineData("&#xDFDF", Surrogate)]
    [InlineData("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13")]
    [InlineData("🏟 🏟&lt;<abac aba>", "Unsupported start tag \"abac\" at byte offset 13")]
    [InlineData("🏟 🏟&lt;<ABAC>", "Unsupported start tag \"abac\" at byte offset 13")]
    [InlineData("🏟 🏟&lt;<i   =aba>", "Empty attribute name in the tag \"i\" at byte offset 13")]
    [InlineData("🏟 🏟&lt;<i    aba>", "Can't find end tag corresponding to start tag \"i\"")]
    [InlineData("🏟 🏟&lt;<i    aba  =  ", "Unclosed start tag \"i\" at byte offset 13")]
    [InlineData("🏟 🏟&lt;<i    aba", "Unclosed start tag \"i\" at byte offset 13")]
    [InlineData("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27")]
    [InlineData("🏟 🏟&lt;<i    aba  =  \"&lt;&gt;&quot;>", "Unclosed start tag at byte offset 13")]
    [InlineData("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;>", "Unclosed start tag at byte offset 13")]
    [InlineData("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13")]
    [InlineData("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20")]
    [InlineData("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17")]
    [InlineData("🏟 🏟&lt;<i>a</em   >", "Unmatched end tag at byte offset 17, expected \"</i>\", found \"</em>\"")]
    [InlineData("<span class=\"spoiler\">x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("a<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 1")]
    [InlineData("<tg-emoji emoji-id=\"abc\">x</tg-emoji>", "Invalid custom emoji identifier specified")]
    [InlineData("<tg-emoji emoji-id=\"025\">x</tg-emoji>", "Invalid custom emoji identifier specified")]
    [InlineData("<tg-time unix = \"12345\", format = \"rt\">x</tg-time>", "Invalid date format used")]
    [InlineData("<tg-time unix = \"12345\", format = \"ts\">x</tg-time>", "Invalid date format used")]
    [InlineData("<br/>", "Unsupported start tag \"br/\" at byte offset 0")]
    [InlineData("<b/>", "Unsupported start tag \"b/\" at byte offset 0")]
    [InlineData("5 < 6", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<", "Unclosed start tag at byte offset 0")]
    [InlineData("<b a/>x</b>", "Empty attribute name in the tag \"b\" at byte offset 0")]
    public void Parse_WhatTelegramRefuses_IsRefusedInItsWords(string markup, string expected)
    {
        MarkupParser.Parse(markup).Error!.Message.Should().Be(expected);
        var create = () => PostText.TrustedHtml(markup);
        create.Should().Throw<PostTextFormatException>().Which.Message.Should().Contain(expected);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("➡️ ➡️", "➡️ ➡️", "")]
    [InlineData("&ge;&lt;&gt;&amp;&quot;&laquo;&raquo;&#12345678;", "&ge;<>&\"&laquo;&raquo;&#12345678;", "")]
    [InlineData("&Or;&#0;&#1114111;&#xFFFFFFFFFF;", "&Or;&#0;&#1114111;&#xFFFFFFFFFF;", "")]
    [InlineData("&#60;b&#x3e;&#60b", "<b><b", "")]
    [InlineData("➡️ ➡️<i>➡️ ➡️</i>", "➡️ ➡️➡️ ➡️", "Italic 5 5")]
    [InlineData("➡️ ➡️<em>➡️ ➡️</em>", "➡️ ➡️➡️ ➡️", "Italic 5 5")]
    [InlineData("➡️ ➡️<B>➡️ ➡️</b>", "➡️ ➡️➡️ ➡️", "Bold 5 5")]
    [InlineData("➡️ ➡️<strong>➡️ ➡️</STRONG>", "➡️ ➡️➡️ ➡️", "Bold 5 5")]
    [InlineData("➡️ ➡️<u>➡️ ➡️</u>", "➡️ ➡️➡️ ➡️", "Underline 5 5")]
    [InlineData("➡️ ➡️<ins>➡️ ➡️</ins>", "➡️ ➡️➡️ ➡️", "Underline 5 5")]
    [InlineData("➡️ ➡️<s>➡️ ➡️</s>", "➡️ ➡️➡️ ➡️", "Strikethrough 5 5")]
    [InlineData("➡️ ➡️<strike>➡️ ➡️</strike>", "➡️ ➡️➡️ ➡️", "Strikethrough 5 5")]
    [InlineData("➡️ ➡️<del>➡️ ➡️</del>", "➡️ ➡️➡️ ➡️", "Strikethrough 5 5")]
    [InlineData("➡️ ➡️<blockquote>➡️ ➡️</blockquote>", "➡️ ➡️➡️ ➡️", "Blockquote 5 5")]
    [InlineData("➡️ ➡️<i>➡️ ➡️</i><b>➡️ ➡️</b>", "➡️ ➡️➡️ ➡️➡️ ➡️", "Italic 5 5|Bold 10 5")]
    [InlineData("🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", "Italic 5 6")]
    [InlineData("🏟 🏟<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>", "🏟 🏟🏟 ><🏟", "Italic 5 7|Bold 9 3")]
    [InlineData("🏟 🏟&lt;<i    aba  =  190azAz-.   >a</i>", "🏟 🏟<a", "Italic 6 1")]
    [InlineData("🏟 🏟&lt;<i    aba  =  190azAz-.>a</i>", "🏟 🏟<a", "Italic 6 1")]
    [InlineData("🏟 🏟&lt;<i    aba  =  \"&lt;&gt;&quot;\">a</i>", "🏟 🏟<a", "Italic 6 1")]
    [InlineData("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;'>a</>", "🏟 🏟<a", "Italic 6 1")]
    [InlineData("🏟 🏟&lt;<i>🏟 🏟&lt;</>", "🏟 🏟<🏟 🏟<", "Italic 6 6")]
    [InlineData("🏟 🏟&lt;<i>a</    >", "🏟 🏟<a", "Italic 6 1")]
    [InlineData("🏟 🏟&lt;<i>a</i   >", "🏟 🏟<a", "Italic 6 1")]
    [InlineData("🏟 🏟&lt;<b></b>", "🏟 🏟<", "")]
    [InlineData("<i>\t</i>", "\t", "Italic 0 1")]
    [InlineData("<i>\r</i>", "\r", "Italic 0 1")]
    [InlineData("<i>\n</i>", "\n", "Italic 0 1")]
    [InlineData("➡️ ➡️<span class = \"tg-spoiler\">➡️ ➡️</span><b>➡️ ➡️</b>", "➡️ ➡️➡️ ➡️➡️ ➡️", "Spoiler 5 5|Bold 10 5")]
    [InlineData("🏟 🏟<tg-spoiler>🏟 &gt;<b aba   =   caba>&lt🏟</b></tg-spoiler>", "🏟 🏟🏟 ><🏟", "Spoiler 5 7|Bold 9 3")]
    [InlineData("<a href=telegram.org>\t</a>", "\t", "Link 0 1 http://telegram.org/")]
    [InlineData("<a href  =\"telegram.org\"   > </a>", " ", "Link 0 1 http://telegram.org/")]
    [InlineData("<a   href=  'telegram.org?&lt;'   > </a>", " ", "Link 0 1 http://telegram.org/?<")]
    [InlineData("<a> </a>", " ", "")]
    [InlineData("<a>telegram.org </a>", "telegram.org ", "")]
    [InlineData("<a>telegram.org</a>", "telegram.org", "Link 0 12 http://telegram.org/")]
    [InlineData("<a>https://telegram.org/asdsa?asdasdwe#12e3we</a>", "https://telegram.org/asdsa?asdasdwe#12e3we", "Link 0 42 https://telegram.org/asdsa?asdasdwe#12e3we")]
    [InlineData("<a href=\"tg://user?id=42\">Ann</a>", "Ann", "Mention 0 3 42")]
    [InlineData("<a href=\"tg://resolve?domain=durov\">x</a>", "x", "Link 0 1 tg://resolve?domain=durov")]
    [InlineData("<a href=\"HTTPS://Example.COM:08080/Path A\">x</a>", "x", "Link 0 1 https://example.com:8080/Path%20A")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "x", "")]
    [InlineData("<a href=\"localhost\">x</a>", "x", "")]
    [InlineData("<code><i><b> </b></i></code><i><b><code> </code></b></i>", "  ", "Code 0 1|Bold 0 1|Italic 0 1|Code 1 1|Bold 1 1|Italic 1 1")]
    [InlineData("<i><b> </b> <code> </code></i>", "   ", "Italic 0 3|Bold 0 1|Code 2 1")]
    [InlineData("🏟 🏟&lt;<pre  >🏟 🏟&lt;</>", "🏟 🏟<🏟 🏟<", "Pre 6 6")]
    [InlineData("🏟 🏟&lt;<code >🏟 🏟&lt;</>", "🏟 🏟<🏟 🏟<", "Code 6 6")]
    [InlineData("🏟 🏟&lt;<pre><code>🏟 🏟&lt;</code></>", "🏟 🏟<🏟 🏟<", "Pre 6 6|Code 6 6")]
    [InlineData("🏟 🏟&lt;<pre><code class=\"language-\">🏟 🏟&lt;</code></>", "🏟 🏟<🏟 🏟<", "Pre 6 6|Code 6 6")]
    [InlineData("🏟 🏟&lt;<pre><code class=\"language-fift\">🏟 🏟&lt;</></>", "🏟 🏟<🏟 🏟<", "PreWithLanguage 6 6 fift")]
    [InlineData("🏟 🏟&lt;<code class=\"language-fift\"><pre>🏟 🏟&lt;</></>", "🏟 🏟<🏟 🏟<", "PreWithLanguage 6 6 fift")]
    [InlineData("🏟 🏟&lt;<pre><code class=\"language-fift\">🏟 🏟&lt;</> </>", "🏟 🏟<🏟 🏟< ", "Pre 6 7|Code 6 6")]
    [InlineData("🏟 🏟&lt;<pre> <code class=\"language-fift\">🏟 🏟&lt;</></>", "🏟 🏟< 🏟 🏟<", "Pre 6 7|Code 7 6")]
    [InlineData("➡️ ➡️<tg-emoji emoji-id = \"12345\">➡️ ➡️</tg-emoji><b>➡️ ➡️</b>", "➡️ ➡️➡️ ➡️➡️ ➡️", "CustomEmoji 5 5 12345|Bold 10 5")]
    [InlineData("🏟 🏟<b aba   =   caba><tg-emoji emoji-id=\"1\">🏟</tg-emoji>1</b>", "🏟 🏟🏟1", "Bold 5 3|CustomEmoji 5 2 1")]
    [InlineData("<tg-time unix = \"12345\", format = \"tttTTdDwW\">➡️</tg-time>", "➡️", "Time 0 2 12345 tttTTdDwW")]
    [InlineData("<tg-time unix = \"12345\">➡️</tg-time>", "➡️", "Time 0 2 12345")]
    [InlineData("<blockquote   cite=\"\" askdlbas nasjdbaj nj12b3>a&lt;<pre  >b;</></>", "a<b;", "Blockquote 0 4|Pre 2 2")]
    [InlineData("<blockquote   expandable>a&lt;<pre  >b;</></>", "a<b;", "ExpandableBlockquote 0 4|Pre 2 2")]
    [InlineData("<blockquote   expandable   asd>a&lt;<pre  >b;</></>", "a<b;", "ExpandableBlockquote 0 4|Pre 2 2")]
    [InlineData("<blockquote   expandable=false>a&lt;<pre  >b;</></>", "a<b;", "ExpandableBlockquote 0 4|Pre 2 2")]
    public void Parse_WhatTelegramAccepts_HasItsTextAndEntities(string markup, string text, string entities)
    {
        var parsed = MarkupParser.Parse(markup);

        parsed.Error.Should().BeNull();
        parsed.Text.Should().Be(text);
        string.Join('|', parsed.Entities.Select(Describe)).Should().Be(entities);
    }

    internal static string Describe(MarkupEntity entity) => $"{entity.Kind} {entity.Offset} {entity.Length} {entity.Argument} {entity.Format}".TrimEnd();
}
