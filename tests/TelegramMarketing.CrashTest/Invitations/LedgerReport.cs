using System.Globalization;

namespace TelegramMarketing.CrashTest.Invitations;

/// <summary>What a child has said of the ledger.</summary>
internal sealed class LedgerReport
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly TaskCompletionSource _isComplete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All of it has been said.</summary>
    public Task Completion => _isComplete.Task;

    /// <summary>How many invitations the funnel shows as in doubt.</summary>
    public int Unknown { get; private set; }

    /// <summary>What happened to the customers.</summary>
    public ILookup<long, Entry> Entries
    {
        get
        {
            lock (_lock)
            {
                return _entries.ToLookup(entry => entry.Customer);
            }
        }
    }

    /// <summary>Takes note of a line of the child's.</summary>
    public void Note(string line)
    {
        lock (_lock)
        {
            switch (line.Split(' '))
            {
                case ["event", var customer, var kind, var messageId]:
                    _entries.Add(new Entry(long.Parse(customer, CultureInfo.InvariantCulture), Enum.Parse<ConsentEventKind>(kind), int.Parse(messageId, CultureInfo.InvariantCulture)));
                    break;
                case ["unknown", var count]:
                    Unknown = int.Parse(count, CultureInfo.InvariantCulture);
                    break;
                case [InvitationShop.Done]:
                    _isComplete.TrySetResult();
                    break;
            }
        }
    }

    /// <summary>An event of the ledger.</summary>
    internal sealed record Entry(long Customer, ConsentEventKind Kind, int MessageId);
}
