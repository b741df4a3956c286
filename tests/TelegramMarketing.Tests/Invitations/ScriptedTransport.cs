using System.Collections.Concurrent;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>A transport that answers as a test says, and remembers whom it was given.</summary>
internal sealed class ScriptedTransport(string name = "email") : IInvitationTransport
{
    private int _running;

    public string Name => name;

    public int Concurrency { get; init; } = 4;

    public double? MessagesPerSecond { get; init; }

    public ConcurrentQueue<InvitationMessage> Sent { get; } = [];

    public int MostAtOnce { get; private set; }

    /// <summary>Says what becomes of a message; <see langword="null"/> for delivered.</summary>
    public Func<InvitationMessage, InvitationReceipt?> Answer { get; set; } = _ => null;

    public bool CanReach(InvitationRecipient recipient) => recipient.EmailAddress is not null;

    public async Task<InvitationReceipt> SendAsync(InvitationMessage message, CancellationToken cancellationToken = default)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _running));
        await Task.Yield();
        Interlocked.Decrement(ref _running);
        Sent.Enqueue(message);
        return Answer(message) ?? InvitationReceipt.Delivered();
    }
}
