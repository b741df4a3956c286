using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Invitations as messages of the bot's, to people who have started it.</summary>
internal sealed class TelegramRoute(BotContext context, IBotSender sender, InvitationLinks links, IInvitationStore invitations) : IInvitationRoute
{
    private readonly InvitationComposer _composer = new(context.Options.Invitations.Texts);

    public string Name => Transports.Telegram;

    // The pacer decides how fast they go; a few wait for it, so that it never waits for them.
    public int Concurrency => 32;

    public double? MessagesPerSecond => null;

    public bool KeepsQuietHours => true;

    public bool CanReach(InvitationRecipient recipient) => recipient.TelegramUserId is not null;

    public async Task<InvitationDispatch> SendAsync(InvitationRecord invitation, InvitationRecipient recipient, Func<ValueTask> begin, CancellationToken cancellationToken)
    {
        var person = recipient.TelegramUserId!.Value;

        // Bound before it is sent: the person may join before Telegram's answer is here.
        await invitations.TryBindAsync(invitation.Id, person, context.Clock.UtcNow, CancellationToken.None).ConfigureAwait(false);
        try
        {
            // Where consent is asked for, the way leads by the bot, which asks.
            var asksFirst = context.Options.Invitations.DoubleOptIn && invitation.Link == InvitationLinkKind.BotDeepLink;
            var address = await (asksFirst ? links.GetAddressAsync(invitation, cancellationToken) : links.GetChannelAddressAsync(invitation, cancellationToken)).ConfigureAwait(false);
            var answer = await sender.SendAsync(ChatTarget.ForPerson(person), _composer.ComposeMessage(invitation, address), SendPriority.Bulk, new SendIntent(begin), cancellationToken).ConfigureAwait(false);
            return answer.Succeeded
                ? new(InvitationReceipt.Delivered(), answer.Value!.MessageIds[0], answer.Value.Date)
                : Failed(answer.Failure);
        }
        catch (TelegramMarketingException exception) when (exception.Refusal is null)
        {
            // None is thrown once a send has begun.
            return new(InvitationReceipt.NotSent(exception.Error.ToString(), exception.RetryAfter, isTransportsFault: true), Failure: exception);
        }
    }

    private static InvitationDispatch Failed(CallFailure failure)
    {
        var reason = failure.Error.ToString();
        var receipt = failure switch
        {
            { Outcome: SendOutcome.Unknown } => InvitationReceipt.Unknown(reason),
            { Error: TelegramMarketingError.RecipientUnavailable } => InvitationReceipt.Bounced(reason),
            _ => InvitationReceipt.NotSent(reason, isTransportsFault: true),
        };
        return new(receipt, Failure: failure.ToException(), HasBlockedBot: failure.Description.Contains("blocked by the user", StringComparison.OrdinalIgnoreCase));
    }
}
