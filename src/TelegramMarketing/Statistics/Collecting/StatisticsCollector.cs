using Microsoft.Extensions.Logging;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>Collects the figures of all channels that the options name, while this process is the bot's sender.</summary>
internal sealed class StatisticsCollector
{
    private const int ForgetAtOnce = 200;
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(6);

    private readonly BotContext _context;
    private readonly IStatisticsStore _store;
    private readonly CollectedChannels _channels;
    private readonly Dictionary<ChannelAddress, ChannelCollector> _collectors;
    private readonly Func<bool> _mayCollect;
    private readonly ILogger _logger;

    /// <param name="context">The bot's shared parts.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="store">Where the figures are kept.</param>
    /// <param name="sources">The view sources, the preferred one first.</param>
    /// <param name="kinds">Tells the kind of a post.</param>
    /// <param name="mayCollect">Of the processes that share a store only one collects.</param>
    public StatisticsCollector(
        BotContext context, CollectedChannels channels, IStatisticsStore store, IReadOnlyList<IViewSource> sources, PostKinds kinds, Func<bool> mayCollect)
    {
        (_context, _channels, _store, _mayCollect) = (context, channels, store, mayCollect);
        _logger = context.Loggers.CreateLogger("TelegramMarketing.Statistics");
        _collectors = channels.All.ToDictionary(channel => channel, channel => new ChannelCollector(context, channel, channels, store, kinds, sources, mayCollect, _logger));
    }

    /// <summary>Collects until it is cancelled.</summary>
    public Task RunAsync(CancellationToken stop) => _collectors.Count == 0
        ? Task.CompletedTask
        : Task.WhenAll(_collectors.Values.Select(collector => collector.RunAsync(stop)).Append(ForgetAsync(stop)));

    /// <summary>The library has published something; called before its parts are forgotten.</summary>
    public void Note(PublicationEntry entry)
    {
        if (_collectors.Count == 0 || (_channels.Find(entry.Channel) ?? _channels.Find(entry.ChatId, null)) is not { } channel)
        {
            return;
        }

        if (PublishedPostReader.Read(entry, _context.Clock.UtcNow) is { Count: > 0 } posts)
        {
            Note(channel, posts);
        }
    }

    /// <summary>Posts of a collected channel that need not be looked for.</summary>
    public void Note(ChannelAddress channel, IReadOnlyList<CollectedPost> posts) => _collectors[channel].Note(posts);

    private async Task ForgetAsync(CancellationToken stop)
    {
        using var activity = _context.Clock.Begin();
        await Task.Yield();
        try
        {
            while (_context.Options.Statistics.KeepFor is { } kept)
            {
                await _context.Clock.DelayAsync(ForgetEvery, stop).ConfigureAwait(false);
                if (_mayCollect())
                {
                    await ForgetBeforeAsync(_context.Clock.UtcNow - kept, stop).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task ForgetBeforeAsync(DateTimeOffset before, CancellationToken stop)
    {
        try
        {
            while (await _store.DeleteBeforeAsync(before, ForgetAtOnce, stop).ConfigureAwait(false) == ForgetAtOnce)
            {
                // A few at a time, so that nobody waits for it.
            }
        }
        catch (TelegramMarketingException exception)
        {
            CollectorLog.ForgettingFailed(_logger, exception.Error, exception.Message);
        }
    }
}
