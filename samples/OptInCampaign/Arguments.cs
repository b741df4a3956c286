using System.Globalization;
using System.Net;

namespace OptInCampaign;

/// <summary>How the program was called.</summary>
internal sealed record Arguments(DnsEndPoint? Smtp = null, int? Lines = null)
{
    public const string Usage = """
        Usage: dotnet run --project samples/OptInCampaign [-- [--smtp HOST:PORT] [--lines NUMBER]]
          --smtp HOST:PORT  a mail server on this machine, such as maildev on 127.0.0.1:1025, that takes the e-mails; without one they go to mailboxes in memory
          --lines NUMBER    the length of the bakery's list of customers, 100 to 20000 (2000)
        """;

    private const int DefaultLines = 2_000;

    public int Length => Lines ?? DefaultLines;

    /// <returns><see langword="null"/> where they make no sense.</returns>
    public static Arguments? Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new(),
        ["--smtp", var address, .. var others] when ParseAddress(address) is { } smtp && Parse(others) is { Smtp: null } rest => rest with { Smtp = smtp },
        ["--lines", var lines, .. var others] when int.TryParse(lines, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 100 and <= 20_000
            && Parse(others) is { Lines: null } rest => rest with { Lines = number },
        _ => null,
    };

    private static DnsEndPoint? ParseAddress(string text) =>
        text.LastIndexOf(':') is > 0 and var colon && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535
            ? new DnsEndPoint(text[..colon].Trim('[', ']'), port)
            : null;
}
