using Microsoft.Extensions.Logging;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Invitations.Campaigns;
using TelegramMarketing.Storage;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Invitations;

/// <summary>The invitations of one bot, put together.</summary>
internal sealed class InvitationModule
{
    public InvitationModule(BotContext context, IBotSender sender, IBotStorage storage, IEnumerable<IInvitationTransport> transports)
    {
        var (invitations, consent) = (storage.Invitations, storage.Consent);
        var directory = new InvitationDirectory(context.Clock, sender);
        var links = new InvitationLinks(sender, directory, invitations);
        var presenter = new InvitationPresenter(context, links, consent);
        var intake = new InvitationIntake(context, directory, links, invitations, consent);
        var logger = context.Loggers.CreateLogger<TransportRoute>();
        IInvitationRoute[] routes = [new TelegramRoute(context, sender, links, invitations), .. transports.Select(transport => new TransportRoute(transport, presenter, logger))];
        var delivery = new InvitationDelivery(context, routes, invitations, consent);
        Invitation = new OptInInvitation(context, directory, intake, presenter, delivery, new CampaignRunner(context, directory, intake, delivery, invitations), invitations, consent);
        Ledger = new ConsentLedger(context, directory, intake, invitations, consent);
        Updates = new InvitationUpdateHandler(
            storage.KeepsInvitations,
            new StartCommandHandler(context, sender, links, invitations, consent),
            new MembershipHandler(context, invitations, consent),
            consent);
    }

    public IOptInInvitation Invitation { get; }

    public IConsentLedger Ledger { get; }

    /// <summary>What the update pump tells.</summary>
    public IUpdateHandler Updates { get; }
}
