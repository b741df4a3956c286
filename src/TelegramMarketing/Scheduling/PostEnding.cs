namespace TelegramMarketing;

/// <summary>How a post ends, such as a promotion: it is deleted, or it is made to say that the offer has ended.</summary>
public sealed record PostEnding
{
    /// <summary>Telegram lets a bot delete a message for 48 hours; an hour is kept for what may come between.</summary>
    internal static readonly TimeSpan LatestDeletion = TimeSpan.FromHours(47);

    private PostEnding(PublicationAction action, Post? replacement, TimeSpan? after, DateTimeOffset? at) =>
        (Action, Replacement, After, At) = (action, replacement, after, at);

    /// <summary><see cref="PublicationAction.Delete"/> or <see cref="PublicationAction.Edit"/>.</summary>
    public PublicationAction Action { get; }

    /// <summary>What the post looks like from then on; <see langword="null"/> when it is deleted.</summary>
    public Post? Replacement { get; }

    /// <summary>How long after its publication; <see langword="null"/> when it ends at a fixed time.</summary>
    public TimeSpan? After { get; }

    /// <summary>At which time; <see langword="null"/> when it ends some time after its publication.</summary>
    public DateTimeOffset? At { get; }

    /// <summary>All messages of the post are deleted.</summary>
    /// <param name="after">How long after its publication: more than zero and at most 47 hours, as Telegram lets a bot delete a message for 48 hours only (Bot API, <c>deleteMessage</c>).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is too short or too long.</exception>
    public static PostEnding DeleteAfter(TimeSpan after) => after <= LatestDeletion
        ? new(PublicationAction.Delete, null, Positive(after), null)
        : throw new ArgumentOutOfRangeException(nameof(after), after, "Telegram lets a bot delete a message for 48 hours only (deleteMessage). Delete after at most 47 hours, or use ExpireTo, which works at any age.");

    /// <summary>The post is made to look like another one, some time after its publication. Telegram allows it at any age.</summary>
    /// <param name="replacement">What it looks like then. It must fit into one message; buttons that it does not have are taken away, media that it does not have stay.</param>
    /// <param name="after">How long after its publication, more than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is not more than zero.</exception>
    public static PostEnding ExpireTo(Post replacement, TimeSpan after)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        return new(PublicationAction.Edit, replacement, Positive(after), null);
    }

    /// <inheritdoc cref="ExpireTo(Post, TimeSpan)"/>
    /// <param name="replacement">What it looks like then. It must fit into one message; buttons that it does not have are taken away, media that it does not have stay.</param>
    /// <param name="at">When, in the future and after its publication.</param>
    public static PostEnding ExpireTo(Post replacement, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        return new(PublicationAction.Edit, replacement, null, at);
    }

    private static TimeSpan Positive(TimeSpan after) =>
        after > TimeSpan.Zero ? after : throw new ArgumentOutOfRangeException(nameof(after), after, "A post ends some time after its publication. Give more than zero.");
}
