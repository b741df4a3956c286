namespace TelegramMarketing.Invitations;

/// <summary>The names of the means of delivery in the ledger.</summary>
internal static class Transports
{
    public const string Telegram = "telegram";
}
