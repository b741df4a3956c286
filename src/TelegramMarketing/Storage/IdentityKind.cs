namespace TelegramMarketing.Storage;

/// <summary>By what a customer is known. The numbers are stored.</summary>
internal enum IdentityKind
{
    /// <summary>The host's own id.</summary>
    Customer = 0,

    /// <summary>An e-mail address.</summary>
    Email = 1,

    /// <summary>A Telegram id: the customer's own, or that of somebody who has used the customer's invitation.</summary>
    Telegram = 2,
}
