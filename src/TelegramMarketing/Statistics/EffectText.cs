using System.Globalization;

namespace TelegramMarketing.Statistics;

/// <summary>The numbers of an effect as they are written: with one digit, or with two where one would make them look like 1.0.</summary>
internal readonly struct EffectText(CultureInfo culture, ViewEffect effect)
{
    private readonly string _format = Math.Abs(effect.Ratio - 1) < 0.1 || Math.Abs(effect.Low - 1) < 0.1 || Math.Abs(effect.High - 1) < 0.1 || effect.Low < 0.1 ? "0.00" : "0.0";

    public string Ratio => effect.Ratio.ToString(_format, culture);

    public string Low => effect.Low.ToString(_format, culture);

    public string High => effect.High.ToString(_format, culture);
}
