using Microsoft.Extensions.Logging;
using TelegramMarketing.Hosting;
using TelegramMarketing.Invitations.Campaigns;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Creates invitations and answers for them.</summary>
internal sealed class OptInInvitation(
    BotContext context,
    InvitationDirectory directory,
    InvitationIntake intake,
    InvitationPresenter presenter,
    InvitationDelivery delivery,
    CampaignRunner campaigns,
    CampaignLinks campaignLinks,
    LinkRevoker revoker,
    MemberWatch members,
    IInvitationStore invitations,
    IConsentStore consent) : IOptInInvitation
{
    private readonly ILogger _logger = context.Loggers.CreateLogger<OptInInvitation>();

    public async Task<Invitation> CreateAsync(InvitationRequest request, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var record = await intake.CreateAsync(request, cancellationToken).ConfigureAwait(false);
        InvitationLog.Created(_logger, record.Id);
        return await presenter.PresentAsync(record, CancellationToken.None).ConfigureAwait(false);
    }

    public async Task<CampaignProgress> InviteAsync(
        InvitationCampaign campaign, IAsyncEnumerable<InvitationRequest> customers, IProgress<CampaignProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        using var activity = context.Clock.BeginOperation();
        return await campaigns.RunAsync(campaign, customers, progress, cancellationToken).ConfigureAwait(false);
    }

    public Task<Invitation> SendAsync(Guid invitation, CancellationToken cancellationToken = default) => SendAsync(invitation, Transports.Telegram, cancellationToken);

    public async Task<Invitation> SendAsync(Guid invitation, string transport, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(transport);
        using var activity = context.Clock.BeginOperation();
        var route = delivery.Route(transport);
        var record = await KeptAsync(invitation, cancellationToken).ConfigureAwait(false);
        await delivery.DeliverAsync(record, route, cancellationToken).ConfigureAwait(false);
        return await FindAsync(invitation, CancellationToken.None).ConfigureAwait(false) ?? await presenter.PresentAsync(record, CancellationToken.None).ConfigureAwait(false);
    }

    public async Task ReportAsync(Guid invitation, InvitationReport report, string? reason = null, CancellationToken cancellationToken = default)
    {
        if (!Enum.IsDefined(report))
        {
            throw new ArgumentOutOfRangeException(nameof(report), report, $"A report is one of {string.Join(", ", Enum.GetNames<InvitationReport>())}.");
        }

        if (reason?.Length > MaxReasonLength)
        {
            throw new ArgumentException($"A reason has at most {MaxReasonLength} characters; this one has {reason.Length}.", nameof(reason));
        }

        using var activity = context.Clock.BeginOperation();
        var record = await KeptAsync(invitation, cancellationToken).ConfigureAwait(false);
        var now = context.Clock.UtcNow;
        if (report == InvitationReport.Complained)
        {
            var complaint = new OptOut { NewSubject = Guid.Empty, At = now, Subject = record.Subject, Reason = SuppressionReason.Complained, Evidence = new() { Reason = reason } };
            await consent.OptOutAsync(complaint, cancellationToken).ConfigureAwait(false);
            revoker.Wake();
            return;
        }

        var kind = report switch
        {
            InvitationReport.Delivered => ConsentEventKind.Delivered,
            InvitationReport.Bounced => ConsentEventKind.Bounced,
            _ => ConsentEventKind.Opened,
        };
        var reported = InvitationEvents.Create(record, kind, now, new() { Reason = reason }) with { Transport = record.Transport };
        await consent.AppendAsync(reported, cancellationToken).ConfigureAwait(false);
    }

    public async Task OptOutAsync(string customer, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var optOut = new OptOut { NewSubject = context.Chance.NextSubject(), At = context.Clock.UtcNow, Customer = CustomerId.Parse(customer) };
        await consent.OptOutAsync(optOut, cancellationToken).ConfigureAwait(false);
        revoker.Wake();
    }

    public async Task<bool> OptOutByTokenAsync(string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        using var activity = context.Clock.BeginOperation();
        if (await invitations.FindByTokenAsync(token.Trim(), cancellationToken).ConfigureAwait(false) is not { } invitation)
        {
            return false;
        }

        var optOut = new OptOut { NewSubject = Guid.Empty, At = context.Clock.UtcNow, Subject = invitation.Subject };
        await consent.OptOutAsync(optOut, cancellationToken).ConfigureAwait(false);
        revoker.Wake();
        return true;
    }

    public async Task<Invitation?> FindAsync(Guid invitation, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var record = await invitations.FindAsync(invitation, cancellationToken).ConfigureAwait(false);
        return record is not null && IsWhole(record) ? await presenter.PresentAsync(record, cancellationToken).ConfigureAwait(false) : null;
    }

    public async Task<bool> RevokeAsync(Guid invitation, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var isKnown = await invitations.EndAsync(invitation, context.Clock.UtcNow, cancellationToken).ConfigureAwait(false);
        await revoker.RevokeDueAsync(cancellationToken).ConfigureAwait(false);
        revoker.Wake(); // a request to join by it is to be declined
        return isKnown;
    }

    public async Task<CampaignLink> CreateCampaignLinkAsync(CampaignLinkRequest request, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        return await campaignLinks.CreateAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> RevokeCampaignLinkAsync(Guid link, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        return await campaignLinks.RevokeAsync(link, cancellationToken).ConfigureAwait(false);
    }

    public async Task<InvitationFunnel> GetFunnelAsync(ChannelAddress channel, string? campaign = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        using var activity = context.Clock.BeginOperation();
        var info = await directory.GetChannelAsync(channel, cancellationToken).ConfigureAwait(false);
        var counts = await invitations.CountAsync(info.Id, campaign, cancellationToken).ConfigureAwait(false);
        var unattributed = await consent.GetUnattributedJoinsAsync(info.Id, cancellationToken).ConfigureAwait(false);
        var isObserved = unattributed is not null;
        var byLinks = await invitations.CountCampaignJoinsAsync(info.Id, campaign, cancellationToken).ConfigureAwait(false);
        var (seen, present) = campaign is null && isObserved ? await members.ReadAsync(info.Id, cancellationToken).ConfigureAwait(false) : default;
        return new()
        {
            Channel = channel,
            Campaign = campaign,
            Invited = counts[ConsentEventKind.Invited],
            Delivered = counts[ConsentEventKind.Delivered],
            HandedOver = counts[ConsentEventKind.HandedOver],
            Bounced = counts[ConsentEventKind.Bounced],
            Unknown = counts.Unknown,
            Opened = counts[ConsentEventKind.Opened],
            OptedOut = counts[ConsentEventKind.OptedOut],
            Complained = counts[ConsentEventKind.Complained],
            BotStarted = isObserved ? counts[ConsentEventKind.BotStarted] : null,
            Consented = isObserved ? counts[ConsentEventKind.Consented] : null,
            Requested = isObserved ? counts[ConsentEventKind.Requested] : null,
            Unanswered = isObserved ? counts[ConsentEventKind.Unanswered] : null,
            Joined = isObserved ? counts[ConsentEventKind.Joined] : null,
            Left = isObserved ? counts.Left : null,
            CampaignLinkJoins = isObserved ? byLinks : null,
            UnattributedJoins = campaign is null ? unattributed : null,
            CountedSince = seen?.Since,
            JoinsSeen = seen?.Joins,
            LeavesSeen = seen?.Leaves,
            MemberChange = present - seen?.Members,
        };
    }

    private const int MaxReasonLength = 500;

    // A personal link that got lost has left a trace, but there is nothing to follow; of an erased customer nothing is shown.
    private static bool IsWhole(InvitationRecord record) => record is { IsComplete: true, IsErased: false };

    private async Task<InvitationRecord> KeptAsync(Guid invitation, CancellationToken cancellationToken) =>
        await invitations.FindAsync(invitation, cancellationToken).ConfigureAwait(false) is { } record && IsWhole(record)
            ? record
            : throw new InvalidOperationException($"There is no invitation {invitation}, or it is no longer kept.");
}
