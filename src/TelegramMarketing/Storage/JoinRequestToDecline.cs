namespace TelegramMarketing.Storage;

/// <summary>A request to be let into a channel that is to be declined.</summary>
internal sealed record JoinRequestToDecline(Guid Invitation, long ChannelId, long Person);
