namespace TelegramMarketing.Benchmarks.Server;

/// <summary>How a bot's server behaves.</summary>
/// <param name="Limited">At most 30 in any trailing second, 1/s for a chat with a burst of 3, 20 in any trailing minute for a channel.</param>
/// <param name="Latency">Half of it passes before a message is counted, half after.</param>
/// <param name="Jitter">Passes before a message is counted: anything from nothing to this.</param>
/// <param name="LocksOut">After a refusal everything is refused until <c>retry_after</c> has passed.</param>
internal sealed record ServerRules(bool Limited, TimeSpan Latency, TimeSpan Jitter, bool LocksOut)
{
    public static ServerRules Unlimited { get; } = new(false, TimeSpan.Zero, TimeSpan.Zero, false);

    public static ServerRules Constant { get; } = new(true, TimeSpan.FromMilliseconds(50), TimeSpan.Zero, false);

    public static ServerRules Jittery { get; } = Constant with { Jitter = TimeSpan.FromMilliseconds(30) };

    public static ServerRules LockingOut { get; } = Constant with { LocksOut = true };
}
