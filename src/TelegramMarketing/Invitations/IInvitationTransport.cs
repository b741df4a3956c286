namespace TelegramMarketing;

/// <summary>
/// A means by which invitations reach customers: Telegram, e-mail, a file for the company's own mailing, or one of the host's own. Must be safe for concurrent use.
/// </summary>
/// <remarks>
/// The library decides whether a customer may be invited, and calls a transport at most once for an invitation and a transport unless the receipt says that it was provably not sent.
/// A transport does not try again by itself, and writes no address into a log.
/// </remarks>
public interface IInvitationTransport
{
    /// <summary>The name in the ledger, such as <c>email</c>: 1 to 30 lower-case letters, digits and hyphens, and never changed later.</summary>
    string Name { get; }

    /// <summary>How many invitations may be sent at once. At least 1.</summary>
    /// <value>Defaults to 1.</value>
    int Concurrency => 1;

    /// <summary>How many invitations may be begun in a second. More than zero.</summary>
    /// <value>Defaults to <see langword="null"/>: as fast as they are accepted.</value>
    double? MessagesPerSecond => null;

    /// <summary>Invitations sent by it disturb their reader at once, so that quiet hours hold for it.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    bool KeepsQuietHours => true;

    /// <summary>The transport knows an address of this customer's.</summary>
    /// <param name="recipient">The customer.</param>
    bool CanReach(InvitationRecipient recipient);

    /// <summary>Sends an invitation once.</summary>
    /// <param name="message">What to send, and to whom.</param>
    /// <param name="cancellationToken">Cancels a send that has not begun; one that has begun is finished, so that its outcome is known.</param>
    /// <returns>What became of it. An exception counts as <see cref="InvitationOutcome.Unknown"/>, but for a cancellation by <paramref name="cancellationToken"/>, which counts as not sent.</returns>
    Task<InvitationReceipt> SendAsync(InvitationMessage message, CancellationToken cancellationToken = default);
}
