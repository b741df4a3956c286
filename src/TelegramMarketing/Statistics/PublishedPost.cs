namespace TelegramMarketing.Statistics;

/// <summary>A publication as statistics need it.</summary>
/// <param name="Kind">Its editorial category.</param>
/// <param name="Tags">The host's labels.</param>
/// <param name="FirstMessageId">The message that stands for it; its other parts are continuations and no posts of their own.</param>
internal sealed record PublishedPost(PostKind Kind, IReadOnlyList<string> Tags, int FirstMessageId);
