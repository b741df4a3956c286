using System.Globalization;

namespace TelegramMarketing.Channels;

/// <summary>The parameters of a link; the first of equal names counts, as in Telegram's apps.</summary>
internal sealed class LinkQuery
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public LinkQuery(ReadOnlySpan<char> query)
    {
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            if (!name.IsEmpty)
            {
                values.TryAdd(Uri.UnescapeDataString(name), equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..]));
            }
        }
    }

    public string? this[string name] => values.GetValueOrDefault(name);

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>A positive number, or null.</summary>
    public int? Number(string name) => ParseNumber(values.GetValueOrDefault(name));

    public static int? ParseNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
