namespace TelegramMarketing;

/// <summary>How customers are invited.</summary>
public sealed class InvitationOptions
{
    /// <summary>What customers read, by language.</summary>
    /// <value>Defaults to the built-in texts in English, Italian, Spanish, Russian and Arabic.</value>
    public InvitationTexts Texts { get; } = new();
}
