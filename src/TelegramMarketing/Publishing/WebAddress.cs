namespace TelegramMarketing.Publishing;

/// <summary>Tells whether Telegram takes an address, by the rules of its own link check.</summary>
internal static class WebAddress
{
    /// <summary>What is wrong with an http or https address; <see langword="null"/> when nothing is.</summary>
    public static string? FindFault(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !HasScheme(address, uri))
        {
            return "is not a whole address. Begin it with https://";
        }

        return uri.Scheme is "http" or "https"
            ? FindHostFault(uri)
            : $"has the scheme '{uri.Scheme}'. Use http or https";
    }

    /// <summary>The same for an address that may also be a tg link, as that of a button.</summary>
    public static string? FindButtonFault(string address) =>
        address.StartsWith("tg:", StringComparison.OrdinalIgnoreCase) ? FindTelegramFault(address) : FindFault(address);

    // On Unix a rooted path is an absolute file URI.
    private static bool HasScheme(string address, Uri uri) =>
        address.TrimStart().StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase);

    private static string? FindHostFault(Uri uri) => uri switch
    {
        { HostNameType: UriHostNameType.IPv6 } => null,
        { Host: "" } => "has no host. Write it as https://example.com/page",
        _ when !uri.Host.Contains('.', StringComparison.Ordinal) => "has a host without a dot, which Telegram refuses. Use a public host name",
        _ when uri.Host.Contains("..", StringComparison.Ordinal) || uri.Host.StartsWith('.') => "has an empty part in its host. Remove the extra dot",
        _ => null,
    };

    private static string? FindTelegramFault(string address)
    {
        var rest = address.AsSpan(3);
        rest = rest.StartsWith("//") ? rest[2..] : rest;
        var end = rest.IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest : rest[..end];
        if (host.IsEmpty)
        {
            return "is a tg link that names nothing. Write it as tg://resolve?domain=name";
        }

        foreach (var c in host)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return "is a tg link with a character that Telegram refuses before the query. Write it as tg://resolve?domain=name";
            }
        }

        return null;
    }
}
