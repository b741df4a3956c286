using System.Globalization;
using System.Text.Json;

namespace TelegramMarketing.Testing.Tests.Wire;

/// <summary>The machine-readable documentation of the Bot API, where it is at hand.</summary>
internal sealed class BotApiSpec : IDisposable
{
    private readonly JsonDocument _document;

    private BotApiSpec(string path) => _document = JsonDocument.Parse(File.ReadAllBytes(path));

    /// <summary>Null where it isn't at hand.</summary>
    public static BotApiSpec? Find() =>
        Environment.GetEnvironmentVariable("TELEGRAMMARKETING_SHARED") is { Length: > 0 } shared && Path.Combine(shared, "bot-api-spec", "api.json") is var path && File.Exists(path)
            ? new BotApiSpec(path)
            : null;

    public IReadOnlyDictionary<string, (bool IsRequired, string[] Types)> ParametersOf(string method) =>
        _document.RootElement.GetProperty("methods").GetProperty(method).TryGetProperty("fields", out var fields)
            ? fields.EnumerateArray().ToDictionary(
                field => field.GetProperty("name").GetString()!,
                field => (field.GetProperty("required").GetBoolean(), field.GetProperty("types").EnumerateArray().Select(type => type.GetString()!).ToArray()))
            : new Dictionary<string, (bool, string[])>();

    /// <summary>What is wrong with a request: parameters that are unknown, missing, or of the wrong type.</summary>
    public IEnumerable<string> Check(TelegramRequest request)
    {
        var known = ParametersOf(request.Method);
        var attached = request.Parameters.Values.Where(value => value.Contains("attach://", StringComparison.Ordinal)).ToList();
        foreach (var (name, value) in request.Parameters.Where(parameter => !attached.Any(reference => reference.Contains($"attach://{parameter.Key}", StringComparison.Ordinal))))
        {
            if (!known.TryGetValue(name, out var parameter))
            {
                yield return $"{request.Method} has no parameter {name}";
            }
            else if (!parameter.Types.Any(type => Fits(type, value)))
            {
                yield return $"{request.Method}.{name} is {string.Join(" or ", parameter.Types)}, not '{value}'";
            }
        }

        foreach (var missing in known.Where(parameter => parameter.Value.IsRequired && !request.Parameters.ContainsKey(parameter.Key)))
        {
            yield return $"{request.Method} lacks {missing.Key}";
        }
    }

    public void Dispose() => _document.Dispose();

    private static bool Fits(string type, string value) => type switch
    {
        "String" or "InputFile" => true,
        "Integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "Float" => double.TryParse(value, CultureInfo.InvariantCulture, out _),
        "Boolean" => value is "true" or "false" or "True" or "False",
        _ when type.StartsWith("Array of ", StringComparison.Ordinal) => Is(value, JsonValueKind.Array),
        _ => Is(value, JsonValueKind.Object),
    };

    private static bool Is(string value, JsonValueKind kind)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return document.RootElement.ValueKind == kind;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
