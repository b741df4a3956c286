namespace TelegramMarketing;

/// <summary>What became of a post in one of several channels.</summary>
public sealed record ChannelOutcome
{
    /// <summary>The channel, as it was addressed.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The publication; <see langword="null"/> when there is an <see cref="Error"/>.</summary>
    public Publication? Publication { get; init; }

    /// <summary>Why the post is not (wholly) in this channel; <see langword="null"/> when it is. Its <see cref="TelegramMarketingException.PublicationId"/> finds it in the ledger.</summary>
    public TelegramMarketingException? Error { get; init; }

    /// <summary>Telegram has all of the post's messages in this channel.</summary>
    public bool IsPublished => Error is null;
}
