namespace TelegramMarketing.Storage;

/// <summary>What is counted of a channel beside its invitations.</summary>
internal sealed class InvitationChannelRow
{
    /// <summary>The row that says that updates are received at all.</summary>
    public const long AllChannels = 0;

    public string BotName { get; set; } = "";

    public long ChannelId { get; set; }

    public int UnattributedJoins { get; set; }

    /// <summary>How many members there were when they were counted first.</summary>
    public int Members { get; set; }

    /// <summary>When that was, in UTC ticks; <see langword="null"/> when they never were.</summary>
    public long? MembersAt { get; set; }

    /// <summary>Joins since then, whomever they belong to.</summary>
    public int JoinsSeen { get; set; }

    /// <summary>Leaves since then.</summary>
    public int LeavesSeen { get; set; }

    /// <summary>The last update that was counted in <see cref="JoinsSeen"/> or <see cref="LeavesSeen"/>.</summary>
    public int LastMemberUpdateId { get; set; }

    /// <summary>The last update that was counted: an update that comes again after a crash is not.</summary>
    public int LastUpdateId { get; set; }
}
