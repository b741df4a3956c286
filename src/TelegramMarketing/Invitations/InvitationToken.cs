using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using TelegramMarketing.Time;

namespace TelegramMarketing.Invitations;

/// <summary>
/// The secret of an invitation: 128 bits of chance, in base64url. A prefix tells our start payloads and buttons from those of the host's own
/// bot (Telegram allows 64 characters of A-Z, a-z, 0-9, _ and -).
/// </summary>
internal static class InvitationToken
{
    private const int Bytes = 16;
    private const int Length = 22;
    private const string StartPrefix = "inv_";
    private const string OptOutPrefix = "out_";
    private const string YesPrefix = "iny_";
    private const string NoPrefix = "inn_";

    public static string Create(Chance chance)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        chance.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    public static string ToStartPayload(string token) => StartPrefix + token;

    public static string ToOptOutPayload(string token) => OptOutPrefix + token;

    /// <summary>What the button carries that says yes to the consent question.</summary>
    public static string ToYes(string token) => YesPrefix + token;

    /// <summary>What the button carries that says no to the consent question.</summary>
    public static string ToNo(string token) => NoPrefix + token;

    /// <summary>The token of a button's data that is ours by its form.</summary>
    public static bool TryReadAnswer(string data, [NotNullWhen(true)] out string? token, out bool isYes)
    {
        isYes = data.StartsWith(YesPrefix, StringComparison.Ordinal);
        var isOurs = (isYes || data.StartsWith(NoPrefix, StringComparison.Ordinal)) && data.Length == YesPrefix.Length + Length;
        token = isOurs ? data[YesPrefix.Length..] : null;
        return isOurs;
    }

    /// <summary>The token of a payload that is ours by its form.</summary>
    public static bool TryRead(string payload, [NotNullWhen(true)] out string? token, out bool isOptOut)
    {
        isOptOut = payload.StartsWith(OptOutPrefix, StringComparison.Ordinal);
        var isOurs = (isOptOut || payload.StartsWith(StartPrefix, StringComparison.Ordinal)) && payload.Length == StartPrefix.Length + Length;
        token = isOurs ? payload[StartPrefix.Length..] : null;
        return isOurs;
    }
}
