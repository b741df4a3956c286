namespace TelegramMarketing.Charts.Drawing;

/// <summary>What a colour is for. Which colour that is, the <see cref="Palette"/> says.</summary>
internal enum Ink
{
    Paper,
    Text,
    Muted,
    Grid,
    Axis,
    Bar,
    More,
    Fewer,
    Unclear,
    Series0,
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Heat0,
    Heat1,
    Heat2,
    Heat3,
    Heat4,
    Heat5,
    HeatText0,
    HeatText1,
    HeatText2,
    HeatText3,
    HeatText4,
    HeatText5,
}
