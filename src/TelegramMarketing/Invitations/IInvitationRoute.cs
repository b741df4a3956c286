using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>A means of delivery, the library's own or the host's.</summary>
internal interface IInvitationRoute
{
    string Name { get; }

    int Concurrency { get; }

    double? MessagesPerSecond { get; }

    bool KeepsQuietHours { get; }

    bool CanReach(InvitationRecipient recipient);

    /// <summary>Sends an invitation.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="recipient">Whom it is for.</param>
    /// <param name="begin">Claims the delivery. Called when nothing is left to wait for, before each try, so that a process that ends leaves little in doubt; what it throws forbids the send, and is thrown.</param>
    /// <param name="cancellationToken">Cancels a send that has not begun.</param>
    /// <exception cref="OperationCanceledException">It was cancelled before it began.</exception>
    Task<InvitationDispatch> SendAsync(InvitationRecord invitation, InvitationRecipient recipient, Func<ValueTask> begin, CancellationToken cancellationToken);
}
