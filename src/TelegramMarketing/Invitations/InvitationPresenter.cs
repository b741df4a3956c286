using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Makes of a record what the host and the transports see.</summary>
internal sealed class InvitationPresenter(BotContext context, InvitationLinks links, IConsentStore consent)
{
    private readonly InvitationComposer _composer = new(context.Options.Invitations.Texts);

    public async Task<Invitation> PresentAsync(InvitationRecord record, CancellationToken cancellationToken)
    {
        var subject = await consent.FindSubjectAsync(record.Subject, cancellationToken).ConfigureAwait(false);
        return await PresentAsync(record, subject?.Customer ?? "", cancellationToken).ConfigureAwait(false);
    }

    public async Task<Invitation> PresentAsync(InvitationRecord record, string customer, CancellationToken cancellationToken)
    {
        var address = await links.GetAddressAsync(record, cancellationToken).ConfigureAwait(false);
        var optOut = await links.GetOptOutAddressAsync(record, cancellationToken).ConfigureAwait(false);
        var unsubscribe = UnsubscribeAddress(record);
        return new()
        {
            Id = record.Id,
            Channel = record.Channel,
            ChannelTitle = record.ChannelTitle,
            Address = address,
            OptOutAddress = optOut,
            UnsubscribeAddress = unsubscribe,
            Subject = _composer.ComposeSubject(record),
            ButtonLabel = _composer.ComposeButtonLabel(record),
            Text = _composer.Compose(record, address, unsubscribe ?? optOut),
            Customer = customer,
            Link = record.Link,
            Campaign = record.Campaign,
            Language = record.Language,
            State = record.State,
            CreatedAt = record.CreatedAt,
            ExpiresAt = record.ExpiresAt,
        };
    }

    private Uri? UnsubscribeAddress(InvitationRecord record) =>
        context.Options.Invitations.UnsubscribeAddress is { } address ? new Uri(address.Replace("{token}", record.Token, StringComparison.Ordinal)) : null;
}
