namespace TelegramMarketing;

/// <summary>Tells the kind of posts that the library did not publish and no rule of <see cref="StatisticsOptions.Kinds"/> fits. Asked once for each post of a channel that is collected, when it is first seen, and whenever posts of another channel are read.</summary>
public interface IPostClassifier
{
    /// <summary>The kind of a post.</summary>
    /// <param name="post">What its page shows, with its text.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns><see langword="null"/> when it cannot tell: the kind stays unknown.</returns>
    ValueTask<PostKind?> ClassifyAsync(PostStatistics post, CancellationToken cancellationToken = default);
}
