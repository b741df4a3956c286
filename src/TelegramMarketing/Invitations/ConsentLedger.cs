using System.Runtime.CompilerServices;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Reads the ledger, and erases.</summary>
internal sealed class ConsentLedger(BotContext context, InvitationDirectory directory, InvitationIntake intake, LinkRevoker revoker, IInvitationStore invitations, IConsentStore store) : IConsentLedger
{
    public async Task<InvitationVerdict> CheckAsync(InvitationRequest request, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        return await intake.CheckAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<ConsentEvent> ListAsync(Guid? invitation = null, CancellationToken cancellationToken = default) =>
        store.ListAsync(new EventFilter { Invitation = invitation }, cancellationToken);

    public IAsyncEnumerable<ConsentEvent> ListAsync(ConsentFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return ListFilteredAsync(filter, cancellationToken);
    }

    public IAsyncEnumerable<ConsentEvent> ListForCustomerAsync(string customer, CancellationToken cancellationToken = default) =>
        ListOfAsync(Identity.Of(CustomerId.Parse(customer)), cancellationToken);

    public async Task<ConsentSubject?> FindSubjectAsync(Guid subject, CancellationToken cancellationToken = default) =>
        await store.FindSubjectAsync(subject, cancellationToken).ConfigureAwait(false) is { } found
            ? new ConsentSubject
            {
                Id = found.Id,
                Customer = found.Customer,
                EmailAddress = found.EmailAddress,
                TelegramUserId = found.TelegramUserId,
                HasOptedOut = found.IsSuppressed(),
            }
            : null;

    public Task<string?> FindWordingAsync(string hash, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hash);
        return store.FindWordingAsync(hash, cancellationToken);
    }

    public Task<bool> HasOptedOutAsync(string customer, CancellationToken cancellationToken = default) =>
        store.IsSuppressedAsync([Identity.Of(CustomerId.Parse(customer))], transport: null, cancellationToken);

    public async Task<bool> ExportAsync(string customer, Stream utf8Json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        var identity = Identity.Of(CustomerId.Parse(customer));
        using var activity = context.Clock.BeginOperation();
        var subjects = await store.FindSubjectsAsync([identity], cancellationToken).ConfigureAwait(false);
        var hasOptedOut = await store.IsSuppressedAsync([identity], transport: null, cancellationToken).ConfigureAwait(false);
        await new ConsentExport(store, invitations, utf8Json).WriteAsync(subjects, hasOptedOut, context.Clock.UtcNow, cancellationToken).ConfigureAwait(false);
        return subjects.Count > 0 || hasOptedOut;
    }

    public async Task<bool> EraseAsync(string customer, CancellationToken cancellationToken = default)
    {
        var identity = Identity.Of(CustomerId.Parse(customer));
        using var activity = context.Clock.BeginOperation();
        var isKnown = await store.EraseAsync([identity], context.Clock.UtcNow, cancellationToken).ConfigureAwait(false);
        revoker.Wake();
        return isKnown;
    }

    public async Task<SuppressionImport> ImportSuppressionsAsync(TextReader csv, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(csv);
        using var activity = context.Clock.BeginOperation();
        return await new SuppressionImporter(context, store).ImportAsync(csv, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<ConsentEvent> ListFilteredAsync(ConsentFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = filter.Channel is null ? null : await directory.GetChannelAsync(filter.Channel, cancellationToken).ConfigureAwait(false);
        var events = new EventFilter
        {
            Invitation = filter.Invitation,
            ChannelId = channel?.Id,
            Campaign = filter.Campaign,
            Kind = filter.Kind,
            From = filter.From,
            To = filter.To,
        };
        await foreach (var consentEvent in store.ListAsync(events, cancellationToken).ConfigureAwait(false))
        {
            yield return consentEvent;
        }
    }

    private async IAsyncEnumerable<ConsentEvent> ListOfAsync(Identity identity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var subjects = await store.FindSubjectsAsync([identity], cancellationToken).ConfigureAwait(false);
        if (subjects.Count == 0)
        {
            yield break;
        }

        await foreach (var consentEvent in store.ListAsync(new EventFilter { Subjects = [.. subjects.Select(subject => subject.Id)] }, cancellationToken).ConfigureAwait(false))
        {
            yield return consentEvent;
        }
    }
}
