namespace TelegramMarketing.Contracts;

/// <summary>
/// What a host can write for its own tests. This project sees the public surface only: that it compiles shows that everything an interface returns can be made outside.
/// </summary>
public sealed class HostsOwnPublisher : IChannelPublisher
{
    private int _messageId;

    public List<Publication> Published { get; } = [];

    public Task<Publication> PublishAsync(ChannelAddress channel, Post post, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.Text is null && post.Media.Count == 0)
        {
            throw new TelegramMarketingException(TelegramMarketingError.InvalidPost, "Nothing to publish.") { Violations = [new PlanViolation("empty", "Nothing to publish.")] };
        }

        var publication = new Publication
        {
            Id = new Guid(++_messageId, 0, 0, new byte[8]),
            Channel = channel,
            State = PublicationState.Published,
            Kind = post.Kind,
            Tags = post.Tags,
            IdempotencyKey = idempotencyKey,
            Messages = [new PostReference(channel, _messageId)],
            Attempts = 1,
        };
        Published.Add(publication);
        return Task.FromResult(publication);
    }

    public Task<PostPlan> PlanAsync(Post post, CancellationToken cancellationToken = default) => Task.FromResult(PostPlan.Create(post));

    public Task EditAsync(PostReference message, Post post, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task DeleteAsync(PostReference message, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task PinAsync(PostReference message, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task UnpinAsync(PostReference message, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
