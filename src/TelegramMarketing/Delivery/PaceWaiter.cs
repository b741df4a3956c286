using TelegramMarketing.Time;

namespace TelegramMarketing.Delivery;

/// <summary>A message that waits for leave to be sent.</summary>
internal sealed class PaceWaiter(ChatState chat, int cost, SendPriority priority, Gate<Permit> gate)
{
    public ChatState Chat => chat;

    public int Cost => cost;

    public SendPriority Priority => priority;

    public Gate<Permit> Gate => gate;

    /// <summary>Its place in the order of arrival.</summary>
    public long Order { get; set; }

    /// <summary>Its place among those that are ready; <see langword="null"/> while its chat may not send yet.</summary>
    public LinkedListNode<PaceWaiter>? Node { get; set; }

    /// <summary>It has given up.</summary>
    public bool IsGone { get; set; }
}
