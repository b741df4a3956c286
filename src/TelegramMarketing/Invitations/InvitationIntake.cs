using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Takes requests in: checks them, decides whether the customer may be invited, and creates the invitation.</summary>
internal sealed class InvitationIntake(BotContext context, InvitationDirectory directory, InvitationLinks links, IInvitationStore invitations, IConsentStore consent)
{
    private readonly ILogger _logger = context.Loggers.CreateLogger<InvitationIntake>();
    private readonly InvitationComposer _composer = new(context.Options.Invitations.Texts);
    private readonly ConcurrentDictionary<string, bool> _keptWordings = new(StringComparer.Ordinal);

    /// <summary>Creates one invitation.</summary>
    /// <exception cref="ArgumentException">The request is wrong.</exception>
    /// <exception cref="TelegramMarketingException">The customer may not be invited, or Telegram said no or gave no answer.</exception>
    public async Task<InvitationRecord> CreateAsync(InvitationRequest request, CancellationToken cancellationToken)
    {
        var claim = await PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        await directory.GetBotUsernameAsync(cancellationToken).ConfigureAwait(false);
        var answer = await invitations.ClaimAsync(claim, cancellationToken).ConfigureAwait(false);
        var record = answer.Won ?? throw InvitationPolicy.Refuse(answer);
        return record.IsComplete ? record : await CompleteAsync(record, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a request would be refused now.</summary>
    /// <exception cref="ArgumentException">The request is wrong.</exception>
    public async Task<InvitationVerdict> CheckAsync(InvitationRequest request, CancellationToken cancellationToken) =>
        InvitationPolicy.ToVerdict(await invitations.CheckAsync(await PrepareAsync(request, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false));

    /// <summary>Checks a request and makes a claim of it.</summary>
    /// <exception cref="ArgumentException">The request is wrong.</exception>
    /// <exception cref="TelegramMarketingException">Telegram knows no such channel, or gave no answer.</exception>
    public async Task<ClaimRequest> PrepareAsync(InvitationRequest request, CancellationToken cancellationToken)
    {
        InvitationRequestRules.Check(request, context.Options.Invitations.Texts);
        var channel = await directory.GetChannelAsync(request.Channel, cancellationToken).ConfigureAwait(false);
        if (request.Link == InvitationLinkKind.PublicAddress && channel.Username is null)
        {
            throw new ArgumentException("The channel is private and has no public address. Set Link to BotDeepLink, PersonalLink or ApprovalLink.", nameof(request));
        }

        if (request.Link == InvitationLinkKind.ApprovalLink && channel.Username is not null)
        {
            throw new ArgumentException(
                "The channel is public: whoever finds its address joins without a request. Set Link to BotDeepLink, with InvitationOptions.DoubleOptIn where consent is to be asked for.",
                nameof(request));
        }

        var record = ToRecord(request, channel);
        var needsLink = InvitationLinks.HasOwnLink(record.Link);
        return new()
        {
            Invitation = record,
            Customer = CustomerId.Parse(request.Customer),
            Email = EmailAddress.Parse(request.EmailAddress),
            TelegramUserId = request.TelegramUserId,
            IsAskedFor = request.IsAskedFor,
            CoolingOff = context.Options.Invitations.CoolingOff,
            Invited = needsLink ? null : await InvitedEventAsync(record, request, cancellationToken).ConfigureAwait(false),
        };
    }

    private InvitationRecord ToRecord(InvitationRequest request, ChannelInfo channel)
    {
        var now = context.Clock.UtcNow;
        return new()
        {
            Id = context.Chance.NextId(now),
            Subject = context.Chance.NextSubject(),
            Channel = request.Channel,
            ChannelId = channel.Id,
            ChannelTitle = channel.Title,
            ChannelUsername = channel.Username,
            Token = InvitationToken.Create(context.Chance),
            Link = request.Link,
            Campaign = request.Campaign,
            Language = request.Language,
            About = request.About,
            TimeZone = request.TimeZone,
            CreatedAt = now,
            ExpiresAt = now + request.ValidFor,
        };
    }

    private async Task<InvitationRecord> CompleteAsync(InvitationRecord record, InvitationRequest request, CancellationToken cancellationToken)
    {
        // When its answer is lost, the link may exist under the invitation's name.
        var keepTrace = true;
        var isCompleted = false;
        try
        {
            var invited = await InvitedEventAsync(record, request, cancellationToken).ConfigureAwait(false);
            var link = await links.CreatePersonalLinkAsync(record, cancellationToken).ConfigureAwait(false);
            var completed = await invitations.CompleteAsync(record.Id, link, invited, CancellationToken.None).ConfigureAwait(false);
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

    private async Task<ConsentEvent> InvitedEventAsync(InvitationRecord record, InvitationRequest request, CancellationToken cancellationToken)
    {
        var wording = _composer.Wording(record);
        var hash = InvitationComposer.Hash(wording);
        if (!_keptWordings.ContainsKey(hash))
        {
            await consent.SaveWordingAsync(hash, wording, cancellationToken).ConfigureAwait(false);

            // A title or an offer may be written anew each day; what is forgotten here is only looked up again.
            if (_keptWordings.Count >= 1000)
            {
                _keptWordings.Clear();
            }

            _keptWordings[hash] = true;
        }

        var evidence = new ConsentEvidence { LegalBasis = request.LegalBasis, AddressSource = request.AddressSource.Trim(), WordingHash = hash };
        return InvitationEvents.Create(record, ConsentEventKind.Invited, record.CreatedAt, evidence);
    }
}
