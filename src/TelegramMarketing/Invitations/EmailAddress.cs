using System.Globalization;
using System.Text;

namespace TelegramMarketing.Invitations;

/// <summary>
/// An e-mail address that a message can be sent to: one mailbox, written alone. No names, comments, quoted local parts, address literals or hosts without a domain, which in a list of customers are mistakes.
/// Two are compared by <see cref="Key"/>: whatever the case, and however the domain is written.
/// </summary>
internal sealed record EmailAddress
{
    /// <summary>The longest address in bytes, as it is sent. RFC 5321, section 4.5.3.1.3, and the erratum that takes the angle brackets off the path.</summary>
    public const int MaxLength = 254;

    private const int MaxLocalPartBytes = 64;
    private const string Marks = "!#$%&'*+/=?^_`{|}~-";
    private static readonly IdnMapping _domains = new() { UseStd3AsciiRules = true };

    private EmailAddress(string text, string localPart, string domain) => (Text, LocalPart, Domain) = (text, localPart, domain);

    /// <summary>As it was given but for surrounding spaces.</summary>
    public string Text { get; }

    /// <summary>What stands before the @; its case is kept.</summary>
    public string LocalPart { get; }

    /// <summary>The domain in lower case and in ASCII, an international one as <c>xn--…</c>.</summary>
    public string Domain { get; }

    /// <summary>As it is sent.</summary>
    public string Address => $"{LocalPart}@{Domain}";

    /// <summary>The form in which addresses are compared.</summary>
    public string Key => $"{LocalPart.ToLowerInvariant()}@{Domain}";

    /// <summary>A server must offer SMTPUTF8 (RFC 6531) to take it.</summary>
    public bool NeedsSmtpUtf8 => !Ascii.IsValid(LocalPart);

    /// <summary>The address, or <see langword="null"/> when it is malformed. Spaces around it are ignored.</summary>
    public static EmailAddress? Parse(string? text)
    {
        var trimmed = text?.Trim(' ') ?? "";
        var at = trimmed.LastIndexOf('@');
        if (at < 1 || ToDomain(trimmed[(at + 1)..]) is not { } domain || !IsLocalPart(trimmed[..at]))
        {
            return null;
        }

        var parsed = new EmailAddress(trimmed, trimmed[..at], domain);
        return Encoding.UTF8.GetByteCount(parsed.Address) <= MaxLength ? parsed : null;
    }

    /// <summary>Says nothing, so that no log line can hold it by accident.</summary>
    public override string ToString() => "e-mail address";

    private static bool IsLocalPart(string text) =>
        Encoding.UTF8.GetByteCount(text) <= MaxLocalPartBytes
        && text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal)
        && text.EnumerateRunes().All(IsAllowed);

    private static bool IsAllowed(Rune rune) =>
        rune.IsAscii
            ? char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '.' || Marks.Contains((char)rune.Value, StringComparison.Ordinal)
            : rune != Rune.ReplacementChar && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static string? ToDomain(string text)
    {
        try
        {
            var domain = _domains.GetAscii(text).ToLowerInvariant();
            return IsDomain(domain) ? domain : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsDomain(string domain) =>
        domain.Split('.') is [.., _, var top] && !top.All(char.IsAsciiDigit) && Uri.CheckHostName(domain) == UriHostNameType.Dns && !domain.EndsWith('.');
}
