using TelegramMarketing.Charts.Drawing;

namespace TelegramMarketing.Charts.Pictures;

/// <summary>The axis of ratios: as long from 1 to 2 as from 1 to a half.</summary>
internal readonly record struct EffectAxis(Scale Scale)
{
    private const double Farthest = 16;

    private static readonly double[][] _ticks = [[0.5, 0.7, 1, 1.4, 2], [0.25, 0.5, 1, 2, 4], [0.06, 0.12, 0.25, 0.5, 1, 2, 4, 8, 16]];

    public static EffectAxis For(IReadOnlyCollection<ViewEffect> effects, double from, double to)
    {
        var low = Math.Clamp(effects.Select(effect => effect.Low).Append(0.75).Min() * 0.97, 1 / Farthest, 1);
        var high = Math.Clamp(effects.Select(effect => effect.High).Append(1.33).Max() * 1.03, 1, Farthest);
        return new(new Scale(low, high, from, to, IsLogarithmic: true));
    }

    public void Draw(Sheet sheet, double top, double bottom)
    {
        var scale = Scale;
        var ticks = (Array.Find(_ticks, set => set[0] <= scale.Low && set[^1] >= scale.High) ?? _ticks[^1]).Where(tick => tick >= scale.Low && tick <= scale.High).ToList();

        // The line at 1 keeps its label; the others give way.
        var unit = sheet.Measure(sheet.Figures.RoundRatio(0.5), Sheet.Small) + 8;
        ticks.RemoveAll(tick => tick != 1 && Math.Abs(scale.At(tick) - scale.At(1)) < unit);
        foreach (var tick in ticks)
        {
            sheet.Line(scale.At(tick), top, scale.At(tick), bottom, tick == 1 ? Ink.Axis : Ink.Grid, tick == 1 ? 1.5 : 1, isDashed: tick == 1);
        }

        sheet.Ticks(ticks.Select(tick => (scale.At(tick), sheet.Figures.RoundRatio(tick))), top - 8);
    }

    /// <returns>The colour by which it was drawn.</returns>
    public Ink DrawEffect(Sheet sheet, ViewEffect effect, double y, string hint)
    {
        var ink = !effect.IsClear ? Ink.Unclear : effect.Ratio > 1 ? Ink.More : Ink.Fewer;
        sheet.Whisker(Scale.At(effect.Low), Scale.At(effect.High), y, ink);
        sheet.Add(new Dot(Scale.At(effect.Ratio), y, 5, ink, effect.IsClear ? DotShape.Circle : DotShape.Ring, $"{hint}, {sheet.Figures.Ratio(effect)} ({sheet.Figures.Interval(effect)})"));
        return ink;
    }
}
