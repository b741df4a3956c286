using Microsoft.Extensions.Logging;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Delivers invitations by Telegram, each once.</summary>
internal sealed class InvitationDelivery(BotContext context, IBotSender sender, InvitationLinks links, IInvitationStore invitations, IConsentStore consent)
{
    private readonly ILogger _logger = context.Loggers.CreateLogger<InvitationDelivery>();
    private readonly InvitationComposer _composer = new(context.Options.Invitations.Texts);

    public async Task DeliverAsync(InvitationRecord invitation, CancellationToken cancellationToken)
    {
        var person = await FindRecipientAsync(invitation, cancellationToken).ConfigureAwait(false);
        if (!await invitations.TryBeginDeliveryAsync(invitation.Id, cancellationToken).ConfigureAwait(false))
        {
            throw Refused("The invitation was delivered already, or is being delivered, or may have been: it is not sent twice.");
        }

        // Bound before it is sent: the person may join before Telegram's answer is here.
        await invitations.TryBindAsync(invitation.Id, person, CancellationToken.None).ConfigureAwait(false);
        var answer = await SendAsync(invitation, person, cancellationToken).ConfigureAwait(false);
        await RecordAsync(invitation, person, answer).ConfigureAwait(false);
    }

    private static TelegramMarketingException Refused(string reason) => new(TelegramMarketingError.InvitationRefused, reason);

    private async Task<long> FindRecipientAsync(InvitationRecord invitation, CancellationToken cancellationToken)
    {
        if (invitation.IsExpired(context.Clock.UtcNow))
        {
            throw Refused("The invitation has expired.");
        }

        var subject = await consent.FindSubjectAsync(invitation.Subject, cancellationToken).ConfigureAwait(false);
        if (subject is { HasOptedOut: true })
        {
            throw Refused("The customer has opted out of invitations.");
        }

        var person = invitation.Person ?? subject?.TelegramUserId
            ?? throw new TelegramMarketingException(TelegramMarketingError.RecipientUnavailable, "The customer is not known to have started the bot. Send the invitation's text by other means.");
        return await consent.IsReachableAsync(person, cancellationToken).ConfigureAwait(false)
            ? person
            : throw Refused("The customer has stopped or blocked the bot.");
    }

    private async Task<BotAnswer<SentMessages>> SendAsync(InvitationRecord invitation, long person, CancellationToken cancellationToken)
    {
        try
        {
            var address = await links.GetChannelAddressAsync(invitation, cancellationToken).ConfigureAwait(false);
            return await sender.SendAsync(ChatTarget.ForPerson(person), _composer.ComposeMessage(invitation, address), SendPriority.Bulk, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TelegramMarketingException or OperationCanceledException)
        {
            // Neither is thrown once a send has begun.
            await invitations.ReleaseDeliveryAsync(invitation.Id, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task RecordAsync(InvitationRecord invitation, long person, BotAnswer<SentMessages> answer)
    {
        if (answer.Succeeded)
        {
            await AppendAsync(invitation, ConsentEventKind.Delivered, answer.Value!.Date, new() { MessageId = answer.Value.MessageIds[0] }).ConfigureAwait(false);
            InvitationLog.Delivered(_logger, invitation.Id);
            return;
        }

        InvitationLog.NotDelivered(_logger, invitation.Id, answer.Failure.Error);
        await RecordFailureAsync(invitation, person, answer.Failure).ConfigureAwait(false);
        throw answer.Failure.ToException();
    }

    private async Task RecordFailureAsync(InvitationRecord invitation, long person, CallFailure failure)
    {
        if (failure.Outcome == SendOutcome.Unknown)
        {
            // It may be there, so that the delivery stays begun and nothing is sent again.
            return;
        }

        if (failure.Error != TelegramMarketingError.RecipientUnavailable)
        {
            await invitations.ReleaseDeliveryAsync(invitation.Id, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        var now = context.Clock.UtcNow;
        await AppendAsync(invitation, ConsentEventKind.Undeliverable, now, new()).ConfigureAwait(false);
        if (failure.Description.Contains("blocked by the user", StringComparison.OrdinalIgnoreCase))
        {
            await consent.BlockAsync(person, now, new(), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private Task<bool> AppendAsync(InvitationRecord invitation, ConsentEventKind kind, DateTimeOffset at, ConsentEvidence evidence) => consent.AppendAsync(
        new()
        {
            Kind = kind,
            At = at,
            Subject = invitation.Subject,
            Invitation = invitation.Id,
            Channel = invitation.Channel,
            Campaign = invitation.Campaign,
            Transport = Transports.Telegram,
            Evidence = evidence,
        },
        CancellationToken.None);
}
