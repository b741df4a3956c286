using System.Globalization;

namespace TelegramMarketing.PublicPages;

/// <summary>The address of a page below t.me. The one that counts a view (<c>/v/</c>) cannot be formed.</summary>
internal readonly record struct PageAddress
{
    private PageAddress(PageKind kind, string channel, string path)
    {
        Kind = kind;
        Channel = channel;
        Path = path;
    }

    public PageKind Kind { get; }

    /// <summary>The channel's username in lower case, so that equal pages have equal addresses.</summary>
    public string Channel { get; }

    /// <summary>Path and query, without a leading slash.</summary>
    public string Path { get; }

    /// <summary>The messages with smaller ids than <paramref name="before"/>, or the latest.</summary>
    public static PageAddress Preview(string username, int? before = null)
    {
        var channel = Normal(username);
        return new(PageKind.Preview, channel, before is null ? $"s/{channel}" : string.Create(CultureInfo.InvariantCulture, $"s/{channel}?before={before}"));
    }

    public static PageAddress Embed(string username, int messageId)
    {
        var channel = Normal(username);
        return new(PageKind.Embed, channel, string.Create(CultureInfo.InvariantCulture, $"{channel}/{messageId}?embed=1"));
    }

    public static PageAddress Landing(string username)
    {
        var channel = Normal(username);
        return new(PageKind.Landing, channel, channel);
    }

    /// <summary>The absolute address.</summary>
    public Uri Under(Uri site) => new(site.AbsoluteUri.TrimEnd('/') + "/" + Path);

    private static string Normal(string username) => Uri.EscapeDataString(username.ToLowerInvariant());
}
