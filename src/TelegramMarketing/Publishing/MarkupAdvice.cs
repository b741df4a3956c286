using System.Net;

namespace TelegramMarketing.Publishing;

/// <summary>Says what is wrong with a markup, where, and what to write instead.</summary>
internal static class MarkupAdvice
{
    private const int MaxQuoted = 200;

    private const string AllowedTags = "Telegram knows a, b, strong, i, em, u, ins, s, strike, del, code, pre, blockquote, tg-spoiler, span with class tg-spoiler, tg-emoji and tg-time.";

    public static PostTextFormatException Exception(string markup, MarkupFault fault, bool isOfTelegram)
    {
        var before = markup.AsSpan(0, Math.Min(fault.Position, markup.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        var says = fault.Message.Length <= MaxQuoted ? fault.Message : $"{fault.Message[..(char.IsHighSurrogate(fault.Message[MaxQuoted - 1]) ? MaxQuoted - 1 : MaxQuoted)]}…";
        var advice = isOfTelegram ? Remedy(fault) : "";
        var intro = isOfTelegram ? "Telegram would refuse this markup" : "The markup can't be used";
        return new PostTextFormatException(
            FormattableString.Invariant($"{intro}, at line {line}, column {column}: {says}{(isOfTelegram && !says.EndsWith('.') ? "." : "")} {advice}").TrimEnd(),
            fault.Position,
            line,
            column);
    }

    /// <summary>A reference that browsers know and Telegram would show as it stands.</summary>
    public static MarkupFault? UnknownReference(string markup)
    {
        var context = new MarkupContext();
        var read = 0;
        for (var at = markup.IndexOf('&', StringComparison.Ordinal); at >= 0; at = markup.IndexOf('&', at + 1))
        {
            context.Advance(markup.AsSpan(read, at - read));
            read = at;
            var length = 1;
            while (at + length < markup.Length && length < 32 && char.IsAsciiLetterOrDigit(markup[at + length]))
            {
                length++;
            }

            if (context.Place != MarkupPlace.Text || at + length >= markup.Length || markup[at + length] != ';'
                || CharacterReference.Decode(markup.AsSpan(at, length + 1), out _) != 0)
            {
                continue;
            }

            var reference = markup.Substring(at, length + 1);
            var decoded = WebUtility.HtmlDecode(reference);
            if (!string.Equals(decoded, reference, StringComparison.Ordinal))
            {
                return new MarkupFault(at, FormattableString.Invariant(
                    $"Telegram doesn't know {reference} and would show it as it stands. Write the character itself or &#{(int)decoded[0]}; (or &amp;{reference[1..]} to show the name)."));
            }
        }

        return null;
    }

    /// <summary>Refuses a value where it could change what the markup means.</summary>
    public static MarkupFault? Misplaced(MarkupPlace place, int position) => place switch
    {
        MarkupPlace.Text or MarkupPlace.SingleQuoted or MarkupPlace.DoubleQuoted => null,
        MarkupPlace.BeforeValue or MarkupPlace.UnquotedValue => new MarkupFault(
            position, "A value stands in an attribute without quotation marks. Put them around it: <a href=\"{value}\">."),
        MarkupPlace.TagStart or MarkupPlace.TagName or MarkupPlace.EndTag => new MarkupFault(
            position, "A value stands where a tag is named. Write the tag into the literal, or &lt; if you mean the character <; a whole piece of markup can be put in as a PostText."),
        _ => new MarkupFault(
            position, "A value stands where an attribute is named. Write the attribute into the literal, with the value in quotation marks: <a href=\"{value}\">."),
    };

    private static string Remedy(MarkupFault fault)
    {
        if (fault.Message.StartsWith("Unsupported start tag", StringComparison.Ordinal))
        {
            return Unsupported(fault.TagName);
        }

        if (fault.Message.StartsWith("Can't find end tag", StringComparison.Ordinal))
        {
            return $"Close it with </{fault.TagName}>.";
        }

        if (fault.Message.StartsWith("Unmatched end tag", StringComparison.Ordinal))
        {
            return $"Close <{fault.TagName}> first: tags are closed in the reverse order of their opening.";
        }

        if (fault.Message.StartsWith("Unexpected end tag", StringComparison.Ordinal))
        {
            return "No tag is open here: take the end tag out.";
        }

        if (fault.Message.StartsWith("Unclosed", StringComparison.Ordinal))
        {
            return "The > of the tag, or the closing quotation mark of a value, is missing. For the character < write &lt;.";
        }

        return fault.TagName switch
        {
            "span" => "Write <tg-spoiler>, or leave the span out.",
            "tg-emoji" => "Write <tg-emoji emoji-id=\"…\"> with the number of the custom emoji.",
            "tg-time" => "The format is r alone, or letters of t, T, d, D, w and W.",
            _ => fault.Message.StartsWith("Unexpected end of name token", StringComparison.Ordinal)
                ? "Put quotation marks around the value of the attribute."
                : fault.Message.StartsWith("Text contains invalid", StringComparison.Ordinal)
                    ? "Write the whole character instead of half of a surrogate pair."
                    : "Write attributes as name=\"value\"; tags don't end with />.",
        };
    }

    private static string Unsupported(string tag) => tag.TrimEnd('/') switch
    {
        "" => "For the character < write &lt;, or put the text in as a value.",
        "br" => "Use a line break (\\n) instead of <br>.",
        "p" or "div" => $"Use line breaks (\\n) instead of <{tag}>.",
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => "Use <b> for a heading.",
        "ul" or "ol" or "li" => "Use lines that begin with • or a number for a list.",
        "img" or "video" or "audio" => "Add media to the post itself.",
        "hr" => "Use a line of characters instead of <hr>.",
        "q" => "Use <blockquote>, or quotation marks.",
        "spoiler" => "Use <tg-spoiler>.",
        _ => $"{AllowedTags} For the character < write &lt;.",
    };
}
