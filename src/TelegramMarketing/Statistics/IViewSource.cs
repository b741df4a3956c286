namespace TelegramMarketing;

/// <summary>
/// Where view counts come from: the public page of a channel, or a host's own. A method is called only where <see cref="Capabilities"/> has it.
/// </summary>
public interface IViewSource
{
    /// <summary>The name that stands in every <see cref="Reading.Source"/>, such as <c>t.me</c>.</summary>
    string Name { get; }

    /// <summary>What it can do.</summary>
    ViewSourceCapabilities Capabilities { get; }

    /// <summary>The least time between two readings of one post: asked more often the source would only repeat itself, or break a rule of whoever runs it.</summary>
    /// <value>Defaults to zero: no limit.</value>
    TimeSpan MinimumInterval => TimeSpan.Zero;

    /// <summary>Reads one post.</summary>
    /// <returns>What is shown, or in <see cref="PostStatistics.Availability"/> why nothing is.</returns>
    /// <exception cref="TelegramMarketingException">The source cannot be reached (<see cref="TelegramMarketingError.Unreachable"/>).</exception>
    Task<PostStatistics> ReadPostAsync(PostReference post, CancellationToken cancellationToken = default);

    /// <summary>Lists the messages of a channel published from <paramref name="from"/> (included) to <paramref name="to"/> (not included), newest first, an
    /// album as one, service messages included.</summary>
    /// <exception cref="TelegramMarketingException">The channel cannot be listed, or not to the end; what was listed before stays true.</exception>
    IAsyncEnumerable<PostStatistics> ReadChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);

    /// <summary>Reads the number of subscribers.</summary>
    /// <returns><see langword="null"/> when it is not shown.</returns>
    /// <exception cref="TelegramMarketingException">The channel or the source cannot be reached.</exception>
    Task<Reading?> ReadSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default);
}
