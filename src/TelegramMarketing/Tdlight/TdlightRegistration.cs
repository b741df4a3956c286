namespace TelegramMarketing.Tdlight;

/// <summary>A bot has a TDLight source.</summary>
internal sealed record TdlightRegistration(string Name);
