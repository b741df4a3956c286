using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;
using Snapshooter.Xunit;

namespace TelegramMarketing.Charts.Tests;

public sealed class ReportChartTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    private static readonly Dictionary<string, Func<EditorialReport, ChartOptions?, ReportChart>> _pictures = new()
    {
        ["kinds"] = static (report, options) => report.DrawKinds(options),
        ["growth"] = static (report, options) => report.DrawGrowth(options),
        ["week"] = static (report, options) => report.DrawWeek(options),
        ["audience"] = static (report, options) => report.DrawAudience(options),
    };

    public static TheoryData<string> Pictures => [.. _pictures.Keys];

    public static TheoryData<string, string> PicturesAndLanguages()
    {
        var data = new TheoryData<string, string>();
        foreach (var picture in _pictures.Keys)
        {
            foreach (var language in new[] { "en", "it", "es", "ru", "ar" })
            {
                data.Add(picture, language);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void ToSvg_OfTheBakery_IsAsItWasLookedAt(string picture) =>
        Snapshot.Match(_pictures[picture](Reports.Bakery, null).ToSvg(), $"Picture.{picture}");

    [Fact]
    public void ToSvg_InArabic_IsAsItWasLookedAt() =>
        Snapshot.Match(Reports.Of(PostKind.Of("العروض"), PostKind.Of("Promotion (2026)")).DrawKinds(new() { Culture = new CultureInfo("ar"), Theme = ChartTheme.Dark }).ToSvg(), "Picture.kinds.ar");

    [Theory]
    [MemberData(nameof(Pictures))]
    public void ToPng_Twice_GivesTheSameBytes(string picture)
    {
        var draw = _pictures[picture];

        draw(Reports.Bakery, null).ToPng().Should().Equal(draw(Reports.Bakery, null).ToPng());
        draw(Reports.Bakery, null).ToSvg().Should().Be(draw(Reports.Bakery, null).ToSvg());
    }

    [Fact]
    public void ToPng_OnManyThreads_GivesTheSameBytes()
    {
        var expected = _pictures.ToDictionary(picture => picture.Key, picture => picture.Value(Reports.Bakery, null).ToPng(1));

        Parallel.ForEach(Enumerable.Range(0, 32), index =>
        {
            var (name, draw) = _pictures.ElementAt(index % _pictures.Count);
            draw(Reports.Bakery, null).ToPng(1).Should().Equal(expected[name]);
        });
    }

    [Theory]
    [MemberData(nameof(PicturesAndLanguages))]
    public void Draw_InAnyLanguage_SaysItInItsWords(string picture, string language)
    {
        var chart = _pictures[picture](Reports.Bakery, new() { Culture = new CultureInfo(language) });

        var texts = TextsOf(chart);
        texts.Should().Contain(chart.Title);
        if (language != "en")
        {
            chart.Title.Should().NotBe(_pictures[picture](Reports.Bakery, null).Title);
        }

        XDocument.Parse(chart.ToSvg()).Root!.Attribute("direction")?.Value.Should().Be(language == "ar" ? "rtl" : null);
        Decode(chart.ToPng(1)).Pixels.Distinct().Count().Should().BeGreaterThan(20, "something is drawn");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Draw_OfAnEmptyReport_SaysSo(string picture)
    {
        var chart = _pictures[picture](Reports.Empty, null);

        TextsOf(chart).Should().Equal(chart.Title, chart.Description);
        Decode(chart.ToPng()).Width.Should().Be(1440);
    }

    [Theory]
    [InlineData(720, null, 1, 720)]
    [InlineData(720, 500, 2, 1440)]
    [InlineData(480, 240, 0.5, 240)]
    [InlineData(900, 2000, 1.5, 1350)]
    public void ToPng_OfASize_HasIt(int width, int? height, double scale, int pixels)
    {
        foreach (var draw in _pictures.Values)
        {
            var chart = draw(Reports.Bakery, new() { Width = width, Height = height });
            var png = Decode(chart.ToPng(scale));

            png.Width.Should().Be(pixels);
            png.Height.Should().Be((int)Math.Ceiling(chart.Height * scale));
            chart.Height.Should().BeGreaterThanOrEqualTo(height ?? 0);
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void ToPng_InTheDark_IsDark(string picture)
    {
        var (light, dark) = (Decode(_pictures[picture](Reports.Bakery, null).ToPng(1)), Decode(_pictures[picture](Reports.Bakery, new() { Theme = ChartTheme.Dark }).ToPng(1)));

        light.GetPixel(1, 1).Should().Be(new SKColor(0xFF, 0xFF, 0xFF));
        dark.GetPixel(1, 1).Should().Be(new SKColor(0x14, 0x18, 0x1F));
        light.Pixels.Should().NotEqual(dark.Pixels);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void ToSvg_OfHostileNames_IsWellFormedAndRefersToNothing(string picture)
    {
        var report = Reports.Of(PostKind.Of("<script>alert(1)</script>"), PostKind.Of("\"/><image href='http://example.com/x.png'>"), PostKind.Of("a & b \uD800 \uFFFF"));

        var svg = _pictures[picture](report, new() { Title = "</text><script>x</script>\u0000\u0008" }).ToSvg();

        var parsed = XDocument.Parse(svg);
        parsed.Descendants().Select(element => element.Name.LocalName).Distinct().Should().BeSubsetOf(["svg", "title", "desc", "rect", "polyline", "polygon", "circle", "text"]);
        parsed.Descendants().Attributes().Should().NotContain(attribute => attribute.Name.LocalName.Contains("href") || attribute.Name.LocalName.StartsWith("on"));
    }

    [Theory]
    [MemberData(nameof(PicturesAndLanguages))]
    public void Draw_AtTheSmallestWidth_KeepsAllWithin(string picture, string language)
    {
        var report = Reports.Of([.. Enumerable.Range(1, 9).Select(index => PostKind.Of($"A very long name of a kind of post, and its number {index}")), null]);

        var chart = _pictures[picture](report, new() { Width = ChartOptions.MinWidth, Culture = new CultureInfo(language), Title = new string('W', 200) });

        using var lettering = new Fonts.Lettering();
        foreach (var text in XDocument.Parse(chart.ToSvg()).Descendants(_svg + "text"))
        {
            var (x, width) = (double.Parse(text.Attribute("x")!.Value, CultureInfo.InvariantCulture), lettering.Measure(text.Value, double.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture), text.Attribute("font-weight") is not null));
            var isRightToLeft = text.Attribute("direction")?.Value is { } direction ? direction == "rtl" : language == "ar";
            var left = text.Attribute("text-anchor")?.Value switch
            {
                "middle" => x - (width / 2),
                "end" => isRightToLeft ? x : x - width,
                _ => isRightToLeft ? x - width : x,
            };
            left.Should().BeGreaterThanOrEqualTo(0, text.Value);
            (left + width).Should().BeLessThanOrEqualTo(chart.Width, text.Value);
        }
    }

    [Fact]
    public void DrawKinds_WithoutEffects_HasNoAxisForThem()
    {
        var report = Reports.Bakery with { Kinds = [.. Reports.Bakery.Kinds.Select(kind => kind with { Effect = null })] };

        TextsOf(report.DrawKinds()).Should().NotContain(text => text.Contains('×'));
        TextsOf(Reports.Bakery.DrawKinds()).Should().Contain(["×1.8", "1.4 to 2.3", "23 posts", "×0.97"]);
    }

    [Fact]
    public void DrawKinds_WithTooFewPostsOfAKind_SaysSo()
    {
        var report = Reports.Bakery with { Kinds = [Reports.Bakery.Kinds[0], Reports.Bakery.Kinds[3] with { Effect = null }] };

        TextsOf(report.DrawKinds()).Should().Contain(["×1.8", "too few"]);
    }

    [Theory]
    [InlineData(ChartOptions.MinWidth)]
    [InlineData(1200)]
    public void DrawKinds_OfPostsOfDifferentAges_SaysAllOfIt(int width)
    {
        var report = Reports.Bakery with { Basis = ComparisonBasis.AtLeastOneDay };

        var texts = TextsOf(report.DrawKinds(new() { Width = width }));

        string.Join(' ', texts).Should().Contain(report.BasisText, "a first impression must not pass for more");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Draw_OfExtremeFigures_DrawsThem(string picture)
    {
        var report = Reports.Bakery with
        {
            Kinds = [Reports.Bakery.Kinds[0] with { MedianViews = Count.Exact(0), Effect = new(0, 0, double.PositiveInfinity) }, Reports.Bakery.Kinds[1] with { MedianViews = Count.Exact(long.MaxValue / 2) }],
            Growth = [new(null, [new(TimeSpan.FromDays(3650), 1, Count.Exact(0))])],
            Week = [new(DayOfWeek.Friday, 23, 1, Count.Exact(0))],
            Audience = [new(Reports.Empty.From, Count.Rounded(12_300, 12_250, 12_399, "12.3K"))],
        };

        var svg = _pictures[picture](report, null).ToSvg();

        svg.Should().NotContain("NaN").And.NotContain("Infinity").And.NotContain("∞");
    }

    [Fact]
    public void WritePng_ToAStream_LeavesItOpen()
    {
        using var stream = new MemoryStream();

        Reports.Bakery.DrawWeek().WritePng(stream);

        stream.ToArray().Should().StartWith([0x89, (byte)'P', (byte)'N', (byte)'G']);
        stream.CanWrite.Should().BeTrue();
    }

    [Theory]
    [InlineData(0.49)]
    [InlineData(4.01)]
    [InlineData(double.NaN)]
    public void ToPng_OfAnUnfitScale_IsRefused(double scale)
    {
        var draw = () => Reports.Bakery.DrawWeek().ToPng(scale);

        draw.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*0.5 to 4*");
    }

    [Fact]
    public void Options_OfUnfitValues_AreRefused()
    {
        FluentAction(() => new ChartOptions { Width = 479 }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*Width*480 to 4000*");
        FluentAction(() => new ChartOptions { Height = 4001 }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*Height*240 to 4000*");
        FluentAction(() => new ChartOptions { Theme = (ChartTheme)7 }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*Light or Dark*");

        static Func<ChartOptions> FluentAction(Func<ChartOptions> create) => create;
    }

    private static List<string> TextsOf(ReportChart chart) => [.. XDocument.Parse(chart.ToSvg()).Descendants(_svg + "text").Select(text => text.Value)];

    private static SKBitmap Decode(byte[] png) => SKBitmap.Decode(png);
}
