using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelegramMarketing.Tests.Spec;

/// <summary>The machine-readable documentation of the Bot API: says what is wrong with a request, down to the last nested object.</summary>
internal sealed class BotApiDocumentation
{
    private readonly JsonObject _methods;
    private readonly JsonObject _types;

    private BotApiDocumentation(JsonObject root)
    {
        _methods = root["methods"]!.AsObject();
        _types = root["types"]!.AsObject();
    }

    /// <summary>Skips the test where it isn't at hand.</summary>
    public static BotApiDocumentation LoadOrSkip()
    {
        var shared = Environment.GetEnvironmentVariable("TELEGRAMMARKETING_SHARED");
        Skip.If(string.IsNullOrEmpty(shared), "TELEGRAMMARKETING_SHARED is not set, so the documentation of the Bot API is not at hand.");
        return new(JsonNode.Parse(File.ReadAllText(Path.Combine(shared!, "bot-api-spec", "api.json")))!.AsObject());
    }

    public IEnumerable<string> Check(WireRequest request)
    {
        if (_methods[request.Method] is not JsonObject method)
        {
            return [$"there is no method {request.Method}"];
        }

        var files = request.Files.ToDictionary(name => name, _ => (JsonNode?)JsonValue.Create("a file"));
        var attached = request.Values.Select(value => value.Value is JsonValue text ? text.ToString() : value.Value?.ToJsonString() ?? "")
            .SelectMany(text => text.Split("attach://").Skip(1)).Select(rest => rest.Split('"')[0]).ToHashSet();
        return CheckFields(request.Method, method, request.Values.Concat(files.Where(file => !attached.Contains(file.Key))), request.IsForm)
            .Concat(attached.Except(request.Files).Select(name => $"{request.Method} refers to a file {name} that is not in it"));
    }

    private IEnumerable<string> CheckFields(string where, JsonObject description, IEnumerable<KeyValuePair<string, JsonNode?>> values, bool isForm)
    {
        var fields = (description["fields"] as JsonArray ?? []).ToDictionary(field => field!["name"]!.ToString(), field => field!.AsObject());
        var given = values.ToList();
        foreach (var (name, value) in given)
        {
            if (!fields.TryGetValue(name, out var field))
            {
                yield return $"{where} has no {name}";
                continue;
            }

            var types = field["types"]!.AsArray().Select(type => type!.ToString()).ToList();
            var faults = types.Select(type => CheckValue($"{where}.{name}", type, value, isForm).ToList()).ToList();
            if (faults.TrueForAll(found => found.Count > 0))
            {
                foreach (var fault in faults.MinBy(found => found.Count)!)
                {
                    yield return fault;
                }
            }
        }

        foreach (var missing in fields.Where(field => field.Value["required"]!.GetValue<bool>() && !given.Exists(value => value.Key == field.Key)))
        {
            yield return $"{where} lacks {missing.Key}";
        }
    }

    private IEnumerable<string> CheckValue(string where, string type, JsonNode? value, bool isForm)
    {
        if (isForm && value is JsonValue text && type is not ("String" or "InputFile"))
        {
            // In a form everything is text: numbers and truths as the server reads them, objects as JSON.
            return type switch
            {
                "Integer" => long.TryParse(text.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? [] : [Wrong(where, type, value)],
                "Float" => double.TryParse(text.ToString(), CultureInfo.InvariantCulture, out _) ? [] : [Wrong(where, type, value)],
                "Boolean" => text.ToString().ToUpperInvariant() is "TRUE" or "FALSE" ? [] : [Wrong(where, type, value)],
                _ => TryParse(text.ToString()) is { } parsed ? CheckValue(where, type, parsed, isForm: false) : [Wrong(where, type, value)],
            };
        }

        if (type.StartsWith("Array of ", StringComparison.Ordinal))
        {
            return value is JsonArray items
                ? items.SelectMany((item, index) => CheckValue($"{where}[{index}]", type["Array of ".Length..], item, isForm: false))
                : [Wrong(where, type, value)];
        }

        return type switch
        {
            "String" or "InputFile" => value?.GetValueKind() == JsonValueKind.String ? [] : [Wrong(where, type, value)],
            "Integer" => value?.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue<long>(out _) ? [] : [Wrong(where, type, value)],
            "Float" => value?.GetValueKind() == JsonValueKind.Number ? [] : [Wrong(where, type, value)],
            "Boolean" or "True" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? [] : [Wrong(where, type, value)],
            _ => CheckObject(where, type, value),
        };
    }

    private IEnumerable<string> CheckObject(string where, string type, JsonNode? value)
    {
        if (_types[type] is not JsonObject description)
        {
            return [$"{where}: the documentation has no type {type}"];
        }

        if (value is not JsonObject given)
        {
            return [Wrong(where, type, value)];
        }

        if (description["subtypes"] is JsonArray { Count: > 0 } subtypes)
        {
            var faults = subtypes.Select(subtype => CheckObject(where, subtype!.ToString(), value).ToList()).ToList();
            return faults.MinBy(found => found.Count)!;
        }

        return TagFaults(where, type, description, given).Concat(CheckFields($"{where}({type})", description, given, isForm: false));
    }

    // "Type of the media, must be photo": what tells the subtypes apart.
    private static IEnumerable<string> TagFaults(string where, string type, JsonObject description, JsonObject given) =>
        from field in description["fields"] as JsonArray ?? []
        where field!["name"]!.ToString() == "type"
        let must = field["description"]!.ToString().Split("must be ")[^1].Trim('“', '”', '"', '.', ' ')
        where field["description"]!.ToString().Contains("must be ", StringComparison.Ordinal) && given["type"]?.ToString() != must
        select $"{where} is of type {given["type"]}, not {must} ({type})";

    private static string Wrong(string where, string type, JsonNode? value) => $"{where} is no {type}: {value?.ToJsonString() ?? "null"}";

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
