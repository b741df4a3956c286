namespace TelegramMarketing.Testing.World;

/// <summary>Somebody asks to be let in.</summary>
/// <param name="At">Since when.</param>
/// <param name="Link">The link that was used; null for a direct request.</param>
internal sealed record JoinRequest(DateTimeOffset At, TelegramInviteLink? Link);
