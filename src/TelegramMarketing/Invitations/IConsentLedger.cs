namespace TelegramMarketing;

/// <summary>What happened to invitations: events are added to it and never changed.</summary>
public interface IConsentLedger
{
    /// <summary>Events, oldest first.</summary>
    /// <param name="invitation">Only those of this invitation; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<ConsentEvent> ListAsync(Guid? invitation = null, CancellationToken cancellationToken = default);

    /// <summary>The events of one customer, over all channels, oldest first; none for a customer who isn't known.</summary>
    /// <param name="customer">The host's id of the customer; see <see cref="InvitationRequest.Customer"/>.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<ConsentEvent> ListForCustomerAsync(string customer, CancellationToken cancellationToken = default);

    /// <summary>Whether the customer has opted out of all invitations.</summary>
    /// <param name="customer">The host's id of the customer; see <see cref="InvitationRequest.Customer"/>.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<bool> HasOptedOutAsync(string customer, CancellationToken cancellationToken = default);
}
