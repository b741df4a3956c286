using System.Globalization;
using System.Text;

namespace TelegramMarketing.Email;

/// <summary>The message as HTML: tables and styles in place, as mail programs want it; nothing is fetched from anywhere.</summary>
internal sealed class EmailHtml
{
    private const int ShownLength = 30;

    private readonly StringBuilder _html = new();
    private readonly EmailContent _content;
    private readonly string _direction;
    private readonly IReadOnlyList<EmailLink> _links;

    private EmailHtml(EmailContent content)
    {
        _content = content;
        _direction = content.IsRightToLeft ? "rtl" : "ltr";
        _links = [.. content.WaysOut.Append(new EmailLink(content.Address, content.Address)).OrderByDescending(link => link.Text.Length)];
    }

    /// <summary>Writes it.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="pictureId">The id of the part with the QR code.</param>
    public static string Write(EmailContent content, string pictureId)
    {
        var html = new EmailHtml(content);
        html.WriteHead();
        html.WriteText();
        html.WritePicture(pictureId);
        html.WriteFoot();
        return html._html.ToString();
    }

    private void WriteHead() => Line($$"""
        <!DOCTYPE html>
        <html lang="{{_content.Language}}" dir="{{_direction}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{Encode(_content.Subject)}}</title>
        <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
          .page { background-color: #16191d !important; }
          .card { background-color: #20252b !important; color: #e9ecef !important; border-color: #343b43 !important; }
          .foot { color: #a9b2bb !important; border-color: #343b43 !important; }
          .link { color: #7cc0f5 !important; }
        }
        </style>
        </head>
        <body class="page" style="margin:0;padding:0;background-color:#f2f4f6;">
        <table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f2f4f6;"><tr><td align="center" style="padding:24px 12px;">
        <table class="card" role="presentation" lang="{{_content.Language}}" dir="{{_direction}}" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background-color:#ffffff;color:#1f2933;border:1px solid #e1e5e9;border-radius:12px;font-family:'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.55;text-align:{{(_content.IsRightToLeft ? "right" : "left")}};">
        <tr><td style="padding:28px 28px 0 28px;"><h1 dir="auto" style="margin:0;font-size:22px;line-height:1.3;text-align:{{(_content.IsRightToLeft ? "right" : "left")}};">{{Encode(_content.Title)}}</h1></td></tr>
        """);

    // The button stands under the paragraph that names its address.
    private void WriteText()
    {
        var last = _content.Paragraphs.Count - 1;
        var place = Enumerable.Range(0, last + 1).FirstOrDefault(index => _content.Paragraphs[index].Any(line => line.Contains(_content.Address, StringComparison.Ordinal)), last);
        for (var index = 0; index <= last; index++)
        {
            Line($"""<tr><td style="padding:14px 28px 0 28px;">{Paragraph(_content.Paragraphs[index])}</td></tr>""");
            if (index == place)
            {
                WriteButton();
            }
        }

        if (last < 0)
        {
            WriteButton();
        }
    }

    private void WriteButton() => Line($"""
        <tr><td align="center" style="padding:24px 28px 10px 28px;"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" bgcolor="#1b6fb3" style="background-color:#1b6fb3;border-radius:8px;"><a href="{Encode(_content.Address)}" style="display:inline-block;padding:13px 30px;color:#ffffff;font-weight:600;text-decoration:none;">{Encode(_content.ButtonLabel)}</a></td></tr></table></td></tr>
        """);

    // White around the code in the dark too: a camera looks for dark on light.
    private void WritePicture(string pictureId) => Line($"""
        <tr><td align="center" style="padding:22px 28px 0 28px;"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#ffffff" style="background-color:#ffffff;border-radius:8px;"><img src="cid:{Encode(pictureId)}" alt="QR: {Encode(_content.Address)}" width="160" height="160" style="display:block;width:160px;height:160px;border:0;border-radius:8px;"></td></tr></table></td></tr>
        """);

    private void WriteFoot() => Line($"""
        <tr><td style="padding:22px 28px 24px 28px;"><div class="foot" style="border-top:1px solid #e1e5e9;padding-top:16px;font-size:13px;line-height:1.5;color:#5b6670;">{Paragraph(_content.Foot)}</div></td></tr>
        </table>
        </td></tr></table>
        </body>
        </html>
        """);

    private string Paragraph(IReadOnlyList<string> lines) => string.Join("<br>\n", lines.Select(Linked));

    /// <summary>A line with its addresses as links.</summary>
    private string Linked(string line)
    {
        var result = new StringBuilder();
        while (line.Length > 0)
        {
            var (link, at) = _links.Select(candidate => (Link: (EmailLink?)candidate, At: line.IndexOf(candidate.Text, StringComparison.Ordinal)))
                .Where(found => found.At >= 0)
                .OrderBy(found => found.At)
                .FirstOrDefault((null, line.Length));
            result.Append(Encode(line[..at]));
            if (link is null)
            {
                break;
            }

            result.Append(CultureInfo.InvariantCulture, $"""<a class="link" dir="ltr" href="{Encode(link.Target)}" style="color:#1b6fb3;word-break:break-all;">{Encode(Shown(link.Text))}</a>""");
            line = line[(at + link.Text.Length)..];
        }

        return result.ToString();
    }

    // Tokens are long; where a link leads stands at its beginning.
    private static string Shown(string address)
    {
        var text = address.StartsWith("https://", StringComparison.Ordinal) ? address["https://".Length..] : address;
        var path = text.Split('?')[0];
        var shown = path.Length <= ShownLength ? path : path[..ShownLength];
        return shown.Length == text.Length ? text : shown + "…";
    }

    private static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private void Line(string text) => _html.Append(text.ReplaceLineEndings("\n")).Append('\n');
}
