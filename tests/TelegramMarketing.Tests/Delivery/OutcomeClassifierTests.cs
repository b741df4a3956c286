using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Time;
using static TelegramMarketing.Delivery.SendOutcome;
using static TelegramMarketing.TelegramMarketingError;

namespace TelegramMarketing.Tests.Delivery;

/// <summary>Every error text that Telegram is known to give, and what it means for a post: the difference between once, twice and never.</summary>
public sealed class OutcomeClassifierTests
{
    public static TheoryData<int, string, string, string, string, bool> Table { get; } = new()
    {
        { 400, "Bad Request: chat_id is empty", nameof(Rejected), nameof(ChatNotFound), "None", false },
        { 400, "Bad Request: chat not found", nameof(Rejected), nameof(ChatNotFound), "None", false },
        { 403, "Forbidden: bot is not a member of the channel chat", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 403, "Forbidden: bot was kicked from the channel chat", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: need administrator rights in the channel chat", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: have no write access to the chat", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: CHAT_WRITE_FORBIDDEN", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: CHAT_ADMIN_REQUIRED", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: CHANNEL_PRIVATE", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: not enough rights to send text messages to the chat", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: not enough rights to send photos to the chat", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: not enough rights to manage pinned messages in the chat", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: not enough rights to manage chat invite link", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: not enough rights to manage chat join requests", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 403, "Forbidden: bot was blocked by the user", nameof(Rejected), nameof(RecipientUnavailable), "None", false },
        { 403, "Forbidden: bot can't initiate conversation with a user", nameof(Rejected), nameof(RecipientUnavailable), "None", false },
        { 403, "Forbidden: user is deactivated", nameof(Rejected), nameof(RecipientUnavailable), "None", false },
        { 403, "Forbidden: the bot can't send messages to the bot", nameof(Rejected), nameof(RecipientUnavailable), "None", false },
        { 400, "Bad Request: PEER_ID_INVALID", nameof(Rejected), nameof(RecipientUnavailable), "None", false },
        { 400, "Bad Request: private chat not found", nameof(Rejected), nameof(ChatNotFound), "None", false },
        { 400, "Bad Request: group chat was upgraded to a supergroup chat", nameof(Rejected), nameof(ChatNotFound), "None", false },
        { 403, "Forbidden: the group chat was deleted", nameof(Rejected), nameof(ChatNotFound), "None", false },
        { 403, "Forbidden: bot was kicked from the supergroup chat", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 403, "Forbidden: bot is not a member of the supergroup chat", nameof(RefusedForNow), nameof(MissingRights), "Chat", false },
        { 400, "Bad Request: message to edit not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: message to delete not found", nameof(Rejected), nameof(MessageNotFound), "None", true },
        { 400, "Bad Request: message to forward not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: message to copy not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: message to pin not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: message to unpin not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: message to react not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: message with poll to stop not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: message to be replied not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: suggested post not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: message thread not found", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", nameof(Rejected), nameof(MessageNotChangeable), "None", true },
        { 400, "Bad Request: message can't be edited", nameof(Rejected), nameof(MessageNotChangeable), "None", false },
        { 400, "Bad Request: message can't be deleted", nameof(Rejected), nameof(MessageNotChangeable), "None", false },
        { 400, "Bad Request: message can't be deleted for everyone", nameof(Rejected), nameof(MessageNotChangeable), "None", false },
        { 400, "Bad Request: there is no text in the message to edit", nameof(Rejected), nameof(MessageNotChangeable), "None", false },
        { 400, "Bad Request: there is no caption in the message to edit", nameof(Rejected), nameof(MessageNotChangeable), "None", false },
        { 400, "Bad Request: message text is empty", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: text must be non-empty", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: text is too long", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: message is too long", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: message caption is too long", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 0", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: BUTTON_DATA_INVALID", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: BUTTON_URL_INVALID", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: BUTTON_TYPE_INVALID", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: reply markup is too long", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: inline keyboard expected", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: wrong file identifier/HTTP URL specified", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: wrong remote file identifier specified: Wrong string length", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: invalid file_id", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: wrong HTTP URL specified", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: failed to get HTTP URL content", nameof(RefusedForNow), nameof(MediaUnavailable), "None", false },
        { 400, "Bad Request: wrong type of the web page content", nameof(RefusedForNow), nameof(MediaUnavailable), "None", false },
        { 400, "Bad Request: can't upload file by URL", nameof(RefusedForNow), nameof(MediaUnavailable), "None", false },
        { 400, "Bad Request: PHOTO_INVALID_DIMENSIONS", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: IMAGE_PROCESS_FAILED", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: file is too big", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: message has protected content and can't be forwarded", nameof(Rejected), nameof(MessageNotChangeable), "None", false },
        { 400, "Bad Request: wrong file_id or the file is temporarily unavailable", nameof(RefusedForNow), nameof(MediaUnavailable), "None", false },
        { 400, "Bad Request: HIDE_REQUESTER_MISSING", nameof(Rejected), nameof(Other), "None", true },
        { 400, "Bad Request: USER_ALREADY_PARTICIPANT", nameof(Rejected), nameof(Other), "None", true },
        { 400, "Bad Request: USER_CHANNELS_TOO_MUCH", nameof(Rejected), nameof(RecipientUnavailable), "None", false },
        { 400, "Bad Request: INVITE_HASH_EXPIRED", nameof(Rejected), nameof(Other), "None", false },
        { 400, "Bad Request: EXPIRE_DATE_INVALID", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: USAGE_LIMIT_INVALID", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: member limit can't be specified for links requiring administrator approval", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: STICKERSET_INVALID", nameof(Rejected), nameof(StickerSeriesNotFound), "None", false },
        { 400, "Bad Request: STICKERS_TOO_MUCH", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: REACTION_INVALID", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: MESSAGE_ID_INVALID", nameof(Rejected), nameof(MessageNotFound), "None", false },
        { 400, "Bad Request: BALANCE_TOO_LOW", nameof(RefusedForNow), nameof(Other), "None", false },
        { 400, "Bad Request: audio can't be mixed with other media types", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 400, "Bad Request: Bad Gateway", nameof(Unknown), nameof(OutcomeUnknown), "None", false },
        { 400, "Bad Request: group send failed", nameof(Unknown), nameof(OutcomeUnknown), "None", false },
        { 400, "Bad Request: failed to send message #2 with the error message \"WEBPAGE_MEDIA_EMPTY\"", nameof(Unknown), nameof(OutcomeUnknown), "None", false },
        { 400, "Bad Request: something that nobody has seen before", nameof(Rejected), nameof(Other), "None", false },
        { 401, "Unauthorized", nameof(RefusedForNow), nameof(InvalidToken), "Bot", false },
        { 401, "Unauthorized: invalid token specified", nameof(RefusedForNow), nameof(InvalidToken), "Bot", false },
        { 404, "Not Found: method not found", nameof(Rejected), nameof(Other), "None", false },
        { 404, "Not Found", nameof(RefusedForNow), nameof(InvalidToken), "Bot", false },
        { 421, "Misdirected Request: unallowed token specified", nameof(Rejected), nameof(InvalidToken), "None", false },
        { 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", nameof(Rejected), nameof(TelegramMarketingError.Conflict), "None", false },
        { 409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", nameof(Rejected), nameof(TelegramMarketingError.Conflict), "None", false },
        { 413, "Request Entity Too Large", nameof(Rejected), nameof(ContentRefused), "None", false },
        { 429, "Too Many Requests: retry after 37", nameof(NotSent), nameof(TooManyRequests), "None", false },
        { 500, "Internal Server Error: restart", nameof(Unknown), nameof(OutcomeUnknown), "None", false },
        { 502, "Bad Gateway", nameof(Unknown), nameof(OutcomeUnknown), "None", false },
        { 503, "Service Unavailable", nameof(Unknown), nameof(OutcomeUnknown), "None", false },
        { 504, "Gateway Timeout", nameof(Unknown), nameof(OutcomeUnknown), "None", false },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Classify_KnownAnswer_OutcomeOfTheTable(int code, string description, string outcome, string error, string hold, bool alreadyDone)
    {
        var failure = OutcomeClassifier.Classify(code, description, null);

        failure.Outcome.ToString().Should().Be(outcome);
        failure.Error.ToString().Should().Be(error);
        failure.Hold.ToString().Should().Be(hold);
        failure.AlreadyDone.Should().Be(alreadyDone);
    }

    [Theory]
    [InlineData("Bad Request: chat not found", "*(Bad Request: chat not found). Check the @name or id*")]
    [InlineData("Bad Request: need administrator rights in the channel chat", "*(Bad Request: need administrator rights in the channel chat). Make it an administrator*")]
    [InlineData("Bad Request: BUTTON_URL_INVALID", "Bad Request: BUTTON_URL_INVALID")]
    public void Classify_WhatTheChannelsSettingsCause_SaysWhatToDo(string description, string expected) =>
        OutcomeClassifier.Classify(400, description, null).Description.Should().Match(expected);

    [Theory]
    [InlineData(200, nameof(Unknown))]
    [InlineData(302, nameof(Unknown))]
    [InlineData(403, nameof(Unknown))]
    [InlineData(502, nameof(Unknown))]
    [InlineData(413, nameof(Rejected))]
    [InlineData(429, nameof(NotSent))]
    public void ClassifyUnreadable_PageOfAProxy_NeverCalledSent(int status, string outcome) =>
        OutcomeClassifier.ClassifyUnreadable(status).Outcome.ToString().Should().Be(outcome);

    [Fact]
    public void Classify_TooManyRequests_KeepsTheWait() =>
        OutcomeClassifier.Classify(429, "Too Many Requests: retry after 37", TimeSpan.FromSeconds(37)).RetryAfter.Should().Be(TimeSpan.FromSeconds(37));

    [Fact]
    public void Read_ConnectionDisposedDuringTheCall_MayHaveBeenAccepted()
    {
        using var telemetry = new BotTelemetry("", new Clock(TimeProvider.System), meters: null);
        var reader = new CallFailureReader(telemetry, isOwnClient: true);
        var exception = new ObjectDisposedException("stream");

        CallFailureReader.CanRead(exception).Should().BeTrue();
        reader.Read(exception, "sendMessage", TimeSpan.FromSeconds(100), CancellationToken.None).Outcome.Should().Be(SendOutcome.Unknown);
    }
}
