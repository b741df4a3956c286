namespace TelegramMarketing.Storage;

/// <summary>What is counted of a channel beside its invitations.</summary>
internal sealed class InvitationChannelRow
{
    /// <summary>The row that says that updates are received at all.</summary>
    public const long AllChannels = 0;

    public string BotName { get; set; } = "";

    public long ChannelId { get; set; }

    public int UnattributedJoins { get; set; }

    /// <summary>The last update that was counted: an update that comes again after a crash is not.</summary>
    public int LastUpdateId { get; set; }
}
