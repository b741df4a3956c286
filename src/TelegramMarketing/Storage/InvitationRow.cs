namespace TelegramMarketing.Storage;

/// <summary>An invitation in memory, with its events. Touched only under the store's lock.</summary>
internal sealed class InvitationRow
{
    private int _reached;

    public required InvitationRecord Record { get; set; }

    /// <summary>Its place among the others, oldest first.</summary>
    public required LinkedListNode<Guid> Age { get; init; }

    /// <summary>Each with its place in the ledger.</summary>
    public List<(long Number, ConsentEvent Event)> Events { get; } = [];

    /// <summary>The person had joined, and has left.</summary>
    public bool IsGone { get; set; }

    public bool HasReached(ConsentEventKind kind) => (_reached & (1 << (int)kind)) != 0;

    /// <summary><see langword="true"/> the first time.</summary>
    public bool Reach(ConsentEventKind kind)
    {
        var isFirst = !HasReached(kind);
        _reached |= 1 << (int)kind;
        return isFirst;
    }
}
