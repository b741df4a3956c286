using Microsoft.Extensions.Logging;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Creates invitations and answers for them.</summary>
internal sealed class OptInInvitation(
    BotContext context,
    InvitationDirectory directory,
    InvitationLinks links,
    InvitationDelivery delivery,
    IInvitationStore invitations,
    IConsentStore consent) : IOptInInvitation
{
    private readonly ILogger _logger = context.Loggers.CreateLogger<OptInInvitation>();
    private readonly InvitationComposer _composer = new(context.Options.Invitations.Texts);

    public async Task<Invitation> CreateAsync(InvitationRequest request, CancellationToken cancellationToken = default)
    {
        InvitationRequestRules.Check(request, context.Options.Invitations.Texts);
        using var activity = context.Clock.BeginOperation();
        var channel = await directory.GetChannelAsync(request.Channel, cancellationToken).ConfigureAwait(false);
        RefuseMissingAddress(request, channel);
        await directory.GetBotUsernameAsync(cancellationToken).ConfigureAwait(false);

        var customer = new SubjectRecord { Id = NewId(), Customer = CustomerId.Parse(request.Customer), TelegramUserId = request.TelegramUserId };
        var claim = await invitations.ClaimAsync(ToRecord(request, channel), customer, cancellationToken).ConfigureAwait(false);
        var record = await CompleteAsync(Won(claim), request, cancellationToken).ConfigureAwait(false);
        InvitationLog.Created(_logger, record.Id);
        return await PresentAsync(record, CancellationToken.None).ConfigureAwait(false);
    }

    public async Task<Invitation> SendAsync(Guid invitation, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var record = await invitations.FindAsync(invitation, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"There is no invitation {invitation}, or it is no longer kept.");
        await delivery.DeliverAsync(record, cancellationToken).ConfigureAwait(false);
        return await FindAsync(invitation, CancellationToken.None).ConfigureAwait(false) ?? await PresentAsync(record, CancellationToken.None).ConfigureAwait(false);
    }

    public async Task OptOutAsync(string customer, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var optOut = new OptOut { NewSubject = NewId(), At = context.Clock.UtcNow, Customer = CustomerId.Parse(customer) };
        await consent.OptOutAsync(optOut, cancellationToken).ConfigureAwait(false);
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
        return true;
    }

    public async Task<Invitation?> FindAsync(Guid invitation, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var record = await invitations.FindAsync(invitation, cancellationToken).ConfigureAwait(false);

        // A personal link that got lost has left a trace, but there is nothing to follow.
        var isWhole = record is not null && (record.Link != InvitationLinkKind.PersonalLink || record.PersonalLink is not null);
        return isWhole ? await PresentAsync(record!, cancellationToken).ConfigureAwait(false) : null;
    }

    public async Task<InvitationFunnel> GetFunnelAsync(ChannelAddress channel, string? campaign = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        using var activity = context.Clock.BeginOperation();
        var info = await directory.GetChannelAsync(channel, cancellationToken).ConfigureAwait(false);
        var counts = await invitations.CountAsync(info.Id, campaign, cancellationToken).ConfigureAwait(false);
        var unattributed = await consent.GetUnattributedJoinsAsync(info.Id, cancellationToken).ConfigureAwait(false);
        var isObserved = unattributed is not null;
        return new()
        {
            Channel = channel,
            Campaign = campaign,
            Invited = counts.Invited,
            Delivered = counts.Delivered,
            Undeliverable = counts.Undeliverable,
            OptedOut = counts.OptedOut,
            BotStarted = isObserved ? counts.BotStarted : null,
            Joined = isObserved ? counts.Joined : null,
            Left = isObserved ? counts.Left : null,
            UnattributedJoins = campaign is null ? unattributed : null,
        };
    }

    private static void RefuseMissingAddress(InvitationRequest request, ChannelInfo channel)
    {
        if (request.Link == InvitationLinkKind.PublicAddress && channel.Username is null)
        {
            throw new ArgumentException("The channel is private and has no public address. Set Link to BotDeepLink or PersonalLink.", nameof(request));
        }
    }

    private static InvitationRecord Won(InvitationClaim claim) => claim switch
    {
        { HasOptedOut: true } => throw new TelegramMarketingException(TelegramMarketingError.InvitationRefused, "The customer has opted out of invitations."),
        { Earlier: { } earlier } => throw new TelegramMarketingException(
            TelegramMarketingError.InvitationRefused,
            FormattableString.Invariant($"The customer was invited to this channel already, by invitation {earlier.Id} of {earlier.CreatedAt:yyyy-MM-dd}.")),
        _ => claim.Won!,
    };

    private InvitationRecord ToRecord(InvitationRequest request, ChannelInfo channel)
    {
        var now = context.Clock.UtcNow;
        return new()
        {
            Id = context.Chance.NextId(now),
            Subject = Guid.Empty,
            Channel = request.Channel,
            ChannelId = channel.Id,
            ChannelTitle = channel.Title,
            ChannelUsername = channel.Username,
            Token = InvitationToken.Create(context.Chance),
            Link = request.Link,
            Campaign = request.Campaign,
            Language = request.Language,
            About = request.About,
            CreatedAt = now,
            ExpiresAt = now + request.ValidFor,
        };
    }

    private async Task<InvitationRecord> CompleteAsync(InvitationRecord record, InvitationRequest request, CancellationToken cancellationToken)
    {
        var keepTrace = false;
        var isCompleted = false;
        try
        {
            string? link = null;
            if (record.Link == InvitationLinkKind.PersonalLink)
            {
                keepTrace = true;
                link = await links.CreatePersonalLinkAsync(record, cancellationToken).ConfigureAwait(false);
            }

            var completed = await invitations.CompleteAsync(record.Id, link, InvitedEvent(record, request), CancellationToken.None).ConfigureAwait(false);
            isCompleted = true;
            return completed;
        }
        catch (TelegramMarketingException exception) when (exception.Error != TelegramMarketingError.OutcomeUnknown)
        {
            keepTrace = false;
            throw;
        }
        finally
        {
            if (!isCompleted)
            {
                await GiveBackAsync(record, keepTrace).ConfigureAwait(false);
            }
        }
    }

    private async Task GiveBackAsync(InvitationRecord record, bool keepTrace)
    {
        if (keepTrace)
        {
            InvitationLog.LinkLost(_logger, record.Id);
        }

        await invitations.ReleaseAsync(record.Id, keepTrace, CancellationToken.None).ConfigureAwait(false);
    }

    private ConsentEvent InvitedEvent(InvitationRecord record, InvitationRequest request) => new()
    {
        Kind = ConsentEventKind.Invited,
        At = record.CreatedAt,
        Subject = record.Subject,
        Invitation = record.Id,
        Channel = record.Channel,
        Campaign = record.Campaign,
        Evidence = new()
        {
            LegalBasis = request.LegalBasis,
            AddressSource = request.AddressSource.Trim(),
            WordingHash = _composer.HashWording(record),
        },
    };

    private async Task<Invitation> PresentAsync(InvitationRecord record, CancellationToken cancellationToken)
    {
        var subject = await consent.FindSubjectAsync(record.Subject, cancellationToken).ConfigureAwait(false);
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
            Customer = subject?.Customer.Text ?? "",
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

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        context.Chance.Fill(bytes);
        return new Guid(bytes);
    }
}
