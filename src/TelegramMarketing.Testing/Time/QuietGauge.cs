using TelegramMarketing.Time;

namespace TelegramMarketing.Testing.Time;

/// <summary>Counts the runnable activities, and tells when there are none.</summary>
internal sealed class QuietGauge : IQuietGauge
{
    private readonly Lock _lock = new();
    private readonly AsyncLocal<VirtualActivity?> _current = new();
    private readonly HashSet<VirtualActivity> _runnable = [];
    private readonly Action _operationWaits;
    private readonly TimeSpan _patience;
    private TaskCompletionSource? _quiet;
    private long _changes;
    private int _operations;

    /// <param name="operationWaits">Called when all is quiet while somebody awaits an operation.</param>
    /// <param name="patience">How long, in real time, something may run without a change.</param>
    public QuietGauge(Action operationWaits, TimeSpan patience)
    {
        _operationWaits = operationWaits;
        _patience = patience;
    }

    public IQuietActivity? Current => _current.Value is { HasEnded: false } activity ? activity : null;

    /// <summary>Whether somebody awaits an operation and nothing is runnable.</summary>
    public bool OperationWaits
    {
        get
        {
            lock (_lock)
            {
                return _operations > 0 && _runnable.Count == 0;
            }
        }
    }

    public IQuietActivity Begin(string name) => SetCurrent(Add(parent: null, name, isOperation: false));

    public IQuietActivity BeginOperation(string name) => SetCurrent(Add((VirtualActivity?)Current, name, isOperation: true));

    /// <summary>Begins work inside the flow's current activity, which waits for it, without becoming the current one itself.</summary>
    public VirtualActivity BeginInner(string name) => Add((VirtualActivity?)Current, name, isOperation: false);

    /// <summary>Begins work that nobody waits for, without becoming the current one.</summary>
    public VirtualActivity BeginApart(string name) => Add(parent: null, name, isOperation: false);

    /// <summary>Forgets the flow's current activity; the caller is an asynchronous method, so that its own caller keeps it.</summary>
    public void LeaveFlow() => _current.Value = null;

    /// <summary>Whoever waited for the activity waits no longer, though the activity goes on.</summary>
    public void Detach(VirtualActivity activity) => Update(() =>
    {
        if (activity.Parent is { } parent && !activity.HasEnded)
        {
            activity.Parent = null;
            parent.Inner--;
            Count(parent);
        }
    });

    public void Change(VirtualActivity activity, Action<VirtualActivity> change) => Update(() =>
    {
        change(activity);
        Count(activity);
    });

    public void End(VirtualActivity activity, bool restoreFlow = false)
    {
        if (restoreFlow && ReferenceEquals(_current.Value, activity))
        {
            _current.Value = activity.Outer;
        }

        Update(() =>
        {
            if (activity.HasEnded)
            {
                return;
            }

            activity.HasEnded = true;
            if (activity.Parent is { } parent)
            {
                parent.Inner--;
                Count(parent);
            }

            _operations -= activity.IsRootOperation ? 1 : 0;
            Count(activity);
        });
    }

    /// <summary>Waits until nothing is runnable, and some turns of the thread pool later still nothing is.</summary>
    /// <exception cref="InvalidOperationException">Something ran for too long in real time without beginning to wait.</exception>
    public async Task WaitAsync()
    {
        while (true)
        {
            long changes;
            Task? quiet = null;
            lock (_lock)
            {
                changes = _changes;
                if (_runnable.Count > 0)
                {
                    quiet = (_quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                }
            }

            if (quiet is not null)
            {
                await WaitPatientlyAsync(quiet).ConfigureAwait(false);
                continue;
            }

            await SettleAsync().ConfigureAwait(false);
            lock (_lock)
            {
                if (changes == _changes && _runnable.Count == 0)
                {
                    return;
                }
            }
        }
    }

    // What an awaited operation's caller does next is not counted, so give it some turns to begin its next one.
    private static async Task SettleAsync()
    {
        for (var i = 0; i < 3 || (i < 20 && ThreadPool.PendingWorkItemCount > 0); i++)
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            ThreadPool.UnsafeQueueUserWorkItem(static source => source.SetResult(), turn, preferLocal: false);
            await turn.Task.ConfigureAwait(false);
        }
    }

    private async Task WaitPatientlyAsync(Task quiet)
    {
        while (true)
        {
            long before;
            lock (_lock)
            {
                before = _changes;
            }

            try
            {
                await quiet.WaitAsync(_patience, TimeProvider.System).ConfigureAwait(false);
                return;
            }
            catch (TimeoutException timeout)
            {
                lock (_lock)
                {
                    if (before == _changes)
                    {
                        throw new InvalidOperationException(
                            $"Virtual time stands still: for {_patience.TotalSeconds:0.#} real seconds this ran without ending or beginning to wait on the virtual clock: "
                            + $"{string.Join(", ", _runnable.Select(activity => activity.Name))}. Something in it waits for what virtual time doesn't know, or a stream of its caller's is still being read.",
                            timeout);
                    }
                }
            }
        }
    }

    private VirtualActivity Add(VirtualActivity? parent, string name, bool isOperation)
    {
        var activity = new VirtualActivity(this, parent, name, isOperation);
        Update(() =>
        {
            if (parent is not null)
            {
                parent.Inner++;
                Count(parent);
            }

            _operations += activity.IsRootOperation ? 1 : 0;
            Count(activity);
        });
        return activity;
    }

    private VirtualActivity SetCurrent(VirtualActivity activity)
    {
        _current.Value = activity;
        return activity;
    }

    private void Count(VirtualActivity activity)
    {
        if (activity.IsRunnable ? _runnable.Add(activity) : _runnable.Remove(activity))
        {
            _changes++;
        }
    }

    private void Update(Action change)
    {
        TaskCompletionSource? quiet = null;
        bool operationWaits;
        lock (_lock)
        {
            change();
            if (_runnable.Count == 0)
            {
                quiet = _quiet;
                _quiet = null;
            }

            operationWaits = _operations > 0 && _runnable.Count == 0;
        }

        quiet?.SetResult();
        if (operationWaits)
        {
            _operationWaits();
        }
    }
}
