namespace TelegramMarketing.Publishing;

/// <summary>A start tag whose end tag has not come yet.</summary>
internal sealed class OpenTag(string name, int position, int offset, OpenTag? outer)
{
    /// <summary>Lower-case.</summary>
    public string Name { get; } = name;

    /// <summary>Where the tag stands in the markup.</summary>
    public int Position { get; } = position;

    /// <summary>Where its content begins in the text.</summary>
    public int Offset { get; } = offset;

    /// <summary>The tag that it stands in.</summary>
    public OpenTag? Outer { get; } = outer;

    /// <summary>What the attribute that counts for this tag says: the link, the language, the class, the id or the format.</summary>
    public string Argument { get; private set; } = "";

    /// <summary>The moment of a time, as it was written.</summary>
    public string Unix { get; private set; } = "";

    /// <summary>Takes an attribute in; those that mean nothing for the tag are passed over, as Telegram does.</summary>
    public void Take(string attribute, string value)
    {
        switch (Name, attribute)
        {
            case ("a", "href"):
            case ("tg-emoji", "emoji-id"):
            case ("tg-time", "format"):
                Argument = value;
                break;
            case ("tg-time", "unix"):
                Unix = value;
                break;
            case ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal):
                Argument = value["language-".Length..];
                break;
            case ("span", "class") when value.StartsWith("tg-", StringComparison.Ordinal):
                Argument = value["tg-".Length..];
                break;
            case ("blockquote", "expandable"):
                Argument = "1";
                break;
        }
    }
}
