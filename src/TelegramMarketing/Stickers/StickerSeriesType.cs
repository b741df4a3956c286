namespace TelegramMarketing;

/// <summary>What the stickers of a series are for.</summary>
public enum StickerSeriesType
{
    /// <summary>Stickers that people send. At most 120 in a series.</summary>
    Regular,

    /// <summary>Masks that people lay over faces in photos. At most 120 in a series.</summary>
    Mask,

    /// <summary>Emoji of 100 x 100 pixels that stand in texts. At most 200 in a series.</summary>
    CustomEmoji,
}
