using System.Collections.Frozen;

namespace TelegramMarketing.Testing.Wire;

/// <summary>How the Bot API makes the code and text of an answer from an error.</summary>
internal static class BotApiErrors
{
    public const string NotModified = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    private static readonly FrozenDictionary<string, (int Code, string Message)> _mapped = new Dictionary<string, (int, string)>(StringComparer.Ordinal)
    {
        ["MESSAGE_NOT_MODIFIED"] = (400, NotModified),
        ["WC_CONVERT_URL_INVALID"] = (400, "Wrong HTTP URL specified"),
        ["EXTERNAL_URL_INVALID"] = (400, "Wrong HTTP URL specified"),
        ["WEBPAGE_CURL_FAILED"] = (400, "Failed to get HTTP URL content"),
        ["WEBPAGE_MEDIA_EMPTY"] = (400, "Wrong type of the web page content"),
        ["MEDIA_GROUPED_INVALID"] = (400, "Can't use the media of the specified type in the album"),
        ["REPLY_MARKUP_TOO_LONG"] = (400, "Reply markup is too long"),
        ["INPUT_USER_DEACTIVATED"] = (403, "User is deactivated"),
        ["USER_IS_BLOCKED"] = (403, "bot was blocked by the user"),
        ["USER_ADMIN_INVALID"] = (400, "User is an administrator of the chat"),
        ["File generation failed"] = (400, "Can't upload file by URL"),
        ["QUERY_ID_INVALID"] = (400, "Query is too old and response timeout expired or query ID is invalid"),
        ["MESSAGE_DELETE_FORBIDDEN"] = (400, "Message can't be deleted"),
        ["PACK_SHORT_NAME_INVALID"] = (400, "invalid sticker set name is specified"),
        ["PACK_SHORT_NAME_OCCUPIED"] = (400, "sticker set name is already occupied"),
        ["STICKER_EMOJI_INVALID"] = (400, "invalid sticker emojis"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static (int Code, string Description) Describe(int code, string message)
    {
        if (code is < 400 or 404 || (code == 403 && message.All(letter => letter is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')))
        {
            code = 400;
        }

        if (code == 400 && _mapped.TryGetValue(message, out var mapped))
        {
            (code, message) = mapped;
        }

        if (code is not (400 or 401 or 403 or 409 or 413 or 429 or 500))
        {
            // Codes that the Bot API doesn't use itself become 400, with the text as it is.
            return (400, $"Bad Request: {message}");
        }

        var prefix = code switch
        {
            401 => "Unauthorized",
            403 => "Forbidden",
            409 => "Conflict",
            413 or 429 => "",
            500 => "Internal Server Error",
            _ => "Bad Request",
        };
        if (prefix.Length == 0 || message.StartsWith(prefix, StringComparison.Ordinal))
        {
            return (code, message);
        }

        return (code, $"{prefix}: {LowerFirst(message)}");
    }

    private static string LowerFirst(string message) =>
        message.Length > 1 && (message[1] == '_' || char.IsAsciiLetterUpper(message[1])) ? message : $"{char.ToLowerInvariant(message[0])}{message[1..]}";
}
