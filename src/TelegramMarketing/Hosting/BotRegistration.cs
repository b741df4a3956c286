namespace TelegramMarketing.Hosting;

/// <summary>A bot that the host has registered.</summary>
internal sealed record BotRegistration(string Name);
