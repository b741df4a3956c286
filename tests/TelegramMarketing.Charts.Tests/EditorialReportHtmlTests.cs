using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Snapshooter.Xunit;

namespace TelegramMarketing.Charts.Tests;

public sealed partial class EditorialReportHtmlTests
{
    public static TheoryData<string> Languages => ["en", "it", "es", "ru", "ar"];

    [Fact]
    public void ToHtml_OfTheBakery_IsAsItWasLookedAt()
    {
        // The style and the pictures are looked at elsewhere.
        var html = Drawn().Replace(Style().Replace(Reports.Bakery.ToHtml(), "<style></style>"), "<svg></svg>");

        Snapshot.Match(html, "Page.en");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ToHtml_InALanguage_IsWellFormedAndSaysSo(string language)
    {
        var page = Parse(Reports.Bakery.ToHtml(new CultureInfo(language)));

        page.DocumentElement.GetAttribute("lang").Should().Be(language);
        page.DocumentElement.GetAttribute("dir").Should().Be(language == "ar" ? "rtl" : "ltr");
        page.QuerySelectorAll("h2").Should().HaveCount(5);
        page.QuerySelectorAll("figure svg").Should().HaveCount(4);
        var answers = page.QuerySelectorAll(".answers li").Select(answer => answer.TextContent);
        answers.Should().HaveCount(2).And.OnlyContain(answer => answer.Length > 20);
        if (language != "en")
        {
            var english = Parse(Reports.Bakery.ToHtml());
            Headings(page).Should().NotIntersectWith(Headings(english));
        }

        static IEnumerable<string> Headings(IHtmlDocument page) => page.QuerySelectorAll("h1, h2, .about, .answers li, section:last-of-type li").Select(heading => heading.TextContent);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ToHtml_AsAFile_RefersToNothingAndRunsNothing(string language)
    {
        var html = Reports.Bakery.ToHtml(new CultureInfo(language));
        var page = Parse(html);

        page.QuerySelectorAll("script, link, img, iframe, object, embed, base, form, a").Should().BeEmpty();
        page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name is "src" or "href" or "srcset" or "style" || attribute.Name.StartsWith("on")).Should().BeEmpty();
        html.Should().NotContain("url(").And.NotContain("@import");
        Addresses().Matches(html).Select(match => match.Value).Distinct().Should().BeSubsetOf(["http://www.w3.org/2000/svg"], "that is the name of a vocabulary, which nobody fetches");
        page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content").Should().StartWith("default-src 'none'");
    }

    [Fact]
    public void ToHtml_OfHostileNames_ShowsThem()
    {
        const string Name = "<script>alert(1)</script>";
        var report = Reports.Of(PostKind.Of(Name), PostKind.News) with
        {
            Tags = [new() { Name = "\"><img src=x onerror=alert(2)>", Compared = 3, MedianViews = Count.Exact(5) }, new() { Name = "&amp;\u0001", Compared = 3, MedianViews = Count.Exact(5) }],
        };

        var page = Parse(report.ToHtml(title: "</title></style><script>alert(3)</script>"));

        page.QuerySelectorAll("script, img").Should().BeEmpty();
        page.QuerySelector("tbody th")!.TextContent.Should().Be(Name);
        page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent).Should().Contain(["\"><img src=x onerror=alert(2)>", "&amp;\uFFFD"]);
        page.QuerySelector("h1")!.TextContent.Should().Be("</title></style><script>alert(3)</script>");
        page.QuerySelectorAll(".answers li")[0].TextContent.Should().Contain(Name);
    }

    [Fact]
    public void ToHtml_ForThoseWhoCannotSee_NamesItsPartsAndCells()
    {
        var page = Parse(Reports.Bakery.ToHtml());

        foreach (var picture in page.QuerySelectorAll("figure svg"))
        {
            picture.GetAttribute("role").Should().Be("img");
            picture.Children[0].LocalName.Should().Be("title");
            picture.Children[1].TextContent.Should().ContainAny("Promotion", "Friday", "2 Mar 2026");
        }

        foreach (var table in page.QuerySelectorAll("table"))
        {
            table.QuerySelector("caption")!.TextContent.Should().NotBeEmpty();
            table.QuerySelectorAll("thead th").Should().OnlyContain(cell => cell.GetAttribute("scope") == "col");
            table.QuerySelectorAll("tbody tr").Should().OnlyContain(row => row.Children[0].GetAttribute("scope") == "row" && row.Children.Length == table.QuerySelectorAll("thead th").Length);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ToHtml_OfAnEmptyReport_SaysThatNothingIsKnown(string language)
    {
        var page = Parse(Reports.Empty.ToHtml(new CultureInfo(language)));

        page.QuerySelectorAll("svg, table").Should().BeEmpty();
        page.QuerySelectorAll(".answers li").Should().ContainSingle();
        page.QuerySelectorAll("section p strong").Should().HaveCount(4, "each picture that is missing says why");
    }

    [Fact]
    public void ToHtml_OfKindsWithoutVerdicts_DoesNotSayThatThereIsNothingToCompare() =>
        Parse((Reports.Bakery with { Verdicts = [] }).ToHtml()).QuerySelectorAll(".answers").Should().BeEmpty();

    [Fact]
    public void ToHtml_OfWhatWasLeftOut_CountsItByReason()
    {
        var page = Parse(Reports.Bakery.ToHtml());

        var section = page.QuerySelectorAll("section").Single(section => section.QuerySelector("h2")!.TextContent == "What was left out, and why");
        section.QuerySelectorAll("li").Select(item => item.TextContent).Should().Equal("2 too young", "1 forwarded");
    }

    [Fact]
    public void ToHtml_InTheDarkAndOnPaper_HasColoursForThem()
    {
        var css = Parse(Reports.Bakery.ToHtml()).QuerySelector("style")!.TextContent;

        css.Should().Contain("@media screen and (prefers-color-scheme: dark)").And.Contain("@media print").And.Contain("size: A4");
        Variables().Matches(css).Select(match => match.Value).Distinct().Should().BeSubsetOf(Definitions().Matches(css).Select(match => match.Value), "a colour that is not defined is black");
    }

    [Fact]
    public void ToHtml_Twice_IsTheSame() => Reports.Bakery.ToHtml().Should().Be(Reports.Bakery.ToHtml());

    // Strict: an error in the markup is an exception.
    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawn();

    [GeneratedRegex(@"\w+://[^""'\s<>)]+")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?<=var\()--\w+")]
    private static partial Regex Variables();

    [GeneratedRegex(@"--\w+(?=:)")]
    private static partial Regex Definitions();
}
