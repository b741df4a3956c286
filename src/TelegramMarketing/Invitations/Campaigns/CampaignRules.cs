namespace TelegramMarketing.Invitations.Campaigns;

/// <summary>What an <see cref="InvitationCampaign"/> must hold.</summary>
internal static class CampaignRules
{
    /// <summary>The names of its transports, when everything is right.</summary>
    /// <exception cref="ArgumentException">With everything that is wrong.</exception>
    public static IReadOnlyList<string> Check(InvitationCampaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(campaign.Name) || campaign.Name.Length > InvitationRequest.MaxNoteLength)
        {
            failures.Add($"Name has {campaign.Name?.Length ?? 0} characters; use 1 to {InvitationRequest.MaxNoteLength}.");
        }

        if (campaign.Channel is null)
        {
            failures.Add("Channel is missing.");
        }

        if (campaign.Transports is not { Count: > 0 } || campaign.Transports.Distinct(StringComparer.Ordinal).Count() != campaign.Transports.Count)
        {
            failures.Add("Transports is empty or names one twice; name at least one, such as telegram.");
        }

        return failures.Count == 0 ? campaign.Transports : throw new ArgumentException($"The campaign is wrong. {string.Join(" ", failures)}", nameof(campaign));
    }
}
