namespace TelegramMarketing;

/// <summary>A post on its way to a channel, or there: what the ledger knows about it.</summary>
public sealed record Publication
{
    /// <summary>The ledger's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The channel, as it was addressed.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>Where it stands.</summary>
    public required PublicationState State { get; init; }

    /// <summary>What happens at its time: a post is published, or one that is there is edited or deleted.</summary>
    /// <value>Defaults to <see cref="PublicationAction.Publish"/>.</value>
    public PublicationAction Action { get; init; }

    /// <summary>The publication that this one ends; <see langword="null"/> for one that publishes.</summary>
    public Guid? Target { get; init; }

    /// <summary>The editorial category of its post.</summary>
    public PostKind Kind { get; init; } = PostKind.News;

    /// <summary>The host's own labels.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The caller's key, where one was given; the end of a post has one of the library's.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The messages that Telegram has confirmed, in order; the items of an album one by one.</summary>
    public IReadOnlyList<PostReference> Messages { get; init; } = [];

    /// <summary>The first message, which stands for the post in statistics; <see langword="null"/> before it is confirmed.</summary>
    public PostReference? Post => Messages.Count > 0 ? Messages[0] : null;

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is or was due: the time for which it was scheduled, else when it was recorded.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Telegram's own date of the first message.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>How many sends were begun, those that Telegram refused for now included.</summary>
    public int Attempts { get; init; }

    /// <summary>Why it stands where it stands; <see langword="null"/> when all went well. Never holds a token or the post's text.</summary>
    public string? LastError { get; init; }
}
