namespace TelegramMarketing.Storage;

/// <summary>A reading of a post's view counter.</summary>
internal sealed record PostReading(int MessageId, Reading Reading);
