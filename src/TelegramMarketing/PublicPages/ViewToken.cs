using System.Buffers.Text;
using System.Text.Json;

namespace TelegramMarketing.PublicPages;

/// <summary>
/// The <c>data-view</c> attribute of a message. The page's script sends it to count a view, which this library never does; it is read only for the channel's id.
/// </summary>
internal static class ViewToken
{
    private const long BotApiOffset = -1_000_000_000_000;

    /// <summary>The channel's id as the Bot API has it (<c>-100…</c>); <see langword="null"/> when the token does not say.</summary>
    public static long? ChannelId(string? token)
    {
        if (token is null || token.Length > 512 || !Base64Url.IsValid(token))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(token));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("c", out var channel)
                && channel.ValueKind == JsonValueKind.Number
                && channel.TryGetInt64(out var id)
                && id is < 0 and > BotApiOffset
                ? BotApiOffset + id
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
