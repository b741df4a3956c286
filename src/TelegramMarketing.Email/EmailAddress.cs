using System.Globalization;
using System.Text;

namespace TelegramMarketing.Email;

/// <summary>
/// An e-mail address that a message can be sent to: one mailbox, written alone. No names, comments, quoted local parts, address literals or hosts without a domain, which in a list of customers are mistakes.
/// </summary>
internal sealed record EmailAddress
{
    // RFC 5321, 4.5.3.1, and the erratum that takes the angle brackets off the path.
    private const int MaxLocalPartBytes = 64;
    private const int MaxBytes = 254;

    private const string Marks = "!#$%&'*+/=?^_`{|}~-";

    private EmailAddress(string localPart, string domain)
    {
        LocalPart = localPart;
        Domain = domain;
    }

    /// <summary>What stands before the @; its case is kept.</summary>
    public string LocalPart { get; }

    /// <summary>The domain in lower case and in ASCII, an international one as <c>xn--…</c>.</summary>
    public string Domain { get; }

    /// <summary>A server must offer SMTPUTF8 (RFC 6531) to take it.</summary>
    public bool NeedsSmtpUtf8 => !Ascii.IsValid(LocalPart);

    public string Address => $"{LocalPart}@{Domain}";

    /// <summary>The address, or <see langword="null"/> when it is malformed. Spaces around it are ignored.</summary>
    public static EmailAddress? Parse(string text)
    {
        var address = text.Trim(' ');
        var at = address.LastIndexOf('@');
        if (at < 1 || ToDomain(address[(at + 1)..]) is not { } domain)
        {
            return null;
        }

        var parsed = new EmailAddress(address[..at], domain);
        return IsLocalPart(parsed.LocalPart) && Encoding.UTF8.GetByteCount(parsed.Address) <= MaxBytes ? parsed : null;
    }

    /// <summary>Nothing, so that no log line can hold it by accident.</summary>
    public override string ToString() => "address";

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
#pragma warning disable CA1308 // Domains are written in lower case.
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(text).ToLowerInvariant();
#pragma warning restore CA1308
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
