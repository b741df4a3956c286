namespace TelegramMarketing;

/// <summary>Why something did not happen. Each value is something a caller can act on.</summary>
public enum TelegramMarketingError
{
    /// <summary>Telegram said no in words that this library does not know. See the message.</summary>
    Other,

    /// <summary>The post breaks rules of Telegram's; <see cref="TelegramMarketingException.Violations"/> lists all of them. Nothing was sent.</summary>
    InvalidPost,

    /// <summary>Telegram refused the content: its markup, length, buttons or file. Change it.</summary>
    ContentRefused,

    /// <summary>Telegram could not fetch the media's address, after a few tries. Check the address, or upload the file.</summary>
    MediaUnavailable,

    /// <summary>There is no such channel or person, or the bot has never met it.</summary>
    ChatNotFound,

    /// <summary>The bot is not a member, or lacks a right. Make it an administrator with the right named in the message.</summary>
    MissingRights,

    /// <summary>The bot's token is wrong or was revoked.</summary>
    InvalidToken,

    /// <summary>There is no such message.</summary>
    MessageNotFound,

    /// <summary>The message cannot be changed: too old, or of a kind that cannot.</summary>
    MessageNotChangeable,

    /// <summary>The person has never started the bot, has blocked it, or has deleted the account.</summary>
    RecipientUnavailable,

    /// <summary>Bytes left and no clear answer came: it may be there or not. Do not repeat it blindly; look, then settle it in the ledger.</summary>
    OutcomeUnknown,

    /// <summary>An equal post to the same channel is still Unknown or Held, under <see cref="TelegramMarketingException.PublicationId"/>.</summary>
    EqualPostPending,

    /// <summary>The idempotency key was used for other content.</summary>
    IdempotencyConflict,

    /// <summary>It could not go out within the grace period.</summary>
    Missed,

    /// <summary>Telegram cannot be reached, after the tries that the call allows. Nothing was changed.</summary>
    Unreachable,

    /// <summary>Telegram asks to wait longer than the call allows; see <see cref="TelegramMarketingException.RetryAfter"/>.</summary>
    TooManyRequests,

    /// <summary>Another process reads this bot's updates, or a webhook is set.</summary>
    Conflict,

    /// <summary>The channel has no public page that lists its posts: it is private, a group, or its web preview is switched off. See the message.</summary>
    NoPublicPage,

    /// <summary>The customer has opted out, or was invited already. See the message.</summary>
    InvitationRefused,

    /// <summary>
    /// The store cannot be read or written: gone, locked, full, read-only, of a newer version, or changed by another process meanwhile. See the
    /// message. Nothing was sent that is not recorded.
    /// </summary>
    StorageUnavailable,

    /// <summary>The stickers break rules of Telegram's; <see cref="TelegramMarketingException.Violations"/> lists all of them. Nothing was sent.</summary>
    InvalidStickers,

    /// <summary>There is no series of stickers of that name, or it is not this bot's.</summary>
    StickerSeriesNotFound,

    /// <summary>The series' name is taken by another series: of another bot, of another type, or with nothing in common. Choose another name.</summary>
    StickerNameTaken,
}
