namespace TelegramMarketing;

/// <summary>How the connection to the mail server is protected.</summary>
public enum EmailSecurity
{
    /// <summary>The connection begins in the clear and is encrypted before anything of value is said, usually on port 587. A server that does not offer it is not used.</summary>
    StartTls,

    /// <summary>The connection is encrypted from the beginning, usually on port 465.</summary>
    Tls,

    /// <summary>Nothing is encrypted. Refused at start unless the host is this machine itself.</summary>
    None,
}
