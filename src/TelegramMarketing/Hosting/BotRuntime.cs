using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Publishing;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Hosting;

/// <summary>Everything of one bot, put together.</summary>
internal sealed class BotRuntime : IDisposable
{
    private readonly BotSender _sender;
    private readonly PublicationSender _publications;
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    public BotRuntime(BotContext context, IBotGateway gateway)
    {
        Context = context;
        _sender = new BotSender(context, gateway);
        var store = new InMemoryPublicationStore(context.Options.Memory.EndedPublications);
        context.Loggers.CreateLogger("TelegramMarketing").StateIsInMemory();
        _publications = new PublicationSender(context, _sender, store);
        Publisher = new ChannelPublisher(context, gateway, _sender, _publications, store);
        Ledger = new PublicationLedger(context, _sender, _publications, store);
    }

    public BotContext Context { get; }

    public IChannelPublisher Publisher { get; }

    public IPublicationLedger Ledger { get; }

    /// <summary>Starts what runs in the background, if it does not run yet.</summary>
    public void Start()
    {
        if (_stop is null)
        {
            _stop = new CancellationTokenSource();
            _running = RunAsync(_stop.Token);
        }
    }

    /// <summary>Ends what runs in the background.</summary>
    public async Task StopAsync()
    {
        if (_stop is { } stop)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await _running.ConfigureAwait(false);
            stop.Dispose();
            _stop = null;
        }
    }

    public void Dispose()
    {
        _publications.Dispose();
        _sender.Dispose();
    }

    private static Task RunAsync(CancellationToken stop) => Task.CompletedTask;
}
