namespace TelegramMarketing;

/// <summary>What is to be done to a series.</summary>
public enum StickerActionKind
{
    /// <summary>The series is made, with this sticker among its first.</summary>
    Create,

    /// <summary>A sticker is added.</summary>
    Add,

    /// <summary>A changed picture takes the place of a sticker.</summary>
    Replace,

    /// <summary>A sticker is removed, as the definition has it no more.</summary>
    Remove,

    /// <summary>A sticker is brought to its place.</summary>
    Move,

    /// <summary>A sticker's emoji, keywords or mask position are written.</summary>
    SetWords,

    /// <summary>The title is changed.</summary>
    SetTitle,

    /// <summary>The series' own picture is set.</summary>
    SetThumbnail,
}
