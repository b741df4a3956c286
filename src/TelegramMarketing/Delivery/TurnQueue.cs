using TelegramMarketing.Time;

namespace TelegramMarketing.Delivery;

/// <summary>A first-come-first-served turn: the place is taken when <see cref="Enter"/> is called, whatever happens before the wait.</summary>
internal sealed class TurnQueue(Clock clock)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Turn> _waiting = [];
    private Turn? _current;

    /// <summary>Nobody has or awaits the turn.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return _current is null;
            }
        }
    }

    /// <summary>Takes a place.</summary>
    public Turn Enter()
    {
        lock (_lock)
        {
            var turn = new Turn(this);
            if (_current is null)
            {
                _current = turn;
            }
            else
            {
                turn.Gate = new Gate<bool>(clock);
                turn.Node = _waiting.AddLast(turn);
            }

            return turn;
        }
    }

    private void Leave(Turn turn)
    {
        Turn? next;
        lock (_lock)
        {
            if (!ReferenceEquals(turn, _current))
            {
                if (turn.Node is { List: not null } node)
                {
                    _waiting.Remove(node);
                }

                return;
            }

            next = _waiting.First?.Value;
            _current = next;
            if (next is not null)
            {
                _waiting.RemoveFirst();
            }
        }

        next?.Gate!.TryComplete(true);
    }

    /// <summary>A place in the queue; disposing it gives it up.</summary>
    internal sealed class Turn(TurnQueue queue) : IDisposable
    {
        private bool _left;

        public Gate<bool>? Gate { get; set; }

        public LinkedListNode<Turn>? Node { get; set; }

        /// <summary>Waits until it is this one's turn.</summary>
        public Task WaitAsync(CancellationToken cancellationToken) =>
            Gate is null ? Task.CompletedTask : Gate.WaitAsync(cancellationToken);

        public void Dispose()
        {
            if (!_left)
            {
                _left = true;
                queue.Leave(this);
            }
        }
    }
}
