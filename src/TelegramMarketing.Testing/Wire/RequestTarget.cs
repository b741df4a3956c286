using System.Text.RegularExpressions;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Where a request goes: a method of the Bot API, or a public page.</summary>
/// <param name="Method">The method as it was written, or <c>page</c>.</param>
/// <param name="Token">The bot's token; null for a page.</param>
/// <param name="Path">The path of a page; empty for a method, whose path holds the token.</param>
/// <param name="Query">The query, with its question mark.</param>
internal sealed partial record RequestTarget(string Method, string? Token, string Path, string Query)
{
    public bool HasProperToken => Token is not null && ProperToken().IsMatch(Token);

    public static RequestTarget Of(Uri uri)
    {
        var match = BotPath().Match(Uri.UnescapeDataString(uri.AbsolutePath));
        return match.Success
            ? new RequestTarget(match.Groups["method"].Value, match.Groups["token"].Value, "", uri.Query)
            : new RequestTarget("page", null, Uri.UnescapeDataString(uri.AbsolutePath), uri.Query);
    }

    [GeneratedRegex("/bot(?<token>[^/]*:[^/]*)/(?<method>[^/]*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BotPath();

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]{30,}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ProperToken();
}
