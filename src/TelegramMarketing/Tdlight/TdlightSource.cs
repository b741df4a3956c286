using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tdlight;

/// <summary>
/// Views from a TDLight server. It answers from a cache that it keeps for 30 minutes after the last question, so that a figure may be as old as that, and asking again earlier would only keep the old one alive.
/// </summary>
internal sealed class TdlightSource(Clock clock, TdlightClient client, TimeSpan interval) : IViewSource
{
    /// <summary>For how long the server keeps a message that nobody asks for.</summary>
    private static readonly TimeSpan _serversCache = TimeSpan.FromMinutes(30);

    private readonly TdlightMemory _memory = new(clock, interval);
    private readonly TurnQueue _turns = new(clock);

    public string Name => "tdlight";

    public ViewSourceCapabilities Capabilities => ViewSourceCapabilities.Posts | ViewSourceCapabilities.PrivateChannels;

    public TimeSpan MinimumInterval => interval;

    public static TdlightSource Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<TdlightOptions>>().Get(name);
        var (server, token) = TdlightOptionsValidator.Resolve(options, provider.GetRequiredService<IOptionsMonitor<TelegramMarketingOptions>>().Get(name));
        var clock = new Clock(provider.GetKeyedService<TimeProvider>(ClockKey.For(name)) ?? TimeProvider.System);
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientNames.Tdlight(name));
        return new TdlightSource(clock, new TdlightClient(clock, http, server, token, options.Timeout), options.MinimumInterval);
    }

    public async Task<PostStatistics> ReadPostAsync(PostReference post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        using var activity = clock.BeginOperation();
        if (_memory.Find(post) is { } kept)
        {
            return kept;
        }

        // One question after another: the server passes each on to Telegram.
        using var turn = _turns.Enter();
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_memory.Find(post) is { } meanwhile)
        {
            return meanwhile;
        }

        if (_memory.IsRefused)
        {
            return new PostStatistics { Post = post, Availability = PostAvailability.Throttled };
        }

        var asked = clock.UtcNow;
        var answer = await client.AskAsync(post, cancellationToken).ConfigureAwait(false);
        if (answer.RetryAfter is { } wait)
        {
            _memory.Refuse(wait);
        }

        var statistics = answer.Message is { } message
            ? TdlightMessage.Read(message, post, views => new Reading(views, Name, clock.UtcNow, _serversCache + (clock.UtcNow - asked)))
            : new PostStatistics { Post = post, Availability = answer.Availability };
        if (statistics.Availability != PostAvailability.Throttled)
        {
            _memory.Keep(statistics);
        }

        return statistics;
    }

    public IAsyncEnumerable<PostStatistics> ReadChannelAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A Bot API server lists no messages.");

    public Task<Reading?> ReadSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("This source tells no subscribers.");
}
