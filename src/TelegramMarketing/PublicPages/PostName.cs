using System.Globalization;

namespace TelegramMarketing.PublicPages;

/// <summary>A post as pages name it: <c>durov/528</c>.</summary>
internal readonly record struct PostName(string Channel, int MessageId)
{
    /// <summary>Reads the value of a <c>data-post</c> attribute.</summary>
    public static PostName? Parse(string? text)
    {
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash > 0 && TryReadId(text.AsSpan(slash + 1), out var id) ? new PostName(text![..slash], id) : null;
    }

    /// <summary>Reads the link of an album's item, <c>https://t.me/durov/528?single</c>; <see langword="null"/> for any other link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="isItem">The element is known to be an item, so that its link need not say it.</param>
    public static PostName? ParseItem(string? link, bool isItem)
    {
        var query = link?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        if (link is null || !(isItem || (query >= 0 && link[(query + 1)..].Split('&') is ["single", ..])))
        {
            return null;
        }

        var path = query < 0 ? link : link[..query];
        var slash = path.LastIndexOf('/');
        var before = slash > 0 ? path.LastIndexOf('/', slash - 1) : -1;
        return before >= 0 ? Parse(path[(before + 1)..]) : null;
    }

    public bool IsOf(string channel) => string.Equals(Channel, channel, StringComparison.OrdinalIgnoreCase);

    private static bool TryReadId(ReadOnlySpan<char> text, out int id) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;
}
