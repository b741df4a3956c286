namespace TelegramMarketing.Storage;

/// <summary>Who a subject of the ledger is. Erasure deletes these rows, and the ledger's events stay as anonymous counts.</summary>
internal sealed class IdentityRow
{
    public string BotName { get; set; } = "";

    public IdentityKind Kind { get; set; }

    /// <summary>As it is compared.</summary>
    public string Value { get; set; } = "";

    /// <summary>Empty for what belongs to one customer only; the subject for a Telegram id, which several may share.</summary>
    public string Slot { get; set; } = "";

    public Guid Subject { get; set; }

    /// <summary>As it was given.</summary>
    public string Text { get; set; } = "";

    /// <summary>The customer's own, and not that of somebody who has used their invitation.</summary>
    public bool IsOwn { get; set; }

    public Identity Identity => new(Kind, Value, Text);

    public static IdentityRow Create(Identity identity, Guid subject, bool isOwn = true) => new()
    {
        Kind = identity.Kind,
        Value = identity.Value,
        Text = identity.Text,
        Slot = identity.Kind == IdentityKind.Telegram ? subject.ToString("N") : "",
        Subject = subject,
        IsOwn = isOwn,
    };
}
