namespace TelegramMarketing.Invitations;

/// <summary>What Telegram says about a channel.</summary>
/// <param name="Id">Its numeric id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Username">Its public name; <see langword="null"/> for a private channel.</param>
internal sealed record ChannelInfo(long Id, string Title, string? Username);
