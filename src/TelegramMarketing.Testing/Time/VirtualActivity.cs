using TelegramMarketing.Time;

namespace TelegramMarketing.Testing.Time;

/// <summary>
/// A piece of work in virtual time. It is runnable unless it is parked, has ended, or waits for what was begun inside it. All fields
/// are guarded by the gauge's lock.
/// </summary>
internal sealed class VirtualActivity(QuietGauge gauge, VirtualActivity? parent, string name, bool isOperation) : IQuietActivity
{
    internal string Name { get; } = name;

    /// <summary>Whether a caller outside all activities awaits it.</summary>
    internal bool IsRootOperation { get; } = isOperation && parent is null;

    internal VirtualActivity? Parent { get; set; } = parent;

    /// <summary>What becomes the flow's current activity again when this one ends.</summary>
    internal VirtualActivity? Outer { get; } = parent;

    internal int Parked { get; set; }

    internal int Inner { get; set; }

    internal bool HasEnded { get; set; }

    internal bool IsRunnable => !HasEnded && Parked <= 0 && Inner == 0;

    public void Park() => gauge.Change(this, static activity => activity.Parked++);

    public void Unpark() => gauge.Change(this, static activity => activity.Parked--);

    public void End() => gauge.End(this, restoreFlow: true);
}
