using System.Globalization;
using TelegramMarketing.Charts.Drawing;

namespace TelegramMarketing.Charts.Tests;

public sealed class PaletteTests
{
    /// <summary>What people see who lack red, green or blue cones (Machado, Oliveira and Fernandes 2009, severity 1), in linear light.</summary>
    private static readonly Dictionary<string, double[]> _eyes = new()
    {
        ["all cones"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["no red"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["no green"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["no blue"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    public static TheoryData<ChartTheme> Themes => [ChartTheme.Light, ChartTheme.Dark];

    public static TheoryData<ChartTheme, string> ThemesAndEyes()
    {
        var data = new TheoryData<ChartTheme, string>();
        foreach (var eye in _eyes.Keys)
        {
            data.Add(ChartTheme.Light, eye);
            data.Add(ChartTheme.Dark, eye);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_OnItsGround_HasTheContrastOfWcag(ChartTheme theme)
    {
        var palette = Palette.Of(theme);

        foreach (var ink in new[] { Ink.Text, Ink.Muted, Ink.More, Ink.Fewer, Ink.Unclear })
        {
            Contrast(palette[ink], palette[Ink.Paper]).Should().BeGreaterThanOrEqualTo(4.5, $"{ink} is a colour of text");
        }

        for (var step = 0; step < 6; step++)
        {
            Contrast(palette[Ink.HeatText0 + step], palette[Ink.Heat0 + step]).Should().BeGreaterThanOrEqualTo(4.5, $"counts stand on step {step}");
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Lines_OnThePaper_CanBeSeen(ChartTheme theme)
    {
        var palette = Palette.Of(theme);

        foreach (var ink in Enumerable.Range(0, 6).Select(Palette.Series).Concat([Ink.Bar, Ink.Axis]))
        {
            Contrast(palette[ink], palette[Ink.Paper]).Should().BeGreaterThanOrEqualTo(3, $"{ink} says something");
        }
    }

    [Theory]
    [MemberData(nameof(ThemesAndEyes))]
    public void Series_SeenByAnyEyes_Differ(ChartTheme theme, string eyes)
    {
        var palette = Palette.Of(theme);
        var colours = Enumerable.Range(0, 6).Select(index => Lab(Seen(palette[Palette.Series(index)], _eyes[eyes]))).ToArray();

        for (var one = 0; one < colours.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                // 2.3 is what can just be noticed side by side.
                Distance(colours[one], colours[other]).Should().BeGreaterThan(10, $"series {other} and {one} lie in one picture");
            }
        }
    }

    [Theory]
    [MemberData(nameof(ThemesAndEyes))]
    public void Heat_SeenByAnyEyes_GrowsSteadily(ChartTheme theme, string eyes)
    {
        var palette = Palette.Of(theme);
        var lightness = Enumerable.Range(0, 6).Select(step => Lab(Seen(palette[Ink.Heat0 + step], _eyes[eyes]))[0]).ToList();

        if (theme == ChartTheme.Light)
        {
            lightness.Should().BeInDescendingOrder();
        }
        else
        {
            lightness.Should().BeInAscendingOrder();
        }

        lightness.Zip(lightness.Skip(1), (before, after) => Math.Abs(after - before)).Should().OnlyContain(step => step > 5);
    }

    [Fact]
    public void MoreAndFewer_SeenByAnyEyes_Differ()
    {
        foreach (var palette in new[] { Palette.Light, Palette.Dark })
        {
            foreach (var eye in _eyes.Values)
            {
                Distance(Lab(Seen(palette[Ink.More], eye)), Lab(Seen(palette[Ink.Fewer], eye))).Should().BeGreaterThan(30);
            }
        }
    }

    private static double[] Linear(string colour) =>
        [.. Enumerable.Range(0, 3).Select(part => int.Parse(colour.AsSpan(1 + (2 * part), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];

    private static double[] Seen(string colour, double[] eye)
    {
        var light = Linear(colour);
        return [.. Enumerable.Range(0, 3).Select(row => Math.Clamp((eye[3 * row] * light[0]) + (eye[(3 * row) + 1] * light[1]) + (eye[(3 * row) + 2] * light[2]), 0, 1))];
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(Linear(one)), Luminance(Linear(other)));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(double[] light) => (0.2126 * light[0]) + (0.7152 * light[1]) + (0.0722 * light[2]);

    private static double[] Lab(double[] light)
    {
        var x = F(((0.4124 * light[0]) + (0.3576 * light[1]) + (0.1805 * light[2])) / 0.95047);
        var y = F(Luminance(light));
        var z = F(((0.0193 * light[0]) + (0.1192 * light[1]) + (0.9505 * light[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];

        static double F(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16 / 116.0);
    }

    private static double Distance(double[] one, double[] other) => Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());
}
