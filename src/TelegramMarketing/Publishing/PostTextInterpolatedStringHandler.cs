using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using TelegramMarketing.Publishing;

namespace TelegramMarketing;

/// <summary>
/// What the compiler makes of the interpolated string given to <see cref="PostText.Html(PostTextInterpolatedStringHandler)"/>. It is not
/// meant to be used by hand.
/// </summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct PostTextInterpolatedStringHandler
{
    private readonly StringBuilder markup;
    private readonly IFormatProvider provider;
    private MarkupContext context;

    /// <summary>Called by the compiler.</summary>
    public PostTextInterpolatedStringHandler(int literalLength, int formattedCount)
        : this(literalLength, formattedCount, CultureInfo.InvariantCulture)
    {
    }

    /// <summary>Called by the compiler.</summary>
    public PostTextInterpolatedStringHandler(int literalLength, int formattedCount, IFormatProvider? provider)
    {
        markup = new StringBuilder(literalLength + (formattedCount * 16));
        this.provider = provider ?? CultureInfo.InvariantCulture;
    }

    /// <summary>Appends markup that stands in the program.</summary>
    public void AppendLiteral(string value)
    {
        var clean = PostTextCleaning.Clean(value);
        markup.Append(clean);
        context.Advance(clean);
    }

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, 0, null);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T value, string? format) => AppendFormatted(value, 0, format);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T value, int alignment, string? format)
    {
        if (value is PostText text && Check() == MarkupPlace.Text)
        {
            Pad(text.PlainText.Length, alignment, isBefore: true);
            CharacterReference.Seal(markup);
            markup.Append(text.Markup);
            CharacterReference.Seal(markup);
            Pad(text.PlainText.Length, alignment, isBefore: false);
            return;
        }

        AppendText(Format(value, format), alignment);
    }

    /// <summary>Appends a value.</summary>
    public void AppendFormatted(string? value) => AppendText(value ?? "", 0);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<char> value) => AppendText(value.ToString(), 0);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<char> value, int alignment) => AppendText(value.ToString(), alignment);

    internal readonly string ToMarkup() => markup?.ToString() ?? "";

    // What a value becomes can neither open nor close a tag or quotation, so the place stays the same.
    private readonly void AppendText(string value, int alignment)
    {
        var place = Check();
        CharacterReference.Seal(markup);
        var clean = PostTextCleaning.Clean(value);
        Pad(clean.Length, alignment, isBefore: true);
        CharacterReference.AppendEscaped(markup, clean, inAttribute: place != MarkupPlace.Text);
        Pad(clean.Length, alignment, isBefore: false);
    }

    private readonly MarkupPlace Check() => MarkupAdvice.Misplaced(context.Place, markup.Length) is { } fault
        ? throw MarkupAdvice.Exception(markup.ToString(), fault, isOfTelegram: false)
        : context.Place;

    private readonly string Format<T>(T value, string? format)
    {
        if (provider.GetFormat(typeof(ICustomFormatter)) is ICustomFormatter formatter)
        {
            return formatter.Format(format, value, provider);
        }

        return value switch
        {
            // The text of an address is unescaped for the eye; in a link it must stay as it is.
            Uri { IsAbsoluteUri: true } uri when context.Place != MarkupPlace.Text => uri.AbsoluteUri,
            IFormattable formattable => formattable.ToString(format, provider),
            _ => value?.ToString() ?? "",
        };
    }

    private readonly void Pad(int length, int alignment, bool isBefore)
    {
        if (alignment != 0 && (alignment > 0) == isBefore && Math.Abs((long)alignment) > length)
        {
            markup.Append(' ', (int)(Math.Abs((long)alignment) - length));
        }
    }
}
