namespace TelegramMarketing.Publishing;

/// <summary>Where in a markup something stands.</summary>
internal enum MarkupPlace
{
    /// <summary>Outside of tags.</summary>
    Text,

    /// <summary>After the &lt; of a tag.</summary>
    TagStart,

    /// <summary>Within the name of a start tag.</summary>
    TagName,

    /// <summary>Within an end tag.</summary>
    EndTag,

    /// <summary>Within a start tag, at or between attribute names.</summary>
    InTag,

    /// <summary>After an equals sign, before the value.</summary>
    BeforeValue,

    /// <summary>Within a value that has no quotation marks.</summary>
    UnquotedValue,

    /// <summary>Within a value in single quotation marks.</summary>
    SingleQuoted,

    /// <summary>Within a value in double quotation marks.</summary>
    DoubleQuoted,
}
