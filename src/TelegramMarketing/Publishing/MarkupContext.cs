namespace TelegramMarketing.Publishing;

/// <summary>Follows a markup piece by piece, to know where a value stands that is put between two pieces.</summary>
internal struct MarkupContext
{
    public MarkupPlace Place { get; private set; }

    public void Advance(ReadOnlySpan<char> markup)
    {
        while (!markup.IsEmpty)
        {
            // Only these can leave text or a quoted value, so the rest is passed over at once.
            var skip = Place switch
            {
                MarkupPlace.Text => markup.IndexOf('<'),
                MarkupPlace.SingleQuoted => markup.IndexOf('\''),
                MarkupPlace.DoubleQuoted => markup.IndexOf('"'),
                _ => 0,
            };
            if (skip < 0)
            {
                return;
            }

            Place = Next(markup[skip]);
            markup = markup[(skip + 1)..];
        }
    }

    private readonly MarkupPlace Next(char c)
    {
        var isSpace = c is ' ' or '\t' or '\n';
        return Place switch
        {
            MarkupPlace.Text => MarkupPlace.TagStart,
            MarkupPlace.SingleQuoted or MarkupPlace.DoubleQuoted => MarkupPlace.InTag,
            _ when c == '>' => MarkupPlace.Text,
            MarkupPlace.TagStart when c == '/' => MarkupPlace.EndTag,
            MarkupPlace.TagStart or MarkupPlace.TagName => isSpace ? MarkupPlace.InTag : MarkupPlace.TagName,
            MarkupPlace.EndTag => MarkupPlace.EndTag,
            MarkupPlace.BeforeValue when c == '\'' => MarkupPlace.SingleQuoted,
            MarkupPlace.BeforeValue when c == '"' => MarkupPlace.DoubleQuoted,
            MarkupPlace.BeforeValue when isSpace => MarkupPlace.BeforeValue,
            MarkupPlace.BeforeValue or MarkupPlace.UnquotedValue => isSpace ? MarkupPlace.InTag : MarkupPlace.UnquotedValue,
            MarkupPlace.InTag when c == '=' => MarkupPlace.BeforeValue,
            _ => MarkupPlace.InTag,
        };
    }
}
