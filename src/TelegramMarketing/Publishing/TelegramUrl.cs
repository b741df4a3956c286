using System.Globalization;

namespace TelegramMarketing.Publishing;

/// <summary>Which addresses Telegram accepts in a link, and how it writes them. A link with another one is silently shown as plain text.</summary>
internal static class TelegramUrl
{
    private static readonly string[] AppSchemes = ["tg", "tonsite", "ton"];

    /// <summary>The user that a tg://user?id= link mentions.</summary>
    public static long? UserId(string url)
    {
        if (!url.StartsWith("tg:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = WithoutPrefix(url.AsSpan(3), "//");
        if (!rest.StartsWith("user", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        rest = WithoutPrefix(rest["user".Length..], "/");
        if (rest.IsEmpty || rest[0] != '?')
        {
            return null;
        }

        rest = Until(rest[1..], "#");
        foreach (var range in rest.Split('&'))
        {
            if (rest[range].StartsWith("id=", StringComparison.OrdinalIgnoreCase))
            {
                return long.TryParse(rest[range][3..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 && rest[range][3] != '0' ? id : null;
            }
        }

        return null;
    }

    /// <summary>The address as Telegram writes it, or null when it accepts none such.</summary>
    public static string? Normalize(string url)
    {
        foreach (var scheme in AppSchemes)
        {
            if (url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && url.Length > scheme.Length && url[scheme.Length] == ':')
            {
                return NormalizeApp(scheme, WithoutPrefix(url.AsSpan(scheme.Length + 1), "//"));
            }
        }

        return Web(url) is { } web && (web.Host.Contains('.', StringComparison.Ordinal) || web.Host.StartsWith('['))
            ? $"{(web.IsHttps ? "https" : "http")}://{web.UserInfo}{web.Host}{web.Port}{web.Rest}"
            : null;
    }

    private static string? NormalizeApp(string scheme, ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Web(rest) is not { IsHttps: false, UserInfo: "", Port: "" } web)
        {
            return null;
        }

        foreach (var c in web.Host)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_') && !(c == '.' && scheme is "tonsite"))
            {
                return null;
            }
        }

        return $"{scheme}://{web.Host}{(web.Rest.StartsWith("/?", StringComparison.Ordinal) ? web.Rest[1..] : web.Rest)}";
    }

    private static WebUrl? Web(ReadOnlySpan<char> url)
    {
        var isHttps = false;
        var protocol = Until(url, ":/?#@[]");
        if (url[protocol.Length..].StartsWith("://", StringComparison.Ordinal))
        {
            isHttps = protocol.Equals("https", StringComparison.OrdinalIgnoreCase);
            if (!isHttps && !protocol.Equals("http", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            url = url[(protocol.Length + 3)..];
        }

        var authority = Until(url, "/?#");
        var rest = url[authority.Length..].TrimEnd();
        var port = "";
        var separator = authority.LastIndexOfAny(":]@");
        if (separator > 0 && authority[separator] == ':')
        {
            if (!int.TryParse(authority[(separator + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
            {
                return null;
            }

            port = string.Create(CultureInfo.InvariantCulture, $":{number}");
            authority = authority[..separator];
        }

        var at = authority.LastIndexOf('@');
        var userInfo = at < 0 ? [] : authority[..(at + 1)];
        var host = authority[(at + 1)..];
        if (host.IsEmpty || host is "." || !IsAllowed(host, host[0] == '[' && host[^1] == ']') || !IsAllowed(userInfo, isHostOfBrackets: false))
        {
            return null;
        }

        var tail = rest.ToString().Replace("\n", "%20", StringComparison.Ordinal).Replace("\t", "%20", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
        return new WebUrl(isHttps, userInfo.ToString(), AsciiLower(host), port, tail.StartsWith('/') ? tail : $"/{tail}");
    }

    private static bool IsAllowed(ReadOnlySpan<char> part, bool isHostOfBrackets)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            var isEscape = c == '%' && i + 2 < part.Length && char.IsAsciiHexDigit(part[i + 1]) && char.IsAsciiHexDigit(part[i + 2]);
            var isOfUserInfo = c is ':' or '@' && part[^1] == '@';
            if (!char.IsAsciiLetterOrDigit(c) && c < 0x80 && !isEscape && !isOfUserInfo && !".-_!$,~*'();&+=".Contains(c, StringComparison.Ordinal)
                && !(isHostOfBrackets && c is '[' or ']' or ':'))
            {
                return false;
            }
        }

        return true;
    }

    private static string AsciiLower(ReadOnlySpan<char> text)
    {
        var lowered = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            lowered[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
        }

        return new string(lowered);
    }

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> text, ReadOnlySpan<char> terminators)
    {
        var index = text.IndexOfAny(terminators);
        return index < 0 ? text : text[..index];
    }

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;

    private sealed record WebUrl(bool IsHttps, string UserInfo, string Host, string Port, string Rest);
}
