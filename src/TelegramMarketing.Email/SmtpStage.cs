namespace TelegramMarketing.Email;

/// <summary>How far a message had come when the server answered.</summary>
internal enum SmtpStage
{
    /// <summary>The greeting, TLS, the login.</summary>
    Connection,

    /// <summary>MAIL FROM.</summary>
    Sender,

    /// <summary>RCPT TO.</summary>
    Recipient,

    /// <summary>DATA, before any of the message.</summary>
    Data,

    /// <summary>The whole message.</summary>
    Content,
}
