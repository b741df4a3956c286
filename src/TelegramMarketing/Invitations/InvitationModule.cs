using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Invitations;

/// <summary>The invitations of one bot, put together.</summary>
internal sealed class InvitationModule
{
    public InvitationModule(BotContext context, IBotSender sender, IInvitationStore invitations, IConsentStore consent)
    {
        var directory = new InvitationDirectory(context.Clock, sender);
        var links = new InvitationLinks(sender, directory, invitations);
        var delivery = new InvitationDelivery(context, sender, links, invitations, consent);
        Invitation = new OptInInvitation(context, directory, links, delivery, invitations, consent);
        Ledger = new ConsentLedger(consent);
        Updates = new InvitationUpdateHandler(
            new StartCommandHandler(context, sender, links, invitations, consent),
            new MembershipHandler(invitations, consent),
            consent);
    }

    public IOptInInvitation Invitation { get; }

    public IConsentLedger Ledger { get; }

    /// <summary>What the update pump tells.</summary>
    public IUpdateHandler Updates { get; }
}
