namespace TelegramMarketing.Statistics.Collecting;

/// <summary>The sources that can read one channel, the preferred one first.</summary>
internal sealed class CollectionSources
{
    private readonly IViewSource[] _posts;
    private readonly IViewSource[] _subscribers;

    public CollectionSources(IEnumerable<IViewSource> sources, ChannelAddress channel)
    {
        var all = sources.ToArray();
        _posts = [.. Of(all, channel, ViewSourceCapabilities.Posts)];
        _subscribers = [.. Of(all, channel, ViewSourceCapabilities.Subscribers)];
        Lister = Of(all, channel, ViewSourceCapabilities.Channels).FirstOrDefault();

        // A host's own source is asked before the pages, even where each of its reads serves one post only.
        Pages = _posts.FirstOrDefault() is IPagedViewSource paged ? paged : null;
    }

    /// <summary>Reads many posts at once; <see langword="null"/> where they are read one by one.</summary>
    public IPagedViewSource? Pages { get; }

    /// <summary>Lists posts that the library did not publish; <see langword="null"/> where no source does.</summary>
    public IViewSource? Lister { get; }

    /// <summary>How often one post may be read.</summary>
    public TimeSpan MinimumInterval => _posts.FirstOrDefault()?.MinimumInterval ?? TimeSpan.Zero;

    public bool ReadSubscribers => _subscribers.Length > 0;

    /// <summary>Reads one post from the first source that shows it.</summary>
    /// <exception cref="TelegramMarketingException">No source could be reached.</exception>
    public async Task<PostStatistics?> ReadPostAsync(PostReference post, CancellationToken cancellationToken)
    {
        PostStatistics? best = null;
        TelegramMarketingException? failure = null;
        foreach (var source in _posts)
        {
            try
            {
                var shown = await source.ReadPostAsync(post, cancellationToken).ConfigureAwait(false);
                best ??= shown;
                if (shown.Availability == PostAvailability.Available)
                {
                    return shown;
                }
            }
            catch (TelegramMarketingException exception)
            {
                failure ??= exception;
            }
        }

        return best ?? (failure is null ? null : throw failure);
    }

    /// <summary>Reads the number of subscribers from the first source that shows it.</summary>
    public async Task<Reading?> ReadSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        foreach (var source in _subscribers)
        {
            if (await source.ReadSubscribersAsync(channel, cancellationToken).ConfigureAwait(false) is { } reading)
            {
                return reading;
            }
        }

        return null;
    }

    private static IEnumerable<IViewSource> Of(IEnumerable<IViewSource> sources, ChannelAddress channel, ViewSourceCapabilities needed)
    {
        var all = channel.Username is null ? needed | ViewSourceCapabilities.PrivateChannels : needed;
        return sources.Where(source => (source.Capabilities & all) == all);
    }
}
