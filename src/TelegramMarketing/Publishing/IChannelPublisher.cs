using TelegramMarketing.Publishing;

namespace TelegramMarketing;

/// <summary>
/// Publishes to a channel: never twice, and never lost silently. Works without a started host. Safe for concurrent use; posts to
/// one channel keep their order of arrival.
/// </summary>
public interface IChannelPublisher
{
    /// <summary>
    /// Plans the post, waits for its turn at the pace that Telegram permits, sends it and returns when Telegram has all of it.
    /// </summary>
    /// <param name="channel">The channel. The bot must be its administrator with the right to post.</param>
    /// <param name="post">What to publish. A stream in it is read once.</param>
    /// <param name="idempotencyKey">
    /// Publishes once, whatever is repeated: the same key for the same bot and channel gives the same publication, and concurrent calls share
    /// one result. A publication of several messages that was interrupted resumes where it stopped. At most 128 characters.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancels the waiting. A send that has begun finishes under its own time-out and is recorded; the plan stops before its next message.
    /// </param>
    /// <returns>The publication, <see cref="PublicationState.Published"/>.</returns>
    /// <exception cref="TelegramMarketingException">
    /// It is not (wholly) published: <see cref="TelegramMarketingException.Error"/> says why and what can be done, and
    /// <see cref="TelegramMarketingException.PublicationId"/> finds it in the ledger.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller gave up waiting.</exception>
    Task<Publication> PublishAsync(ChannelAddress channel, Post post, string? idempotencyKey = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Publishes one post to many channels, at the pace that Telegram permits: one outcome for each channel, so that a refusal in one keeps it from no other. Its files are uploaded once.
    /// </summary>
    /// <param name="channels">The channels. One that is named twice gets the post once.</param>
    /// <param name="post">What to publish.</param>
    /// <param name="idempotencyKey">
    /// As for <see cref="PublishAsync"/>, and scoped to each channel as there: asked again with the same key, after a crash or for those that failed, the post goes to the channels that lack it.
    /// </param>
    /// <param name="cancellationToken">Cancels the waiting in all channels. The ledger, and the same key, tell which have the post.</param>
    /// <returns>An outcome for each channel, in the order of <paramref name="channels"/>. A publication that is cancelled in the ledger meanwhile is one with an error.</returns>
    /// <exception cref="ArgumentException">One of the channels is <see langword="null"/>, or the key is blank or too long.</exception>
    /// <exception cref="TelegramMarketingException">The post breaks rules, <see cref="TelegramMarketingError.InvalidPost"/>; nothing was sent anywhere.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up waiting.</exception>
    Task<IReadOnlyList<ChannelOutcome>> PublishToAsync(IReadOnlyCollection<ChannelAddress> channels, Post post, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        ManyChannels.PublishAsync(this, channels, post, idempotencyKey, cancellationToken);

    /// <summary>
    /// Inspects the post's files and plans it, sending nothing: how many messages it takes, and every rule that it breaks.
    /// </summary>
    Task<PostPlan> PlanAsync(Post post, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes one message look like <paramref name="post"/>: its text or caption, its media where the post has one, its buttons. The new content must fit into
    /// one message. Repeating an edit is harmless. <see cref="Post.Silent"/> and <see cref="Post.Protected"/> cannot be changed afterwards and are ignored.
    /// </summary>
    /// <exception cref="TelegramMarketingException">The message is gone, is not the bot's to edit, or the content is refused.</exception>
    Task EditAsync(PostReference message, Post post, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes one message. Telegram lets a bot delete for 48 hours; a message that is gone already counts as deleted.
    /// </summary>
    /// <exception cref="TelegramMarketingException">The message is too old or the right is missing.</exception>
    Task DeleteAsync(PostReference message, CancellationToken cancellationToken = default);

    /// <summary>Pins a message. Channels make no notification of it. Needs the right to edit messages.</summary>
    /// <exception cref="TelegramMarketingException">The message is gone or the right is missing.</exception>
    Task PinAsync(PostReference message, CancellationToken cancellationToken = default);

    /// <summary>Unpins a message. Needs the right to edit messages.</summary>
    /// <exception cref="TelegramMarketingException">The message is gone or the right is missing.</exception>
    Task UnpinAsync(PostReference message, CancellationToken cancellationToken = default);
}
