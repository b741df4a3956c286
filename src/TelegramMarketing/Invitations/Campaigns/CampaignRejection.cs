namespace TelegramMarketing;

/// <summary>A customer of a campaign whose request is wrong.</summary>
/// <param name="Position">The place in the list, counted from 1.</param>
/// <param name="Problem">What is wrong with it, without personal data.</param>
public sealed record CampaignRejection(long Position, string Problem);
