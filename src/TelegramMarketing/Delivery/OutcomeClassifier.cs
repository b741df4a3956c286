using static TelegramMarketing.Delivery.SendOutcome;
using static TelegramMarketing.TelegramMarketingError;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Decides what an answer of the Bot API means: the one table for every error text. The order matters: the first rule that
/// matches wins.
/// </summary>
internal static class OutcomeClassifier
{
    private const string AlbumFailed = "group send failed";
    private const string ItemFailed = "failed to send message #";

    // The parts of a description that decide, without the prefix that repeats the code.
    private static readonly Rule[] _badRequests =
    [
        // A front-end's trouble that arrives as 400, and albums of which some items may be there.
        new("bad gateway", Unknown, OutcomeUnknown),
        new(AlbumFailed, Unknown, OutcomeUnknown),
        new(ItemFailed, Unknown, OutcomeUnknown),

        // Everything is already as it was asked.
        new("message is not modified", Rejected, MessageNotChangeable) { AlreadyDone = true },
        new("chat description is not modified", Rejected, Other) { AlreadyDone = true },
        new("message to delete not found", Rejected, MessageNotFound) { AlreadyDone = true },
        new("hide_requester_missing", Rejected, Other) { AlreadyDone = true },
        new("user_already_participant", Rejected, Other) { AlreadyDone = true },

        // Rights come and go: the channel is held.
        new("need administrator rights", RefusedForNow, MissingRights) { Hold = HoldScope.Chat },
        new("have no write access", RefusedForNow, MissingRights) { Hold = HoldScope.Chat },
        new("not enough rights", RefusedForNow, MissingRights) { Hold = HoldScope.Chat },
        new("chat_write_forbidden", RefusedForNow, MissingRights) { Hold = HoldScope.Chat },
        new("chat_admin_required", RefusedForNow, MissingRights) { Hold = HoldScope.Chat },
        new("channel_private", RefusedForNow, MissingRights) { Hold = HoldScope.Chat },

        // Telegram fetches the address itself, and may succeed a little later.
        new("failed to get http url content", RefusedForNow, MediaUnavailable),
        new("wrong type of the web page content", RefusedForNow, MediaUnavailable),
        new("can't upload file by url", RefusedForNow, MediaUnavailable),
        new("webpage_curl_failed", RefusedForNow, MediaUnavailable),
        new("webpage_media_empty", RefusedForNow, MediaUnavailable),
        new("the file is temporarily unavailable", RefusedForNow, MediaUnavailable),
        new("balance_too_low", RefusedForNow, Other),

        new("group chat was upgraded to a supergroup", Rejected, ChatNotFound),
        new("chat_id is empty", Rejected, ChatNotFound),
        new("chat not found", Rejected, ChatNotFound),
        new("peer_id_invalid", Rejected, RecipientUnavailable),
        new("user_id_invalid", Rejected, RecipientUnavailable),
        new("channels_too_much", Rejected, RecipientUnavailable),
        new("user not found", Rejected, RecipientUnavailable),

        new("message can't be edited", Rejected, MessageNotChangeable),
        new("message can't be deleted", Rejected, MessageNotChangeable),
        new("there is no text in the message to edit", Rejected, MessageNotChangeable),
        new("there is no caption in the message to edit", Rejected, MessageNotChangeable),
        new("service messages can't be pinned", Rejected, MessageNotChangeable),
        new("can't change media type in the album", Rejected, MessageNotChangeable),
        new("message has protected content", Rejected, MessageNotChangeable),
        new("message thread not found", Rejected, MessageNotFound),
        new("suggested post not found", Rejected, MessageNotFound),
        new("message with poll to stop not found", Rejected, MessageNotFound),
        new("message_id_invalid", Rejected, MessageNotFound),

        new("can't parse entities", Rejected, ContentRefused),
        new("text is empty", Rejected, ContentRefused),
        new("text must be non-empty", Rejected, ContentRefused),
        new("is too long", Rejected, ContentRefused),
        new("file is too big", Rejected, ContentRefused),
        new("unsupported extension", Rejected, ContentRefused),
        new("button_", Rejected, ContentRefused),
        new("button url", Rejected, ContentRefused),
        new("inline keyboard expected", Rejected, ContentRefused),
        new("can't parse inline keyboard", Rejected, ContentRefused),
        new("wrong file", Rejected, ContentRefused),
        new("wrong remote file identifier", Rejected, ContentRefused),
        new("wrong http url", Rejected, ContentRefused),
        new("invalid file_id", Rejected, ContentRefused),
        new("invalid file http url", Rejected, ContentRefused),
        new("photo_", Rejected, ContentRefused),
        new("image_process_failed", Rejected, ContentRefused),
        new("can't be mixed with other media types", Rejected, ContentRefused),
        new("can't parse inputmedia", Rejected, ContentRefused),
        new("can't use the media of the specified type in the album", Rejected, ContentRefused),
        new("too many messages to send as an album", Rejected, ContentRefused),
        new("there are no messages to send", Rejected, ContentRefused),
        new("show_caption_above_media must be the same", Rejected, ContentRefused),
        new("stickerset_invalid", Rejected, StickerSeriesNotFound),
        new("sticker set not found", Rejected, StickerSeriesNotFound),
        new("sticker set name is already occupied", Rejected, StickerNameTaken),
        new("sticker", Rejected, ContentRefused),
        new("unicode emoji", Rejected, ContentRefused),
        new("emoji list must be", Rejected, ContentRefused),
        new("too many emoji", Rejected, ContentRefused),
        new("reaction", Rejected, ContentRefused),
        new("member limit can't be specified", Rejected, ContentRefused),
        new("expire_date_invalid", Rejected, ContentRefused),
        new("usage_limit_invalid", Rejected, ContentRefused),
    ];

    private static readonly Rule[] _forbidden =
    [
        new("bot is not a member", RefusedForNow, MissingRights) { Hold = HoldScope.Chat },
        new("bot was kicked", RefusedForNow, MissingRights) { Hold = HoldScope.Chat },
        new("chat was deleted", Rejected, ChatNotFound),
        new("blocked by the user", Rejected, RecipientUnavailable),
        new("can't initiate conversation", Rejected, RecipientUnavailable),
        new("user is deactivated", Rejected, RecipientUnavailable),
        new("can't send messages to", Rejected, RecipientUnavailable),
        new("not enough rights", RefusedForNow, MissingRights) { Hold = HoldScope.Chat },
    ];

    /// <summary>Classifies an answer that Telegram's API gave in its own form.</summary>
    public static CallFailure Classify(int code, string description, TimeSpan? retryAfter) => code switch
    {
        429 => new(NotSent, TooManyRequests, description, retryAfter ?? TimeSpan.FromSeconds(5)),
        401 => new(RefusedForNow, InvalidToken, $"Telegram does not accept the bot's token ({description}). Check BotToken; it may have been revoked.", Hold: HoldScope.Bot),
        404 when Has(description, "method not found") => new(Rejected, Other, description),
        404 => new(RefusedForNow, InvalidToken, $"Telegram does not know the bot's token ({description}). Check BotToken.", Hold: HoldScope.Bot),
        405 or 421 => new(Rejected, InvalidToken, description),
        409 => new(Rejected, Conflict, description),
        413 => new(Rejected, ContentRefused, "The upload is larger than the server accepts (Request Entity Too Large). Send a smaller file."),
        >= 500 => new(Unknown, OutcomeUnknown, $"The server answered {code} ({description}); the message may have been accepted or not."),
        403 => ByText(_forbidden, description),
        400 => ByText(_badRequests, description),
        _ => new(Rejected, Other, description),
    };

    /// <summary>Classifies an answer that is not in the API's form: a page of a proxy, cut-off JSON, a redirect.</summary>
    public static CallFailure ClassifyUnreadable(int? httpStatus) => httpStatus switch
    {
        429 => new(NotSent, TooManyRequests, "Too Many Requests", TimeSpan.FromSeconds(5)),
        413 => Classify(413, "", null),
        null => new(Unknown, OutcomeUnknown, "No readable answer came; the message may have been accepted or not."),
        _ => new(Unknown, OutcomeUnknown, $"The answer (HTTP {httpStatus}) is not one of the Bot API; the message may have been accepted or not."),
    };

    /// <summary>What an album is refused for, whose send was in doubt since some of its items might be there; <see langword="null"/> when it was in doubt for another reason.</summary>
    public static TelegramMarketingError? AlbumRefusal(string? description) =>
        description is null || !(Has(description, AlbumFailed) || Has(description, ItemFailed)) ? null
            : Array.Find(_badRequests, rule => rule.Outcome != Unknown && Has(description, rule.Text))?.Error ?? ContentRefused;

    private static CallFailure ByText(Rule[] rules, string description)
    {
        foreach (var rule in rules)
        {
            if (Has(description, rule.Text))
            {
                return new(rule.Outcome, rule.Error, WithRemedy(rule.Error, description), Hold: rule.Hold) { AlreadyDone = rule.AlreadyDone };
            }
        }

        var notFound = Has(description, "message") && description.EndsWith("not found", StringComparison.OrdinalIgnoreCase);
        return new(Rejected, notFound ? MessageNotFound : Other, description);
    }

    /// <summary>Telegram's words, and what is to be done where a setting of the channel is the cause.</summary>
    private static string WithRemedy(TelegramMarketingError error, string description) => error switch
    {
        ChatNotFound => $"Telegram knows no such chat of the bot's ({description}). Check the @name or id: of a channel the bot must be an administrator, and a person must have started it.",
        MissingRights => $"Telegram does not let the bot do this ({description}). Make it an administrator of the channel, with the right that this takes.",
        _ => description,
    };

    private static bool Has(string description, string part) => description.Contains(part, StringComparison.OrdinalIgnoreCase);

    private sealed record Rule(string Text, SendOutcome Outcome, TelegramMarketingError Error)
    {
        public HoldScope Hold { get; init; }

        public bool AlreadyDone { get; init; }
    }
}
