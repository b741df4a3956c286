using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TelegramMarketing.PublicPages;

/// <summary>A page of t.me that was understood: a preview, an embed, or a landing page.</summary>
internal abstract record PublicPage
{
    /// <summary>Parses HTML. No script is run and nothing is loaded.</summary>
    protected static IHtmlDocument Document(string html) => new HtmlParser().ParseDocument(html);
}
