namespace TelegramMarketing.Storage;

/// <summary>Counts of the invitations to a channel, by what has happened to them.</summary>
internal sealed record FunnelCounts
{
    private readonly int[] _reached = new int[32];

    /// <summary>Joined, and left.</summary>
    public int Left { get; set; }

    /// <summary>A delivery was begun whose outcome is not known.</summary>
    public int Unknown { get; set; }

    public int this[ConsentEventKind kind] => _reached[(int)kind];

    public void Add(InvitationRow row) => Add(row.Reached, row.IsGone, row.Delivery, 1);

    public void Add(int reached, bool isGone, DeliveryState delivery, int count)
    {
        for (var kind = 0; kind < _reached.Length; kind++)
        {
            _reached[kind] += (reached & (1 << kind)) != 0 ? count : 0;
        }

        Left += isGone ? count : 0;
        Unknown += delivery == DeliveryState.Begun ? count : 0;
    }

    public void Add(FunnelCounts other)
    {
        for (var kind = 0; kind < _reached.Length; kind++)
        {
            _reached[kind] += other._reached[kind];
        }

        Left += other.Left;
        Unknown += other.Unknown;
    }
}
