namespace TelegramMarketing.Storage;

/// <summary>Somebody has asked to be let in by an invitation's link. It goes once they have said yes, have joined, or Telegram has declined the request.</summary>
internal sealed class JoinRequestRow
{
    public string BotName { get; set; } = "";

    /// <summary>The invitation, which belongs to one person.</summary>
    public Guid Invitation { get; set; }

    public long ChannelId { get; set; }

    /// <summary>Who has asked; after an erasure as well, until the request is declined.</summary>
    public long Person { get; set; }

    /// <summary>To be declined from then on, in UTC ticks; <see cref="long.MaxValue"/> for never.</summary>
    public long DueAt { get; set; }

    /// <summary>Nobody is asked any more: the answer was no, the customer has opted out, or the time is over.</summary>
    public bool IsOver { get; set; }
}
