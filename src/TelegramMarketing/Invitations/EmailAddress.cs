using System.Globalization;
using System.Net.Mail;

namespace TelegramMarketing.Invitations;

/// <summary>An e-mail address as it was given but for surrounding spaces. Equal whatever the case, and however its domain is written.</summary>
internal readonly record struct EmailAddress
{
    /// <summary>RFC 5321, section 4.5.3.1.3, with the errata: 256 octets with the angle brackets.</summary>
    public const int MaxLength = 254;

    private static readonly IdnMapping _domains = new() { UseStd3AsciiRules = true };

    private EmailAddress(string text, string key) => (Text, Key) = (text, key);

    public string Text { get; }

    /// <summary>The form in which addresses are compared.</summary>
    public string Key { get; }

    public static bool TryParse(string? text, out EmailAddress address)
    {
        address = default;
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > MaxLength || trimmed.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)) || !MailAddress.TryCreate(trimmed, out var parsed))
        {
            return false;
        }

        // "Ann <ann@example.com>" is a name and an address; here only the address will do.
        var isAddressOnly = string.Equals(parsed.Address, trimmed, StringComparison.OrdinalIgnoreCase);
        if (!isAddressOnly || !TryReadDomain(parsed.Host, out var domain))
        {
            return false;
        }

        address = new(trimmed, $"{parsed.User.ToLowerInvariant()}@{domain}");
        return true;
    }

    /// <summary>Says nothing, so that no log line can hold it by accident.</summary>
    public override string ToString() => "e-mail address";

    private static bool TryReadDomain(string host, out string domain)
    {
        domain = "";
        try
        {
            domain = _domains.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        return domain.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(domain) == UriHostNameType.Dns;
    }
}
