using TelegramMarketing.BotApi;

namespace TelegramMarketing.Delivery;

/// <summary>
/// What the sender knows of one chat, whichever way it is addressed: whose turn it is, its pace, and what is held or in doubt
/// there. Fields of the pace belong to the <see cref="Pacer"/>, the others to the <see cref="BotSender"/>.
/// </summary>
internal sealed class ChatState(ChatTarget target, SlidingWindow? perSecond, SlidingWindow? perMinute, Time.Clock clock)
{
    /// <summary>The chat as it was first addressed.</summary>
    public ChatTarget Target { get; } = target;

    /// <summary>The name under which the ledger knows the chat: as it was first addressed, the username in lower case.</summary>
    public string Key { get; } = KeyOf(target);

    /// <summary>The numeric id; 0 until it is learned.</summary>
    public long Id { get; set; } = target.Id;

    /// <summary>The public username; <see langword="null"/> until it is learned, and for a private chat.</summary>
    public string? Username { get; set; } = target.Username;

    /// <summary>The id and the username were told by Telegram, and both lead here.</summary>
    public bool IsJoined { get; set; }

    public SlidingWindow? PerSecond { get; } = perSecond;

    public SlidingWindow? PerMinute { get; } = perMinute;

    /// <summary>Nothing goes to this chat before, as Telegram asked. In ticks of the pacer.</summary>
    public long PausedUntil { get; set; }

    /// <summary>The turns of this chat, in order of arrival.</summary>
    public TurnQueue Turns { get; } = new(clock);

    /// <summary>Publications that are Held or Unknown here.</summary>
    public PendingPublications Pending { get; } = new();

    /// <summary>The highest message id that is known; 0 when none is.</summary>
    public int LastMessageId { get; set; }

    /// <summary>The chat that the ledger knows under this name.</summary>
    public static ChatTarget TargetOf(string key) =>
        key.StartsWith('@') ? new ChatTarget(key[1..], 0) : new ChatTarget(null, long.Parse(key, System.Globalization.CultureInfo.InvariantCulture));

    public static string KeyOf(ChatTarget target) =>
        target.Username is { } name ? "@" + name.ToLowerInvariant() : target.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
