namespace TelegramMarketing;

/// <summary>What a published post shows besides its text.</summary>
public enum PostMediaType
{
    /// <summary>Nothing: a text.</summary>
    None,

    /// <summary>One photo.</summary>
    Photo,

    /// <summary>One video, animation or video note.</summary>
    Video,

    /// <summary>An album of several.</summary>
    Album,

    /// <summary>A file.</summary>
    Document,

    /// <summary>A voice message or music.</summary>
    Audio,

    /// <summary>A sticker.</summary>
    Sticker,

    /// <summary>A poll or quiz.</summary>
    Poll,

    /// <summary>Something else, such as a place.</summary>
    Other,
}
