namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Somebody joined or left; who it was is not kept.</summary>
internal sealed class MemberChangeRow
{
    public long ChannelId { get; set; }

    /// <summary>In UTC ticks.</summary>
    public long At { get; set; }

    public int UpdateId { get; set; }

    public bool HasJoined { get; set; }
}
