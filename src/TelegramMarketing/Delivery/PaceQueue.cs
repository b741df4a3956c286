namespace TelegramMarketing.Delivery;

/// <summary>
/// What waits for the pace: messages whose chat may send, posts before bulk and each in turn, and those whose chat may not yet, by the time when it may. Not thread-safe.
/// </summary>
internal sealed class PaceQueue
{
    private readonly LinkedList<PaceWaiter>[] _ready = [[], []];
    private readonly PriorityQueue<PaceWaiter, (long Due, long Order)> _notYet = new();
    private long _order;

    public bool IsEmpty => _notYet.Count == 0 && Head is null;

    /// <summary>The next that goes once the bot may send; <see langword="null"/> when no chat may.</summary>
    public PaceWaiter? Head => _ready[0].First?.Value ?? _ready[1].First?.Value;

    /// <summary>When the next chat may send; <see cref="long.MaxValue"/> when none waits for that.</summary>
    public long NextDue => _notYet.TryPeek(out _, out var soonest) ? soonest.Due : long.MaxValue;

    /// <summary>Others wait for the bot, or have just become ready to, without the timer having said so yet.</summary>
    public bool IsSomebodyAheadOf(SendPriority priority, long now) =>
        _ready[0].Count > 0 || (priority == SendPriority.Bulk && _ready[1].Count > 0) || NextDue <= now;

    /// <summary>Adds a new one, whose chat may send at that time.</summary>
    public void Add(PaceWaiter waiter, long due, long now)
    {
        waiter.Order = ++_order;
        Place(waiter, due, now);
    }

    /// <summary>Moves those whose chat may send by now to the others that are ready.</summary>
    /// <param name="now">The time.</param>
    /// <param name="dueOf">When a message's chat may send: it may have become later since.</param>
    public void Ripen(long now, Func<PaceWaiter, long, long> dueOf)
    {
        while (_notYet.TryPeek(out var first, out var due) && (first.IsGone || due.Due <= now))
        {
            _notYet.Dequeue();
            if (!first.IsGone)
            {
                Place(first, dueOf(first, now), now);
            }
        }
    }

    /// <summary>The head goes.</summary>
    public void RemoveHead() => Unready(Head!);

    /// <summary>The head's chat may not send before that time after all.</summary>
    public void Postpone(PaceWaiter head, long due)
    {
        Unready(head);
        _notYet.Enqueue(head, (due, head.Order));
    }

    /// <summary>It has given up.</summary>
    public static void Remove(PaceWaiter waiter)
    {
        waiter.IsGone = true;
        Unready(waiter);
    }

    /// <summary>Takes all out.</summary>
    public List<PaceWaiter> Clear()
    {
        List<PaceWaiter> all = [.. _ready[0], .. _ready[1], .. _notYet.UnorderedItems.Select(item => item.Element)];
        _ready[0].Clear();
        _ready[1].Clear();
        _notYet.Clear();
        return all;
    }

    private void Place(PaceWaiter waiter, long due, long now)
    {
        if (due > now)
        {
            _notYet.Enqueue(waiter, (due, waiter.Order));
        }
        else
        {
            waiter.Node = _ready[(int)waiter.Priority].AddLast(waiter);
        }
    }

    private static void Unready(PaceWaiter waiter)
    {
        if (waiter.Node is { List: { } list } node)
        {
            list.Remove(node);
        }

        waiter.Node = null;
    }
}
