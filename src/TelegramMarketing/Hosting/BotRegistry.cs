using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using TelegramMarketing.BotApi;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Hosting;

/// <summary>
/// The bots of this process, each made when it is first asked for. All services of a bot come from here, so that a bot can be
/// added while the host runs.
/// </summary>
internal sealed class BotRegistry(
    IServiceProvider services, IOptionsMonitor<TelegramMarketingOptions> options, IHttpClientFactory http, IHttpMessageHandlerFactory handlers, ILoggerFactory loggers,
    IEnumerable<HostsClient> hostsClients) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, BotRuntime> _runtimes = new(StringComparer.Ordinal);
    private bool _isStarted;
    private bool _isDisposed;

    /// <summary>The bot of this name.</summary>
    /// <exception cref="OptionsValidationException">Its settings are wrong.</exception>
    public BotRuntime Get(string name)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_runtimes.TryGetValue(name, out var runtime))
            {
                runtime = Create(name);
                _runtimes.Add(name, runtime);
                if (_isStarted)
                {
                    runtime.Start();
                }
            }

            return runtime;
        }
    }

    /// <summary>Starts the background work of all bots, and of those that are added later.</summary>
    public void Start()
    {
        lock (_lock)
        {
            _isStarted = true;
            foreach (var runtime in _runtimes.Values)
            {
                runtime.Start();
            }
        }
    }

    /// <summary>Stops the background work of all bots. What they are sending is waited for until the token is cancelled.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        BotRuntime[] runtimes;
        lock (_lock)
        {
            _isStarted = false;
            runtimes = [.. _runtimes.Values];
        }

        return Task.WhenAll(runtimes.Select(runtime => runtime.StopAsync(cancellationToken)));
    }

    public async ValueTask DisposeAsync()
    {
        BotRuntime[] runtimes;
        lock (_lock)
        {
            _isDisposed = true;
            runtimes = [.. _runtimes.Values];
        }

        foreach (var runtime in runtimes)
        {
            try
            {
                await runtime.DisposeAsync().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The other bots, and the host's own services, are disposed all the same.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                loggers.CreateLogger("TelegramMarketing").DisposeFailed(exception);
            }
        }
    }

    private BotRuntime Create(string name)
    {
        var settings = options.Get(name);
        var time = services.GetKeyedService<TimeProvider>(ClockKey.For(name)) ?? TimeProvider.System;
        var clock = new Clock(time);
        var telemetry = new BotTelemetry(name, clock, services.GetService<IMeterFactory>());
        var context = new BotContext(name, settings, clock, new Chance(), http, loggers, telemetry);
        var client = hostsClients.LastOrDefault(hosts => hosts.Name == name)?.Create(services) ?? CreateClient(context);
        var updates = services.GetRequiredService<IOptionsMonitor<UpdateOptions>>().Get(name);
        var storage = services.GetKeyedService<IBotStorageFactory>(name)?.Open(context) ?? new MemoryStorage(context);
        return new BotRuntime(context, new BotGateway(context, client), storage, services.GetKeyedServices<IViewSource>(name), services.GetKeyedServices<IInvitationTransport>(name), updates, services.GetKeyedService<IPostClassifier>(name));
    }

    private BotClient CreateClient(BotContext context)
    {
        // Waiting out a 429 and trying again is the sender's work, on its own clock.
        var clientOptions = new TelegramBotClientOptions(context.Options.BotToken, context.Options.ApiAddress.GetLeftPart(UriPartial.Path).TrimEnd('/')) { RetryThreshold = 0 };
        return new BotClient(clientOptions, new HttpMessageInvoker(handlers.CreateHandler(HttpClientNames.BotApi(context.Name)), disposeHandler: false));
    }
}
