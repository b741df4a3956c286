using System.Globalization;
using System.Text.Json.Nodes;

namespace TelegramMarketing.Tests.Wire;

/// <summary>A call as it arrived.</summary>
internal sealed record ScriptedCall(string Method, JsonObject Parameters, string Body)
{
    public string Chat => Parameters["chat_id"]?.ToString() ?? "";

    /// <summary>The numeric id of the chat; each @username has one of its own.</summary>
    public long ChatId => long.TryParse(Chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
        ? id
        : Chat == "@shop" ? -1001000000001 : -1002000000000 - Math.Abs(Chat.Aggregate(0L, (sum, letter) => (sum * 31) + letter) % 1_000_000);

    public string Text => Parameters["text"]?.ToString() ?? Parameters["caption"]?.ToString() ?? "";
}
