namespace TelegramMarketing.Testing.World;

/// <summary>What a bot is in a channel.</summary>
/// <param name="Status">The status as Telegram names it.</param>
/// <param name="Rights">Its rights, when it is an administrator.</param>
internal sealed record BotMembership(string Status, AdministratorRights? Rights)
{
    public static BotMembership Left { get; } = new("left", null);

    public static BotMembership Kicked { get; } = new("kicked", null);

    public bool IsAdministrator => Rights is not null;

    public static BotMembership Administrator(AdministratorRights rights) => new("administrator", rights);
}
