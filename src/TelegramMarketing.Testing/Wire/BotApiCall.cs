using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TelegramMarketing.Testing.Time;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>One call of a bot, with its parameters.</summary>
internal sealed record BotApiCall(TelegramWorld World, TelegramBot Bot, string Method, RequestBody Body, VirtualActivity Activity)
{
    /// <summary>Whether an album is to be cut in half.</summary>
    public bool IsHalved { get; init; }

    public bool Has(string name) => Body.Values.ContainsKey(name) || Body.Files.ContainsKey(name);

    public string Text(string name) => Body.Values.GetValueOrDefault(name, "");

    public bool Flag(string name) => Text(name).ToLowerInvariant() is "true" or "yes" or "1";

    public long Number(string name) => long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public JsonObject? Object(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            throw BotApiException.Bad($"can't parse {name.Replace('_', ' ')} JSON object");
        }
    }

    public JsonArray? Array(string name)
    {
        try
        {
            return Text(name) is { Length: > 0 } text ? JsonNode.Parse(text) as JsonArray : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IReadOnlyList<int> Numbers(string name)
    {
        try
        {
            return Array(name)?.Select(item => int.Parse(item!.ToString(), CultureInfo.InvariantCulture)).ToList() ?? [];
        }
        catch (FormatException)
        {
            throw BotApiException.Bad("message identifier is not specified");
        }
    }
}
