using System.Globalization;

namespace TelegramMarketing.Testing.Pages;

/// <summary>What is asked of a page.</summary>
internal sealed record PageQuery(int? Before, int? After, string? Search, bool IsEmbed)
{
    public bool IsPaged => Before is not null || After is not null;

    public static PageQuery Parse(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            values[parts[0]] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1].Replace('+', ' ')) : "";
        }

        return new PageQuery(Number("before"), Number("after"), values.GetValueOrDefault("q") is { Length: > 0 } term ? term : null, values.ContainsKey("embed"));

        int? Number(string name) => int.TryParse(values.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
