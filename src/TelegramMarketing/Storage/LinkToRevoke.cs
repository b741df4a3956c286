namespace TelegramMarketing.Storage;

/// <summary>A link that is to be revoked.</summary>
internal sealed record LinkToRevoke(long ChannelId, string Link);
