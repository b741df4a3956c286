using System.Text.Json;

namespace TelegramMarketing.Tdlight;

/// <summary>Reads a message as TDLight writes it: as the Bot API does, with <c>views</c>, which it leaves out when there are none.</summary>
internal static class TdlightMessage
{
    private static readonly string[] _media =
        ["photo", "video", "animation", "document", "audio", "voice", "video_note", "sticker", "poll", "location", "venue", "contact", "dice", "game", "paid_media", "story", "live_photo"];

    /// <summary>The post that the message is.</summary>
    /// <param name="message">The message.</param>
    /// <param name="post">The post as it was asked for.</param>
    /// <param name="read">Makes a reading of a counter.</param>
    public static PostStatistics Read(JsonElement message, PostReference post, Func<Count, Reading> read)
    {
        if (!message.TryGetProperty("chat", out var chat) || Text(chat, "type") != "channel")
        {
            return new PostStatistics { Post = post, Availability = chat.ValueKind == JsonValueKind.Object ? PostAvailability.NotAChannel : PostAvailability.Unreadable };
        }

        var hasMedia = Array.Exists(_media, kind => message.TryGetProperty(kind, out _));
        var text = Text(message, "text") ?? Text(message, "caption");
        var statistics = new PostStatistics
        {
            Post = post,
            Availability = PostAvailability.Available,
            PublishedAt = Number(message, "date") is { } date ? DateTimeOffset.FromUnixTimeSeconds(date) : null,
            Signature = Text(message, "author_signature"),
            IsEdited = message.TryGetProperty("edit_date", out _),
            Text = text,
            HasMedia = hasMedia,
            ForwardedFrom = message.TryGetProperty("forward_origin", out var origin) ? NameOf(origin) : null,
            ChannelId = Number(chat, "id"),
        };

        // A message of neither text nor media is a service message: those have no views.
        return text is null && !hasMedia
            ? statistics with { Availability = PostAvailability.ServiceMessage }
            : statistics with { Views = read(Count.Exact(Math.Max(0, Number(message, "views") ?? 0))) };
    }

    private static string NameOf(JsonElement origin) => Text(origin, "type") switch
    {
        "channel" when origin.TryGetProperty("chat", out var chat) => Text(chat, "title"),
        "chat" when origin.TryGetProperty("sender_chat", out var chat) => Text(chat, "title"),
        "user" when origin.TryGetProperty("sender_user", out var user) => Text(user, "first_name"),
        _ => Text(origin, "sender_user_name"),
    } ?? "";

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
