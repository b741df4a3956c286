using System.Buffers;
using System.Collections.Frozen;

namespace TelegramMarketing.Channels;

/// <summary>Telegram's rules of public usernames.</summary>
internal static class UsernameRules
{
    private const string Rules = "A username has 5 to 32 characters (bought ones have 4): letters a-z, digits and single underscores, beginning with a letter and not ending with an underscore.";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly FrozenSet<string> Reserved = new[]
    {
        "a", "addemoji", "addlist", "addstickers", "addtheme", "auth", "bg", "boost", "c", "call", "confirmphone", "contact", "giftcode", "i",
        "invoice", "iv", "joinchat", "k", "login", "m", "msg", "nft", "proxy", "s", "setlanguage", "share", "socks", "v", "web",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>Why a name is no username; null when it is one.</summary>
    public static string? Refuse(string name)
    {
        if (IsReserved(name))
        {
            return ReservedWord(name);
        }

        return IsWellFormed(name) ? null : $"{LinkText.Quote(name)} is no username. {Rules}";
    }

    public static string ReservedWord(string name) =>
        $"{LinkText.Quote(name)} is a word that Telegram keeps for links of its own, not the username of a channel.";

    private static bool IsWellFormed(string name) =>
        name.Length is >= 4 and <= 32
        && char.IsAsciiLetter(name[0])
        && name[^1] != '_'
        && !name.Contains("__", StringComparison.Ordinal)
        && !name.AsSpan().ContainsAnyExcept(Allowed);
}
