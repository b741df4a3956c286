using System.Text;
using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The buttons of a request: what Telegram keeps of them, and how people see them.</summary>
/// <param name="Markup">As it is sent back to bots; null for no keyboard.</param>
/// <param name="Rows">As people see it.</param>
internal sealed record InputKeyboard(JsonObject? Markup, IReadOnlyList<IReadOnlyList<TelegramButton>> Rows)
{
    private const int MaxPerRow = 12;
    private const int MaxInAll = 300;

    public static InputKeyboard None { get; } = new(null, []);

    public static InputKeyboard Read(BotApiCall call, Chat chat)
    {
        if (call.Object("reply_markup") is not { } markup || markup.Count == 0)
        {
            return None;
        }

        if (markup["inline_keyboard"] is not JsonArray rows)
        {
            return chat is ChannelState ? throw BotApiException.Bad("inline keyboard expected") : None;
        }

        var kept = new JsonArray();
        var seen = new List<IReadOnlyList<TelegramButton>>();
        var count = 0;
        foreach (var row in rows.OfType<JsonArray>())
        {
            // Telegram drops what is too much, and buttons without a text, and says nothing.
            var buttons = row.OfType<JsonObject>().Select(button => Button(button, chat)).OfType<(JsonObject Json, TelegramButton Button)>()
                .Take(Math.Min(MaxPerRow, MaxInAll - count)).ToList();
            if (buttons.Count > 0)
            {
                count += buttons.Count;
                kept.Add(new JsonArray([.. buttons.Select(button => button.Json)]));
                seen.Add([.. buttons.Select(button => button.Button)]);
            }
        }

        return count == 0 ? None : new InputKeyboard(new JsonObject { ["inline_keyboard"] = kept }, seen);
    }

    private static (JsonObject Json, TelegramButton Button)? Button(JsonObject button, Chat chat)
    {
        var text = button["text"]?.ToString().Trim() ?? "";
        if (text.Length == 0)
        {
            return null;
        }

        if (button["style"]?.ToString() is { } style && style is not ("danger" or "success" or "primary"))
        {
            throw BotApiException.Bad("can't parse inline keyboard button: invalid button style specified");
        }

        if (button["url"]?.ToString() is { Length: > 0 } url)
        {
            var address = LinkAddress.TryNormalise(url, out var normalised)
                ? normalised
                : throw BotApiException.Bad($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
            return (Kept(button, text, "url", address), new TelegramButton(text, Url: address));
        }

        if (button["callback_data"]?.ToString() is { Length: > 0 } data)
        {
            return Encoding.UTF8.GetByteCount(data) > 64
                ? throw BotApiException.Bad("BUTTON_DATA_INVALID")
                : (Kept(button, text, "callback_data", data), new TelegramButton(text, CallbackData: data));
        }

        foreach (var name in (string[])["switch_inline_query", "switch_inline_query_current_chat"])
        {
            if (button[name] is not null && chat is ChannelState)
            {
                throw BotApiException.Bad($"can't use {name} button in a channel chat, because users will not be able to use the button without knowing bot's username");
            }
        }

        if (button["web_app"] is not null && chat is ChannelState)
        {
            throw BotApiException.Bad("BUTTON_TYPE_INVALID");
        }

        if (button["copy_text"] is JsonObject copy)
        {
            var copied = copy["text"]?.ToString() ?? "";
            return copied.Length is < 1 or > 256
                ? throw BotApiException.Bad("BUTTON_COPY_TEXT_INVALID")
                : ((JsonObject)button.DeepClone(), new TelegramButton(text));
        }

        return button["switch_inline_query"] is not null || button["switch_inline_query_current_chat"] is not null || button["web_app"] is not null || button["login_url"] is not null
            ? ((JsonObject)button.DeepClone(), new TelegramButton(text))
            : throw BotApiException.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }

    private static JsonObject Kept(JsonObject button, string text, string name, string value)
    {
        var kept = new JsonObject { ["text"] = text, [name] = value };
        if (button["style"] is { } style)
        {
            kept["style"] = style.DeepClone();
        }

        return kept;
    }
}
