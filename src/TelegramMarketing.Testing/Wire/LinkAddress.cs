using System.Diagnostics.CodeAnalysis;

namespace TelegramMarketing.Testing.Wire;

/// <summary>What Telegram takes for the address of a link.</summary>
internal static class LinkAddress
{
    /// <summary>An address without a scheme is taken for <c>http://</c>; of other schemes only Telegram's own are taken.</summary>
    public static bool TryNormalise(string? address, [NotNullWhen(true)] out string? normalised)
    {
        normalised = null;
        if (string.IsNullOrWhiteSpace(address) || address.Any(char.IsWhiteSpace))
        {
            return false;
        }

        var withScheme = address.Contains("://", StringComparison.Ordinal) || address.StartsWith("tg:", StringComparison.OrdinalIgnoreCase) ? address : $"http://{address}";
        if (!Uri.TryCreate(withScheme, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "tg" or "ton" or "tonsite"))
        {
            return false;
        }

        if (uri.Scheme is "http" or "https" && !uri.Host.Contains('.', StringComparison.Ordinal) && !uri.Host.Contains(':', StringComparison.Ordinal))
        {
            return false;
        }

        normalised = uri.Scheme is "http" or "https" && uri.AbsolutePath == "/" && uri.Query.Length == 0 && uri.Fragment.Length == 0
            ? $"{uri.Scheme}://{uri.Authority}/"
            : withScheme;
        return true;
    }
}
