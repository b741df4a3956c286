using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations.Campaigns;

/// <summary>Records the customers of a campaign, many at once.</summary>
internal sealed class CampaignIntake(InvitationIntake intake, IInvitationStore invitations, InvitationCampaign campaign, CampaignTally tally)
{
    private long _position;

    /// <summary>The invitations of those who may be invited.</summary>
    public async Task<IReadOnlyList<InvitationRecord>> TakeAsync(IReadOnlyList<InvitationRequest> requests, CancellationToken cancellationToken)
    {
        var claims = new List<ClaimRequest>(requests.Count);
        var invited = new List<InvitationRecord>(requests.Count);
        foreach (var request in requests)
        {
            if (await PrepareAsync(request, cancellationToken).ConfigureAwait(false) is not { } claim)
            {
                continue;
            }

            if (claim.Invited is not null)
            {
                claims.Add(claim);
            }
            else if (await CreateAsync(request, cancellationToken).ConfigureAwait(false) is { } record)
            {
                invited.Add(record);
            }
        }

        foreach (var answer in await invitations.ClaimAsync(claims, cancellationToken).ConfigureAwait(false))
        {
            if (answer.Won is { } won)
            {
                invited.Add(won);
            }
            else
            {
                tally.Refuse(answer.Refusal!.Value);
            }
        }

        tally.Count(current => current with { Invited = current.Invited + invited.Count }, tellNow: true);
        return invited;
    }

    private async Task<ClaimRequest?> PrepareAsync(InvitationRequest? request, CancellationToken cancellationToken)
    {
        _position++;
        tally.Count(current => current with { Read = current.Read + 1 });
        try
        {
            return await intake.PrepareAsync(Own(request), cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            tally.Count(current => current with { Rejected = current.Rejected + 1 });
            campaign.Rejected?.Invoke(new CampaignRejection(_position, Problem(exception)));
            return null;
        }
    }

    /// <summary>A link of its own is created for each customer when it is their turn.</summary>
    private async Task<InvitationRecord?> CreateAsync(InvitationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await intake.CreateAsync(Own(request), cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.Refusal is { } refusal)
        {
            tally.Refuse(refusal);
            return null;
        }
    }

    /// <summary>The words without the name of the argument that .NET adds: a marketing person reads them.</summary>
    private static string Problem(ArgumentException exception) => exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);

    private InvitationRequest Own(InvitationRequest? request)
    {
        if (request is null)
        {
            throw new ArgumentException("The request is missing.", nameof(request));
        }

        if (request.Channel is not null && request.Channel != campaign.Channel)
        {
            throw new ArgumentException("The request is for another channel than the campaign.", nameof(request));
        }

        return request with { Channel = campaign.Channel, Campaign = campaign.Name };
    }
}
