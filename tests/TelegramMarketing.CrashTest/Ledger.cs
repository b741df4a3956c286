using System.Globalization;

namespace TelegramMarketing.CrashTest;

/// <summary>What the children of a round have said of the ledger.</summary>
internal sealed class Ledger(int publications)
{
    private readonly Lock _lock = new();
    private readonly HashSet<(int Number, Guid Id)> _scheduled = [];
    private Dictionary<PublicationState, int> _states = [];

    /// <summary>Each answer that a child got when it scheduled a post.</summary>
    public IReadOnlyCollection<(int Number, Guid Id)> Scheduled
    {
        get
        {
            lock (_lock)
            {
                return [.. _scheduled];
            }
        }
    }

    /// <summary>The whole campaign is in the ledger.</summary>
    public bool IsScheduled { get; private set; }

    /// <summary>Nothing is left to be sent.</summary>
    public bool IsSent => Left(PublicationState.Scheduled, PublicationState.Sending, PublicationState.Held) == 0;

    /// <summary>So many are in doubt.</summary>
    public int Unknown => Left(PublicationState.Unknown);

    /// <summary>Takes note of a line of a child's.</summary>
    public void Note(string line)
    {
        var words = line.Split(' ');
        lock (_lock)
        {
            switch (words)
            {
                case ["scheduled", var number, var id]:
                    _scheduled.Add((int.Parse(number, CultureInfo.InvariantCulture), Guid.Parse(id)));
                    break;
                case ["all", "scheduled"]:
                    IsScheduled = true;
                    break;
                case ["ledger", .. var states]:
                    _states = states.Select(state => state.Split('=')).ToDictionary(state => Enum.Parse<PublicationState>(state[0]), state => int.Parse(state[1], CultureInfo.InvariantCulture));
                    break;
            }
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join(' ', _states.Select(state => $"{state.Key}={state.Value}"));
        }
    }

    private int Left(params ReadOnlySpan<PublicationState> states)
    {
        lock (_lock)
        {
            var left = publications - _states.Values.Sum();
            foreach (var state in states)
            {
                left += _states.GetValueOrDefault(state);
            }

            return left;
        }
    }
}
