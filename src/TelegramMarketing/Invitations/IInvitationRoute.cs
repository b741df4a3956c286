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

    /// <summary>Sends an invitation whose delivery has been claimed.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before it began.</exception>
    Task<InvitationDispatch> SendAsync(InvitationRecord invitation, InvitationRecipient recipient, CancellationToken cancellationToken);
}
