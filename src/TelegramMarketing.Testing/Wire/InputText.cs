using System.Text;
using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Reads a text or caption of a request.</summary>
internal static class InputText
{
    public static FormattedText Text(BotApiCall call)
    {
        if (call.Text("text").Length == 0)
        {
            throw BotApiException.Bad("Message text is empty");
        }

        var text = Read(call.Text("text"), call.Text("parse_mode"), call.Array("entities"));
        return text.Text.Length == 0 ? throw BotApiException.Bad("Text must be non-empty")
            : text.Length > 4096 ? throw BotApiException.Bad("Message is too long")
            : text;
    }

    /// <summary>The caption; an empty text when there is none.</summary>
    public static FormattedText Caption(string caption, string parseMode, JsonArray? entities)
    {
        var text = Read(caption, parseMode, entities);
        return text.Length > 1024 ? throw BotApiException.Bad("Message caption is too long") : text;
    }

    private static FormattedText Read(string text, string parseMode, JsonArray? entities)
    {
        if (Encoding.UTF8.GetByteCount(text) > 1 << 15)
        {
            throw BotApiException.Bad("Text is too long");
        }

        var read = parseMode.ToLowerInvariant() switch
        {
            "html" => HtmlMarkup.Parse(text),
            "" or "none" => new FormattedText(text, Entities(text, entities)),
            "markdown" or "markdownv2" => throw new NotSupportedException($"InMemoryTelegram does not know parse_mode '{parseMode}'; it knows HTML and entities."),
            _ => throw BotApiException.Bad("Unsupported parse_mode"),
        };
        return read.Trim();
    }

    private static List<TelegramEntity> Entities(string text, JsonArray? entities)
    {
        var result = new List<TelegramEntity>();
        foreach (var item in entities?.OfType<JsonObject>() ?? [])
        {
            var offset = item["offset"]?.GetValue<int>() ?? 0;
            var length = item["length"]?.GetValue<int>() ?? 0;
            if (offset > text.Length)
            {
                throw BotApiException.Bad($"Entity begins after the end of the text at UTF-16 offset {offset}");
            }

            if (offset + length > text.Length)
            {
                throw BotApiException.Bad($"Entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {offset + length}");
            }

            var detail = item["url"] ?? item["language"] ?? item["custom_emoji_id"];
            result.Add(new TelegramEntity(item["type"]?.GetValue<string>() ?? "", offset, length, detail?.GetValue<string>()));
        }

        return result;
    }
}
