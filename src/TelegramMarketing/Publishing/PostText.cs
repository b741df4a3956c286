using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using TelegramMarketing.Publishing;

namespace TelegramMarketing;

/// <summary>
/// A formatted text that cannot be injected into. <see cref="Html(PostTextInterpolatedStringHandler)"/> keeps the markup that stands in
/// the program and escapes every value put into it; <see cref="Plain"/> escapes all; <see cref="TrustedHtml"/> takes markup that the host
/// vouches for. Markup is checked as Telegram checks it, before anything is sent.
/// </summary>
/// <remarks>
/// <para>Telegram's tags are a, b, strong, i, em, u, ins, s, strike, del, code, pre, blockquote, tg-spoiler, span (with class tg-spoiler),
/// tg-emoji and tg-time. Line breaks are written as such.</para>
/// <para>Line breaks of every kind become one line feed, other control characters than the tab become spaces, and halves of surrogate pairs
/// become U+FFFD, since Telegram takes none of them.</para>
/// </remarks>
public sealed class PostText : IEquatable<PostText>
{
    private static readonly char[] TrimmedByTelegram = [' ', '\n', '\t', '\r', '\v', '\0'];

    private readonly ParsedMarkup parsed;

    private PostText(string markup, ParsedMarkup parsed)
    {
        Markup = markup;
        this.parsed = parsed;
        Length = CountAsTelegram(parsed);
        IsEmpty = PostTextCleaning.IsBlank(parsed.Text);
    }

    /// <summary>A text without a character.</summary>
    public static PostText Empty { get; } = Plain("");

    /// <summary>The text in Telegram's HTML, as it is sent with the parse mode HTML.</summary>
    public string Markup { get; }

    /// <summary>What readers see, without the markup.</summary>
    public string PlainText => parsed.Text;

    /// <summary>The length that Telegram's limits count: Unicode code points of what readers see, without the white space at both ends that Telegram removes.</summary>
    /// <value>A message holds 4096, a caption 1024.</value>
    public int Length { get; }

    /// <summary>Nothing to see but white space and invisible marks: Telegram would refuse it as a message.</summary>
    public bool IsEmpty { get; }

    internal IReadOnlyList<MarkupEntity> Entities => parsed.Entities;

    /// <summary>A text that is shown as it stands: nothing in it is read as markup.</summary>
    public static PostText Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = PostTextCleaning.Clean(text);
        var markup = new StringBuilder(clean.Length);
        CharacterReference.AppendEscaped(markup, clean, inAttribute: false);
        return new PostText(markup.ToString(), new ParsedMarkup { Text = clean });
    }

    /// <summary>
    /// An interpolated string whose literal is markup and whose values are not: <c>PostText.Html($"&lt;b&gt;{productName}&lt;/b&gt;")</c>.
    /// A value is escaped where it stands, in text or in the quoted value of an attribute; numbers and dates are written in the invariant
    /// culture. A <see cref="PostText"/> as a value keeps its markup in text, and gives its plain text to an attribute.
    /// </summary>
    /// <exception cref="PostTextFormatException">Telegram would refuse the markup or drop a part of it, or a value stands where a tag or attribute is named.</exception>
    public static PostText Html(PostTextInterpolatedStringHandler markup) => FromMarkup(markup.ToMarkup());

    // A generic provider, since a plain one would have the analyzers of every host warn of the overload above, whose culture is always the invariant one.

    /// <inheritdoc cref="Html(PostTextInterpolatedStringHandler)"/>
    /// <typeparam name="TProvider">The kind of culture, such as <see cref="CultureInfo"/>.</typeparam>
    /// <param name="provider">The culture in which numbers and dates are written.</param>
    /// <param name="markup">The interpolated string.</param>
    public static PostText Html<TProvider>(TProvider provider, [InterpolatedStringHandlerArgument(nameof(provider))] PostTextInterpolatedStringHandler markup)
        where TProvider : IFormatProvider
    {
        ArgumentNullException.ThrowIfNull(provider);
        return FromMarkup(markup.ToMarkup());
    }

    /// <summary>
    /// Markup that the host vouches for, such as a template from its own editor. Never build it from what others wrote: use
    /// <see cref="Html(PostTextInterpolatedStringHandler)"/> for that. It is checked as a literal is.
    /// </summary>
    /// <exception cref="PostTextFormatException">Telegram would refuse the markup or drop a part of it.</exception>
    public static PostText TrustedHtml(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        return FromMarkup(PostTextCleaning.Clean(markup));
    }

    /// <summary>Texts one after another, with a separator between them that is shown as it stands.</summary>
    public static PostText Join(string separator, params IEnumerable<PostText> texts)
    {
        ArgumentNullException.ThrowIfNull(separator);
        ArgumentNullException.ThrowIfNull(texts);
        var handler = new PostTextInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        var isFirst = true;
        foreach (var text in texts)
        {
            if (!isFirst)
            {
                handler.AppendFormatted(separator);
            }

            handler.AppendFormatted(text);
            isFirst = false;
        }

        return FromMarkup(handler.ToMarkup());
    }

    /// <summary>One text after another.</summary>
    public static PostText operator +(PostText left, PostText right) => Join("", left, right);

    /// <summary>Equal markup.</summary>
    public static bool operator ==(PostText? left, PostText? right) => Equals(left, right);

    /// <summary>Different markup.</summary>
    public static bool operator !=(PostText? left, PostText? right) => !Equals(left, right);

    /// <summary>Texts are equal when their markup is, character by character.</summary>
    public bool Equals(PostText? other) => other is not null && string.Equals(Markup, other.Markup, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PostText);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Markup);

    /// <summary>The <see cref="PlainText"/>.</summary>
    public override string ToString() => PlainText;

    /// <summary>
    /// Parts of which each is at most so long, by <see cref="Length"/>, and fits into one request. The cut is made after a paragraph, else a
    /// line, else a sentence, else a word, else a grapheme, whichever lies in the last three quarters of a part; tags that are open at a cut
    /// are closed and opened again. Only white space at the cuts is lost.
    /// </summary>
    /// <exception cref="PostTextFormatException">The tags around one character alone are too long for a request.</exception>
    internal IReadOnlyList<PostText> Split(int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        return Length <= maxLength && Encoding.UTF8.GetByteCount(Markup) <= PostTextSplitter.MaxMarkupBytes
            ? [this]
            : new PostTextSplitter(parsed, maxLength).Split();
    }

    internal static PostText FromParsed(string markup, ParsedMarkup parsed) => new(markup, parsed);

    private static PostText FromMarkup(string markup)
    {
        var result = MarkupParser.Parse(markup);
        var fault = result.Error ?? result.Loss ?? MarkupAdvice.UnknownReference(markup);
        if (fault is null)
        {
            var clean = PostTextCleaning.CleanParsed(result.Text);
            return new PostText(markup, ReferenceEquals(clean, result.Text) ? result : new ParsedMarkup { Text = clean, Entities = result.Entities });
        }

        throw MarkupAdvice.Exception(markup, fault, isOfTelegram: result.Error is not null);
    }

    private static int CountAsTelegram(ParsedMarkup parsed)
    {
        var text = parsed.Text.AsSpan().TrimEnd(TrimmedByTelegram);
        var unformatted = parsed.Entities is [var first, ..] ? Math.Min(first.Offset, text.Length) : text.Length;
        text = text[(unformatted - text[..unformatted].TrimStart(TrimmedByTelegram).Length)..];
        return PostTextCleaning.CountCodePoints(text);
    }
}
