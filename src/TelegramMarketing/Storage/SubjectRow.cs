namespace TelegramMarketing.Storage;

/// <summary>A customer in memory. Touched only under the store's lock.</summary>
internal sealed class SubjectRow
{
    public required SubjectRecord Record { get; set; }

    public HashSet<Guid> Invitations { get; } = [];

    /// <summary>The Telegram ids of who has used the customer's invitations.</summary>
    public HashSet<long> Persons { get; } = [];

    /// <summary>Events that belong to no invitation, each with its place in the ledger.</summary>
    public List<(long Number, ConsentEvent Event)> Events { get; } = [];
}
