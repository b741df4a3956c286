using System.Globalization;
using System.Runtime.CompilerServices;

namespace TelegramMarketing.Publishing;

/// <summary>The text of a violation, written only when the rule is broken, so that a good post costs nothing.</summary>
[InterpolatedStringHandler]
internal ref struct ViolationMessage
{
    private DefaultInterpolatedStringHandler _inner;

    public ViolationMessage(int literalLength, int formattedCount, bool broken, out bool isNeeded)
    {
        isNeeded = broken;
        _inner = broken ? new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    public void AppendLiteral(string value) => _inner.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => _inner.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => _inner.AppendFormatted(value, format);

    public string ToStringAndClear() => _inner.ToStringAndClear();
}
