using System.Globalization;
using System.Text;
using MimeKit;
using TelegramMarketing.Invitations;

namespace TelegramMarketing.Email;

/// <summary>Writes the message. The same invitation at the same time gives the same bytes.</summary>
internal sealed class EmailComposer(EmailOptions options)
{
    /// <summary>About 270 pixels, shown at 160: sharp on screens of double density.</summary>
    internal const int PixelsPerModule = 6;

    private readonly EmailAddress _from = EmailAddress.Parse(options.From) ?? throw new ArgumentException("Email.From is not an e-mail address.", nameof(options));
    private readonly EmailAddress? _replyTo = options.ReplyTo is { } replyTo ? EmailAddress.Parse(replyTo) : null;
    private readonly EmailAddress? _unsubscribe = options.UnsubscribeMailbox is { } mailbox ? EmailAddress.Parse(mailbox) : null;

    public MimeMessage Compose(Invitation invitation, MailboxAddress recipient, DateTimeOffset now)
    {
        var id = invitation.Id.ToString("N", CultureInfo.InvariantCulture);
        var page = invitation.UnsubscribeAddress is { } address ? EmailContent.ToAscii(address) : null;
        var mail = _unsubscribe is null ? null : $"mailto:{Uri.EscapeDataString(_unsubscribe.LocalPart)}@{_unsubscribe.Domain}?subject=unsubscribe%20{id}";
        var content = EmailContent.Of(invitation, [.. WaysOut(invitation, page, mail)]);

        var message = new MimeMessage { Date = now, MessageId = $"{id}@{_from.Domain}" };
        message.From.Add(new MailboxAddress(Encoding.UTF8, EmailContent.OneLine(options.FromName ?? invitation.ChannelTitle), _from.Address));
        if (_replyTo is not null)
        {
            message.ReplyTo.Add(new MailboxAddress("", _replyTo.Address));
        }

        message.To.Add(recipient);
        message.Headers.Replace(HeaderId.Subject, Encoding.UTF8, content.Subject);
        message.Headers.Add("Content-Language", content.Language);
        AddUnsubscribing(message, page, mail);
        // RFC 3834, 5.1: written by a program. Keeps notes of absence from answering; Precedence is no standard, and says the same.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = Body(invitation, content, id);
        return message;
    }

    // RFC 2369: the best way first. RFC 8058: one click, for the https address only.
    private static void AddUnsubscribing(MimeMessage message, string? page, string? mail)
    {
        var ways = string.Join(", ", new[] { page, mail }.Where(way => way is not null).Select(way => $"<{way}>"));
        if (ways.Length > 0)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, ways);
        }

        if (page is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
    }

    private Multipart Body(Invitation invitation, EmailContent content, string id)
    {
        var pictureId = $"qr.{id}@{_from.Domain}";
        var picture = new MimePart("image", "png")
        {
            Content = new MimeContent(new MemoryStream(invitation.ToQrPng(PixelsPerModule))),
            ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = "qr.png" },
            ContentId = pictureId,
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        return new MultipartAlternative
        {
            Text("plain", content.PlainText),
            new MultipartRelated { Text("html", EmailHtml.Write(content, pictureId)), picture }.With($"=_r_{id}"),
        }.With($"=_a_{id}");
    }

    private IEnumerable<EmailLink> WaysOut(Invitation invitation, string? page, string? mail)
    {
        if (page is not null)
        {
            yield return new EmailLink(page, page);
        }
        else
        {
            var telegram = EmailContent.ToAscii(invitation.OptOutAddress);
            yield return new EmailLink(telegram, telegram);
        }

        if (mail is not null && page is null)
        {
            yield return new EmailLink(mail, _unsubscribe!.Address);
        }
    }

    // Seven bits, so that no server on the way changes the message and breaks its signature.
    private static TextPart Text(string kind, string text)
    {
        var part = new TextPart(kind);
        part.SetText(Encoding.UTF8, text);
        part.ContentTransferEncoding = part.GetBestEncoding(EncodingConstraint.SevenBit) == ContentEncoding.Base64 ? ContentEncoding.Base64 : ContentEncoding.QuotedPrintable;
        return part;
    }
}
