using System.Net.Security;

namespace TelegramMarketing;

/// <summary>The mail server by which invitations are sent, and in whose name. Checked when the host starts, or at first use without a host.</summary>
public sealed class EmailOptions
{
    /// <summary>The name of the mail server that takes the company's outgoing mail.</summary>
    /// <value>No default; required.</value>
    public string Host { get; set; } = "";

    /// <summary>The port of the mail server: usually 587 for <see cref="EmailSecurity.StartTls"/>, 465 for <see cref="EmailSecurity.Tls"/>.</summary>
    /// <value>Defaults to 587; 1 to 65535.</value>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    /// <value>Defaults to <see cref="EmailSecurity.StartTls"/>, without which nothing is sent.</value>
    public EmailSecurity Security { get; set; } = EmailSecurity.StartTls;

    /// <summary>Asks the issuer of the server's certificate whether it was revoked. Needs a way out to the issuer; where there is none, every connection fails.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool CheckRevocation { get; set; } = true;

    /// <summary>The name to log in with.</summary>
    /// <value>Defaults to <see langword="null"/>: the server takes mail from this machine without a login.</value>
    public string? UserName { get; set; }

    /// <summary>The password to log in with. Keep it in a secret store; it is never logged.</summary>
    /// <value>Defaults to <see langword="null"/>.</value>
    public string? Password { get; set; }

    /// <summary>The address that the invitations come from: <c>news@aurora.example</c>. Refusals that arrive later go there too.</summary>
    /// <value>No default; required.</value>
    public string From { get; set; } = "";

    /// <summary>The name that readers see beside <see cref="From"/>, in any script. At most 200 characters in one line.</summary>
    /// <value>Defaults to <see langword="null"/>: the channel's title.</value>
    public string? FromName { get; set; }

    /// <summary>The address that answers go to.</summary>
    /// <value>Defaults to <see langword="null"/>: to <see cref="From"/>.</value>
    public string? ReplyTo { get; set; }

    /// <summary>
    /// A mailbox that somebody reads, or a program, for customers who unsubscribe by mail: its messages have the subject <c>unsubscribe</c> and the invitation's id. Beside or in the place of
    /// <see cref="InvitationOptions.UnsubscribeAddress"/>; one of the two is required.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: only by <see cref="InvitationOptions.UnsubscribeAddress"/>.</value>
    public string? UnsubscribeMailbox { get; set; }

    /// <summary>How many connections to the server may be open at once, each of which sends one message after another.</summary>
    /// <value>Defaults to 2; 1 to 100.</value>
    public int Connections { get; set; } = 2;

    /// <summary>How many messages a campaign may begin in a minute: what the mail provider permits.</summary>
    /// <value>Defaults to <see langword="null"/>: as fast as they are accepted. Else 1 to 60,000.</value>
    public int? MessagesPerMinute { get; set; }

    /// <summary>
    /// How long one message may take, from the connection to the server's last word. A server that says nothing for so long after it had the message leaves an
    /// <see cref="InvitationOutcome.Unknown"/>.
    /// </summary>
    /// <value>Defaults to 10 minutes, which SMTP (RFC 5321, 4.5.3.2) asks for after a message; 10 seconds to an hour.</value>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Decides on the server's certificate in tests, whose certificate nobody has signed.</summary>
    internal RemoteCertificateValidationCallback? CertificateValidation { get; set; }
}
