using System.Globalization;
using System.Runtime.CompilerServices;

namespace TelegramMarketing;

/// <summary>How a picture is drawn.</summary>
public sealed record ChartOptions
{
    /// <summary>The narrowest picture, in pixels: in less the labels have no room.</summary>
    public const int MinWidth = 480;

    /// <summary>The lowest picture, in pixels.</summary>
    public const int MinHeight = 240;

    /// <summary>The largest width and height, in pixels.</summary>
    public const int MaxSize = 4000;

    private readonly int _width = 720;
    private readonly int? _height;
    private readonly ChartTheme _theme;

    /// <summary>The width in pixels of CSS; a PNG has as many times more as its scale says.</summary>
    /// <value>Defaults to 720.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not from <see cref="MinWidth"/> to <see cref="MaxSize"/>.</exception>
    public int Width
    {
        get => _width;
        init => _width = Within(MinWidth, value);
    }

    /// <summary>The height in pixels of CSS. A picture with many rows becomes higher, so that each can be read.</summary>
    /// <value>Defaults to <see langword="null"/>: as high as its contents ask for.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not from <see cref="MinHeight"/> to <see cref="MaxSize"/>.</exception>
    public int? Height
    {
        get => _height;
        init => _height = value is { } height ? Within(MinHeight, height) : null;
    }

    /// <summary>On what the picture is seen.</summary>
    /// <value>Defaults to <see cref="ChartTheme.Light"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">There is no such theme.</exception>
    public ChartTheme Theme
    {
        get => _theme;
        init => _theme = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such theme. Take Light or Dark.");
    }

    /// <summary>
    /// The language, and how numbers and dates are written. There are words in English, Italian, Spanish, Russian and Arabic, which is drawn from right to left; any other
    /// culture has English words and its own numbers.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: English.</value>
    public CultureInfo? Culture { get; init; }

    /// <summary>The heading, in place of the one that says what the picture shows. What has no room ends with an ellipsis.</summary>
    /// <value>Defaults to <see langword="null"/>: what the picture shows, in the language of <see cref="Culture"/>.</value>
    public string? Title { get; init; }

    private static int Within(int least, int value, [CallerMemberName] string property = "") => value >= least && value <= MaxSize
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"The {property} of a picture is from {least} to {MaxSize} pixels. Make it larger with the scale of the PNG, or smaller in the page.");
}
