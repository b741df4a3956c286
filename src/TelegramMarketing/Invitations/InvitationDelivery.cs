using Microsoft.Extensions.Logging;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Delivers invitations, each once.</summary>
internal sealed class InvitationDelivery(BotContext context, IReadOnlyList<IInvitationRoute> routes, IInvitationStore invitations, IConsentStore consent)
{
    private readonly ILogger _logger = context.Loggers.CreateLogger<InvitationDelivery>();

    /// <summary>How long one that was not sent waits when its means does not say.</summary>
    public static TimeSpan DefaultPatience { get; } = TimeSpan.FromMinutes(15);

    /// <summary>The route of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public IInvitationRoute Route(string transport) => routes.FirstOrDefault(route => route.Name == transport)
        ?? throw new ArgumentException($"There is no transport '{transport}'. There is {string.Join(", ", routes.Select(route => route.Name))}; register others with AddInvitationTransport.", nameof(transport));

    /// <summary>Sends an invitation, and records what became of it.</summary>
    /// <exception cref="TelegramMarketingException">It was not sent, or it is not known whether it was.</exception>
    public async Task DeliverAsync(InvitationRecord invitation, IInvitationRoute route, CancellationToken cancellationToken)
    {
        var recipient = await FindRecipientAsync(invitation, cancellationToken).ConfigureAwait(false);
        if (!route.CanReach(recipient))
        {
            throw new TelegramMarketingException(TelegramMarketingError.RecipientUnavailable, route.Name == Transports.Telegram
                ? "The customer is not known to have started the bot. Send the invitation's text by other means."
                : $"The transport '{route.Name}' has no address of the customer. Give one in the InvitationRequest.");
        }

        var dispatch = await TryDeliverAsync(invitation, recipient, route, cancellationToken).ConfigureAwait(false);
        if (dispatch.Receipt.Outcome is not (InvitationOutcome.Delivered or InvitationOutcome.HandedOver))
        {
            throw dispatch.Failure ?? ToException(dispatch.Receipt, route);
        }
    }

    /// <summary>Sends an invitation to somebody whom the route can reach, and records what became of it.</summary>
    /// <exception cref="TelegramMarketingException">The library's own rules forbid it: it was not given to the route.</exception>
    public async Task<InvitationDispatch> TryDeliverAsync(InvitationRecord invitation, InvitationRecipient recipient, IInvitationRoute route, CancellationToken cancellationToken)
    {
        var now = context.Clock.UtcNow;
        if (invitation.IsExpired(now) || invitation.IsErased)
        {
            throw InvitationPolicy.Refuse(InvitationRefusal.Expired);
        }

        if (route.KeepsQuietHours && InvitationPolicy.EndOfQuiet(context.Options.Invitations.QuietHours, invitation.TimeZone, now) is { } end)
        {
            throw InvitationPolicy.Refuse(InvitationRefusal.QuietHours, end);
        }

        if (invitation.Delivery != DeliveryState.Open)
        {
            throw InvitationPolicy.Refuse(InvitationRefusal.DeliveredAlready);
        }

        var hasBegun = false;
        try
        {
            var dispatch = await route.SendAsync(invitation, recipient, BeginAsync, cancellationToken).ConfigureAwait(false);
            await RecordAsync(invitation, recipient, route, dispatch).ConfigureAwait(false);
            return dispatch;
        }
        catch (OperationCanceledException) when (hasBegun)
        {
            // It is not thrown while a send is under way.
            await invitations.ReleaseDeliveryAsync(invitation.Id, notBefore: null, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        async ValueTask BeginAsync()
        {
            if (!hasBegun)
            {
                await ClaimAsync(invitation, route, cancellationToken).ConfigureAwait(false);
                hasBegun = true;
            }
        }
    }

    /// <summary>Whom the invitation is for.</summary>
    public async Task<InvitationRecipient> FindRecipientAsync(InvitationRecord invitation, CancellationToken cancellationToken)
    {
        var subject = await consent.FindSubjectAsync(invitation.Subject, cancellationToken).ConfigureAwait(false);
        return new() { Customer = subject?.Customer ?? "", EmailAddress = subject?.EmailAddress, TelegramUserId = invitation.Person ?? subject?.TelegramUserId };
    }

    /// <exception cref="TelegramMarketingException">It may not be delivered.</exception>
    private async Task ClaimAsync(InvitationRecord invitation, IInvitationRoute route, CancellationToken cancellationToken)
    {
        var permit = await invitations.TryBeginDeliveryAsync(invitation.Id, route.Name, context.Clock.UtcNow, context.Options.Invitations.DailyLimit, cancellationToken).ConfigureAwait(false);
        if (permit != DeliveryPermit.Granted)
        {
            throw permit == DeliveryPermit.TransportClosed ? InvitationPolicy.RefuseTransport(route.Name) : InvitationPolicy.Refuse(permit switch
            {
                DeliveryPermit.OptedOut => InvitationRefusal.OptedOut,
                DeliveryPermit.DailyLimit => InvitationRefusal.DailyLimit,
                _ => InvitationRefusal.DeliveredAlready,
            });
        }
    }

    private static TelegramMarketingException ToException(InvitationReceipt receipt, IInvitationRoute route) => receipt.Outcome switch
    {
        InvitationOutcome.Unknown => new(TelegramMarketingError.OutcomeUnknown, $"The invitation was given to the transport '{route.Name}', and may have arrived or not: {receipt.Reason}. It is not sent again."),
        InvitationOutcome.Bounced => new(TelegramMarketingError.RecipientUnavailable, $"The transport '{route.Name}' cannot deliver to the customer: {receipt.Reason}."),
        _ => new(TelegramMarketingError.Unreachable, $"The transport '{route.Name}' did not send the invitation: {receipt.Reason}.") { RetryAfter = receipt.RetryAfter },
    };

    private async Task RecordAsync(InvitationRecord invitation, InvitationRecipient recipient, IInvitationRoute route, InvitationDispatch dispatch)
    {
        var receipt = dispatch.Receipt;
        var at = dispatch.At ?? context.Clock.UtcNow;
        if (receipt.Outcome is InvitationOutcome.Delivered or InvitationOutcome.HandedOver)
        {
            var kind = receipt.Outcome == InvitationOutcome.Delivered ? ConsentEventKind.Delivered : ConsentEventKind.HandedOver;
            await AppendAsync(invitation, kind, at, route, new() { MessageId = dispatch.MessageId }).ConfigureAwait(false);
            InvitationLog.Delivered(_logger, invitation.Id, route.Name);
            return;
        }

        InvitationLog.NotDelivered(_logger, invitation.Id, route.Name, receipt.Outcome, receipt.Reason);
        switch (receipt.Outcome)
        {
            case InvitationOutcome.Bounced:
                await AppendAsync(invitation, ConsentEventKind.Bounced, at, route, new() { Reason = Shorten(receipt.Reason) }).ConfigureAwait(false);
                await SuppressAsync(recipient, route, dispatch, at).ConfigureAwait(false);
                break;
            case InvitationOutcome.NotSent:
                await invitations.ReleaseDeliveryAsync(invitation.Id, receipt.IsTransportsFault ? null : at + (receipt.RetryAfter ?? DefaultPatience), CancellationToken.None).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>A means that does not reach somebody is not used again for them.</summary>
    private async Task SuppressAsync(InvitationRecipient recipient, IInvitationRoute route, InvitationDispatch dispatch, DateTimeOffset at)
    {
        var isTelegram = route.Name == Transports.Telegram;
        if (isTelegram && !dispatch.HasBlockedBot)
        {
            // Who has never started the bot can still do so.
            return;
        }

        var optOut = new OptOut
        {
            NewSubject = Guid.Empty,
            At = at,
            Transport = route.Name,
            Reason = isTelegram ? SuppressionReason.BlockedBot : SuppressionReason.Bounced,
            Person = isTelegram ? recipient.TelegramUserId : null,
            Email = isTelegram ? null : EmailAddress.Parse(recipient.EmailAddress),
            Evidence = new() { Reason = Shorten(dispatch.Receipt.Reason) },
        };
        if (isTelegram)
        {
            await consent.OptOutAsync(optOut, CancellationToken.None).ConfigureAwait(false);
        }
        else if (optOut.Email is not null)
        {
            await consent.SuppressAsync(optOut, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static string? Shorten(string? reason) => reason is { Length: > 500 } ? reason[..500] : reason;

    private Task<bool> AppendAsync(InvitationRecord invitation, ConsentEventKind kind, DateTimeOffset at, IInvitationRoute route, ConsentEvidence evidence) =>
        consent.AppendAsync(InvitationEvents.Create(invitation, kind, at, evidence) with { Transport = route.Name }, CancellationToken.None);
}
