namespace TelegramMarketing.Testing;

/// <summary>What goes wrong. Each request is befallen by the first fault that fits.</summary>
public sealed class TelegramFaults
{
    private readonly Lock _lock = new();
    private readonly List<(TelegramFault Fault, int Left)> _faults = [];

    internal TelegramFaults()
    {
    }

    /// <summary>How many faults are still to come, each however often it still happens.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _faults.Count;
            }
        }
    }

    /// <summary>Adds a fault after the others.</summary>
    public void Add(TelegramFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fault.Times);
        lock (_lock)
        {
            _faults.Add((fault, fault.Times));
        }
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    internal TelegramFault? Take(TelegramRequest request) => Take(fault => fault.Befalls(request));

    /// <summary>The fault of a request that never leaves; asked before its body is read, as far as the body doesn't matter.</summary>
    internal TelegramFault? TakeUnsent(TelegramRequest request) => Take(fault => fault is { NeverArrives: true, Channel: null, When: null } && fault.Befalls(request));

    private TelegramFault? Take(Predicate<TelegramFault> fits)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(entry => fits(entry.Fault));
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = _faults[index];
            if (left == 1)
            {
                _faults.RemoveAt(index);
            }
            else if (left != int.MaxValue)
            {
                _faults[index] = (fault, left - 1);
            }

            return fault;
        }
    }
}
