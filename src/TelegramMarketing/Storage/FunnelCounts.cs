namespace TelegramMarketing.Storage;

/// <summary>Counts of the invitations to a channel. They survive the invitations themselves.</summary>
internal sealed record FunnelCounts
{
    public int Invited { get; init; }

    public int Delivered { get; init; }

    public int Undeliverable { get; init; }

    public int BotStarted { get; init; }

    public int Joined { get; init; }

    public int Left { get; init; }

    public int OptedOut { get; init; }
}
