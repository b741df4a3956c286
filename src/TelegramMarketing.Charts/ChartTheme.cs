namespace TelegramMarketing;

/// <summary>On what a picture is seen.</summary>
public enum ChartTheme
{
    /// <summary>Dark on white: for paper, mail and most pages.</summary>
    Light,

    /// <summary>Light on black.</summary>
    Dark,
}
