namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Where a post is commented on.</summary>
internal sealed class CommentThreadRow
{
    public long ChannelId { get; set; }

    public long GroupId { get; set; }

    public int ThreadId { get; set; }

    public int MessageId { get; set; }
}
