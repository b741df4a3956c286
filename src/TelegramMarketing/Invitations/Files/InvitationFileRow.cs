using System.Text;
using TelegramMarketing.Statistics.Exporting;

namespace TelegramMarketing.Invitations;

/// <summary>What stands in the file for the company's own mailing.</summary>
internal static class InvitationFileRow
{
    private static readonly string[] _columns = ["customer", "email", "language", "subject", "text", "address", "opt_out_address", "unsubscribe_address", "invitation"];

    /// <summary>The beginning of every file: the mark by which spreadsheets know UTF-8, and the header.</summary>
    public static byte[] Header() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvLine.Format(_columns))];

    public static byte[] Of(InvitationMessage message)
    {
        var invitation = message.Invitation;
        return Encoding.UTF8.GetBytes(CsvLine.Format(
        [
            message.Recipient.Customer,
            message.Recipient.EmailAddress,
            invitation.Language,
            invitation.Subject,
            invitation.Text.PlainText,
            invitation.Address.AbsoluteUri,
            invitation.OptOutAddress.AbsoluteUri,
            invitation.UnsubscribeAddress?.AbsoluteUri,
            invitation.Id.ToString("D"),
        ]));
    }
}
