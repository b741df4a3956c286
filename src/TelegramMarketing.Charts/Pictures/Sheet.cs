using TelegramMarketing.Charts.Drawing;
using TelegramMarketing.Charts.Fonts;
using TelegramMarketing.Charts.Words;
using TelegramMarketing.Statistics;

namespace TelegramMarketing.Charts.Pictures;

/// <summary>What a picture is drawn on: its marks so far, and what all pictures have in common.</summary>
internal sealed class Sheet : IDisposable
{
    public const double Margin = 20;
    public const double Small = 12;
    public const double Normal = 14;

    private const double LineHeight = 16;

    // A reader of an SVG may have a wider font than the one that was measured.
    private const double Slack = 1.15;

    private readonly Lettering _lettering = new();
    private readonly List<Mark> _marks = [];
    private readonly ChartOptions _options;
    private readonly string _title;

    public Sheet(ChartOptions options, Func<Wording, string> title)
    {
        _options = options;
        Words = Wording.For(options.Culture);
        Common = ReportWords.For(options.Culture);
        Figures = new Figures(options.Culture);
        _title = string.IsNullOrWhiteSpace(options.Title) ? title(Words) : options.Title.Trim();
        Add(new Label(Margin, 32, Fit(_title, 17, Width - (2 * Margin), isBold: true), 17, Ink.Text, IsBold: true));
    }

    public Wording Words { get; }

    /// <summary>The words that the report's own tables have.</summary>
    public ReportWords Common { get; }

    public Figures Figures { get; }

    public double Width => _options.Width;

    public double Height(double natural) => _options.Height ?? natural;

    /// <summary>The name of a kind as it is shown.</summary>
    public string NameOf(PostKind? kind) => Common.Name(new KindSummary { Kind = kind, Name = kind?.Name ?? "", Compared = 0, MedianViews = null });

    public void Add(Mark mark) => _marks.Add(mark);

    /// <summary>What stands under the heading, on as many lines as it needs.</summary>
    /// <returns>How much lower than usual the picture begins.</returns>
    public double Note(string text)
    {
        var lines = Lines(text, Width - (2 * Margin)).ToList();
        for (var index = 0; index < lines.Count; index++)
        {
            Add(new Label(Margin, 53 + (index * LineHeight), lines[index], Small, Ink.Muted));
        }

        return (lines.Count - 1) * LineHeight;
    }

    public double Measure(string text, double size, bool isBold = false) => _lettering.Measure(text, size, isBold) * Slack;

    public string Fit(string text, double size, double width, bool isBold = false) => _lettering.Fit(text, size, width / Slack, isBold);

    public void Line(double x1, double y1, double x2, double y2, Ink ink, double width = 1, bool isDashed = false) =>
        Add(new Stroke([(x1, y1), (x2, y2)], ink, width, isDashed));

    /// <summary>A line from one end of an interval to the other, with an end at each.</summary>
    public void Whisker(double low, double high, double y, Ink ink, double cap = 5)
    {
        Line(low, y, high, y, ink, 2);
        Line(low, y - cap, low, y + cap, ink, 2);
        Line(high, y - cap, high, y + cap, ink, 2);
    }

    /// <summary>Labels below a line, without those that would touch the one before. The positions ascend.</summary>
    public void Ticks(IEnumerable<(double X, string Text)> ticks, double y)
    {
        var free = double.NegativeInfinity;
        foreach (var (x, text) in ticks)
        {
            var half = Measure(text, Small) / 2;
            if (x - half >= free && x + half <= Width - 2)
            {
                Add(new Label(x, y, text, Small, Ink.Muted, Anchor.Middle));
                free = x + half + 8;
            }
        }
    }

    public ReportChart Finish(double height, string description, bool isEmpty = false) =>
        new(new Scene(Width, Math.Ceiling(height), _title, description, Common.IsRightToLeft, _marks), _options.Theme, isEmpty);

    /// <summary>An honest empty picture.</summary>
    public ReportChart Empty(string why)
    {
        var height = Height(ChartOptions.MinHeight);
        Add(new Label(Width / 2, (height / 2) + 10, Fit(why, Normal, Width - (2 * Margin)), Normal, Ink.Muted, Anchor.Middle));
        return Finish(height, why, isEmpty: true);
    }

    public void Dispose() => _lettering.Dispose();

    private IEnumerable<string> Lines(string text, double width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Measure(longer, Small) > width)
            {
                yield return line;
                longer = word;
            }

            line = Fit(longer, Small, width);
        }

        yield return line;
    }
}
