namespace TelegramMarketing;

/// <summary>The number of subscribers at one time.</summary>
/// <param name="At">When it was sampled.</param>
/// <param name="Subscribers">How many.</param>
public readonly record struct AudiencePoint(DateTimeOffset At, Count Subscribers);
