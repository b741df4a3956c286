namespace TelegramMarketing.Charts.Drawing;

/// <summary>
/// The colours of a theme. The series can be told apart by people who do not see red, green or blue as others do, and differ in their markers as well; text has a contrast of
/// at least 4.5, and lines one of at least 3 (WCAG 2.2).
/// </summary>
internal sealed class Palette
{
    private const string Black = "#1b1f24";
    private const string White = "#ffffff";

    private readonly IReadOnlyDictionary<Ink, string> _colours;

    private Palette(IReadOnlyDictionary<Ink, string> colours) => _colours = colours;

    public static Palette Light { get; } = new(new Dictionary<Ink, string>
    {
        [Ink.Paper] = "#ffffff",
        [Ink.Text] = Black,
        [Ink.Muted] = "#57606a",
        [Ink.Grid] = "#dde2e7",
        [Ink.Axis] = "#848d97",
        [Ink.Bar] = "#5b8db8",
        [Ink.More] = "#0b62b8",
        [Ink.Fewer] = "#c04a00",
        [Ink.Unclear] = "#6e7781",
        [Ink.Series0] = "#0a4bc8",
        [Ink.Series1] = "#f0590f",
        [Ink.Series2] = "#1f9f80",
        [Ink.Series3] = "#ac5cc8",
        [Ink.Series4] = "#7a1a06",
        [Ink.Series5] = "#1f2933",
        [Ink.Heat0] = "#e4eefa",
        [Ink.Heat1] = "#bcd7f2",
        [Ink.Heat2] = "#8bbae6",
        [Ink.Heat3] = "#3f74ab",
        [Ink.Heat4] = "#205a96",
        [Ink.Heat5] = "#08356b",
        [Ink.HeatText0] = Black,
        [Ink.HeatText1] = Black,
        [Ink.HeatText2] = Black,
        [Ink.HeatText3] = White,
        [Ink.HeatText4] = White,
        [Ink.HeatText5] = White,
    });

    public static Palette Dark { get; } = new(new Dictionary<Ink, string>
    {
        [Ink.Paper] = "#14181f",
        [Ink.Text] = "#e6edf3",
        [Ink.Muted] = "#9da7b3",
        [Ink.Grid] = "#2d343d",
        [Ink.Axis] = "#768390",
        [Ink.Bar] = "#5b8db8",
        [Ink.More] = "#6cb6ff",
        [Ink.Fewer] = "#ff9d5c",
        [Ink.Unclear] = "#9da7b3",
        [Ink.Series0] = "#58a6ff",
        [Ink.Series1] = "#f0883e",
        [Ink.Series2] = "#2bc4a0",
        [Ink.Series3] = "#e58ac4",
        [Ink.Series4] = "#e9d35b",
        [Ink.Series5] = "#f0f3f6",
        [Ink.Heat0] = "#18293d",
        [Ink.Heat1] = "#1b3f63",
        [Ink.Heat2] = "#1f5689",
        [Ink.Heat3] = "#5d9fdb",
        [Ink.Heat4] = "#8fc1f2",
        [Ink.Heat5] = "#cfe5fc",
        [Ink.HeatText0] = White,
        [Ink.HeatText1] = White,
        [Ink.HeatText2] = White,
        [Ink.HeatText3] = Black,
        [Ink.HeatText4] = Black,
        [Ink.HeatText5] = Black,
    });

    /// <summary>The colour as <c>#rrggbb</c>.</summary>
    public string this[Ink ink] => _colours[ink];

    public static Palette Of(ChartTheme theme) => theme == ChartTheme.Dark ? Dark : Light;

    /// <summary>The colour of the n-th series; they begin anew after six.</summary>
    public static Ink Series(int index) => Ink.Series0 + (index % 6);

    /// <summary>The colour of a share between 0 and 1, and that of text on it.</summary>
    public static (Ink Fill, Ink Text) Heat(double share)
    {
        var step = (int)Math.Clamp(Math.Floor(share * 6), 0, 5);
        return (Ink.Heat0 + step, Ink.HeatText0 + step);
    }
}
