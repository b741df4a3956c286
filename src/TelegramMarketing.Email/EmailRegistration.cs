namespace TelegramMarketing.Email;

/// <summary>A bot whose invitations go out by e-mail.</summary>
internal sealed record EmailRegistration(string Name);
