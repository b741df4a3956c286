using MailKit.Net.Smtp;
using MimeKit;

namespace TelegramMarketing.Email;

/// <summary>A client that remembers by which reply a message was refused.</summary>
internal sealed class WatchedSmtpClient(SmtpWatch watch) : SmtpClient(watch)
{
    /// <summary>Where the present message was refused, and how; <see langword="null"/> when it was not.</summary>
    public (SmtpStage Stage, SmtpReply Reply)? Refusal { get; private set; }

    /// <summary>Forgets the message before.</summary>
    public void BeginMessage()
    {
        Refusal = null;
        watch.BeginMessage();
    }

    protected override void OnSenderNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        Refuse(SmtpStage.Sender, response);
        base.OnSenderNotAccepted(message, mailbox, response);
    }

    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        Refuse(SmtpStage.Recipient, response);
        base.OnRecipientNotAccepted(message, mailbox, response);
    }

    // Of pipelined commands the first that is refused counts.
    private void Refuse(SmtpStage stage, SmtpResponse response) => Refusal ??= (stage, SmtpReply.Parse((int)response.StatusCode, response.Response));
}
