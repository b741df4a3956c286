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
    public InvitationModule(BotContext context, IBotSender sender, IBotStorage storage, IEnumerable<IInvitationTransport> transports, Func<bool> isSender)
    {
        var (invitations, consent) = (storage.Invitations, storage.Consent);
        var directory = new InvitationDirectory(context.Clock, sender);
        var links = new InvitationLinks(sender, directory, invitations);
        Revoker = new LinkRevoker(context, sender, invitations, new RequestDecliner(context, sender, invitations, isSender));
        var presenter = new InvitationPresenter(context, links, consent);
        var intake = new InvitationIntake(context, directory, links, invitations, consent);
        var logger = context.Loggers.CreateLogger<TransportRoute>();
        IInvitationRoute[] routes = [new TelegramRoute(context, sender, links, invitations), .. transports.Select(transport => new TransportRoute(transport, presenter, logger))];
        var delivery = new InvitationDelivery(context, routes, invitations, consent);
        var composer = new InvitationComposer(context.Options.Invitations.Texts);
        var replies = new PrivateReplies(context, sender);
        var members = new MemberWatch(sender, replies, consent, context.Clock);
        var campaignLinks = new CampaignLinks(context, sender, directory, Revoker, invitations);
        var campaigns = new CampaignRunner(context, directory, intake, delivery, invitations);
        Invitation = new OptInInvitation(context, directory, intake, presenter, delivery, campaigns, campaignLinks, Revoker, members, invitations, consent);
        Ledger = new ConsentLedger(context, directory, intake, Revoker, invitations, consent);
        var welcome = new WelcomeComposer(context, replies, links, composer);
        var questions = new ConsentQuestions(sender, replies, welcome, composer, invitations, consent, context);
        Updates = new InvitationUpdateHandler(
            storage.KeepsInvitations,
            new StartCommandHandler(context, replies, welcome, questions, composer, Revoker, invitations, consent),
            questions,
            new JoinRequestHandler(context, Revoker, invitations, questions),
            new MembershipHandler(context, members, Revoker, invitations, consent),
            consent);
    }

    public IOptInInvitation Invitation { get; }

    public IConsentLedger Ledger { get; }

    /// <summary>Revokes links and declines requests in the background.</summary>
    public LinkRevoker Revoker { get; }

    /// <summary>What the update pump tells.</summary>
    public IUpdateHandler Updates { get; }
}
