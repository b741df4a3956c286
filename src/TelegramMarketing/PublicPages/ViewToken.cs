using System.Buffers.Text;
using System.Text.Json;

namespace TelegramMarketing.PublicPages;

/// <summary>
/// The <c>data-view</c> attribute of a message. The page's script sends it to count a view, which this library never does; it is read only for the channel's id and the time of the page.
/// </summary>
internal static class ViewToken
{
    private const long BotApiOffset = -1_000_000_000_000;

    // In December 2024 one decimal was still written; three significant digits were first seen in 2026.
    private const long ThreeSignificantDigitsSince = 1_767_225_600;

    /// <summary>The channel's id as the Bot API has it (<c>-100…</c>); <see langword="null"/> when the token does not say.</summary>
    public static long? ChannelId(string? token) => Number(token, "c") is { } id and < 0 and > BotApiOffset ? BotApiOffset + id : null;

    /// <summary>The page was made when Telegram may have abbreviated counters with one decimal (telegram-facts 5.3).</summary>
    public static bool IsOfOneDecimalYears(string? token) => Number(token, "t") is > 0 and < ThreeSignificantDigitsSince;

    private static long? Number(string? token, string name)
    {
        if (token is null || token.Length > 512 || !Base64Url.IsValid(token))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(token));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.Number
                && value.TryGetInt64(out var number)
                ? number
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
