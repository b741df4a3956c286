using System.Globalization;
using System.Text.RegularExpressions;

namespace TelegramMarketing.Email;

/// <summary>The numbers of a server's reply; its words can hold the customer's address and are dropped.</summary>
/// <param name="Code">The reply code (RFC 5321, 4.2).</param>
/// <param name="Subject">The subject of the enhanced status code (RFC 3463), the 1 of 5.1.2, where there is one.</param>
/// <param name="Detail">Its detail, the 2 of 5.1.2.</param>
internal sealed partial record SmtpReply(int Code, int? Subject = null, int? Detail = null)
{
    /// <summary>It passes, as the server says.</summary>
    public bool IsPassing => Code is >= 400 and < 500;

    public static SmtpReply Parse(int code, string words)
    {
        var match = EnhancedCode().Match(words);
        return match.Success
            ? new SmtpReply(code, Number(match.Groups["subject"].Value), Number(match.Groups["detail"].Value))
            : new SmtpReply(code);
    }

    /// <summary>The numbers, such as <c>550 5.1.1</c>.</summary>
    public override string ToString() => Subject is null
        ? Code.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Code} {Code / 100}.{Subject}.{Detail}");

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\s*[245]\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?![0-9.])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnhancedCode();
}
