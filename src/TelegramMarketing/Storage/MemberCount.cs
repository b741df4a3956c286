namespace TelegramMarketing.Storage;

/// <summary>How many joined and left over a period, as far as it was told.</summary>
internal readonly record struct MemberCount(long Joined, long Left);
