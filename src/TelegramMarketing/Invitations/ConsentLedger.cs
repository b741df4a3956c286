using System.Runtime.CompilerServices;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Reads the ledger.</summary>
internal sealed class ConsentLedger(IConsentStore store) : IConsentLedger
{
    public IAsyncEnumerable<ConsentEvent> ListAsync(Guid? invitation = null, CancellationToken cancellationToken = default) => store.ListAsync(invitation, cancellationToken);

    public IAsyncEnumerable<ConsentEvent> ListForCustomerAsync(string customer, CancellationToken cancellationToken = default) =>
        ListAsync(CustomerId.Parse(customer), cancellationToken);

    public async Task<bool> HasOptedOutAsync(string customer, CancellationToken cancellationToken = default) =>
        await store.FindSubjectAsync(CustomerId.Parse(customer), cancellationToken).ConfigureAwait(false) is { HasOptedOut: true };

    private async IAsyncEnumerable<ConsentEvent> ListAsync(CustomerId customer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await store.FindSubjectAsync(customer, cancellationToken).ConfigureAwait(false) is not { } subject)
        {
            yield break;
        }

        await foreach (var consentEvent in store.ListForSubjectAsync(subject.Id, cancellationToken).ConfigureAwait(false))
        {
            yield return consentEvent;
        }
    }
}
