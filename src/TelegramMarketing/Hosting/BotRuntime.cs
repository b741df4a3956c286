using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Invitations;
using TelegramMarketing.PublicPages;
using TelegramMarketing.Publishing;
using TelegramMarketing.Scheduling;
using TelegramMarketing.Statistics;
using TelegramMarketing.Statistics.Collecting;
using TelegramMarketing.Statistics.Pushed;
using TelegramMarketing.Stickers;
using TelegramMarketing.Storage;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Hosting;

/// <summary>Everything of one bot, put together.</summary>
internal sealed class BotRuntime : IAsyncDisposable
{
    private readonly BotSender _sender;
    private readonly PublicationSender _publications;
    private readonly LeaseKeeper _lease;
    private readonly DueWatch _due;
    private readonly InvitationModule _invitations;
    private readonly StatisticsCollector _collector;
    private readonly UpdatePump _updates;
    private readonly IBotStorage _storage;
    private readonly bool _isPolling;
    private bool _wasStopped;
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    public BotRuntime(BotContext context, IBotGateway gateway, IBotStorage storage, IEnumerable<IViewSource> hostsSources, IEnumerable<IInvitationTransport> transports, UpdateOptions updates, IPostClassifier? classifier = null)
    {
        Context = context;
        _isPolling = updates.Poll;
        _sender = new BotSender(context, gateway);
        _storage = storage;
        var store = storage.Publications;
        if (storage.IsInMemory)
        {
            context.Loggers.CreateLogger("TelegramMarketing").StateIsInMemory();
        }

        if (!storage.KeepsInvitations)
        {
            context.Loggers.CreateLogger("TelegramMarketing").InvitationsAreOff();
        }

        var pages = new PublicPageSource(context);
        var editor = new MessageEditor(gateway, _sender);
        _lease = new LeaseKeeper(context, storage);
        var outcomes = new OutcomeLog(store);
        _publications = new PublicationSender(context, _sender, store, outcomes, _lease, [new PublicPageEvidence(pages), new ReviewChatEvidence(context, _sender)]);
        var role = new SenderRole(context, _sender, _publications, storage, _lease);
        _due = new DueWatch(context, _sender, _publications, new EndingSender(context, editor, store, outcomes), storage, role);
        Publisher = new ChannelPublisher(context, editor, _sender, new Outbox(context, _publications, storage, role, _due), store);
        Ledger = new PublicationLedger(context, _sender, _publications, store);
        Scheduler = new PostScheduler(context, new PostPreparation(context, _sender, Publisher), _due, store, Ledger);
        IReadOnlyList<IViewSource> sources = [.. hostsSources, pages, new SubscriberCounter(context, gateway)];
        var published = new LedgerPosts(_sender.Chats, store);
        var collected = new CollectedChannels(context.Options.Statistics.Channels, _sender.Chats);
        var kinds = new PostKinds(published, context.Options.Statistics.Kinds, classifier, context.Loggers.CreateLogger("TelegramMarketing.Statistics"));
        Func<bool> isSender = () => storage.IsInMemory || _due.IsSender;
        _collector = new StatisticsCollector(context, collected, storage.Statistics, sources, kinds, isSender);
        _publications.Published = _collector.Note;
        Statistics = new PostStatisticsReader(context, sources, kinds, new CollectedStatistics(collected, storage.Statistics));
        _invitations = new InvitationModule(context, _sender, storage, transports, isSender);
        Stickers = new StickerSeriesKeeper(context, new StickerApi(context, gateway, _sender));
        _updates = new UpdatePump(context, gateway, [_invitations.Updates, new PushedFigures(context, collected, storage.Statistics, new PushedPosts(context, collected, kinds, _collector))]);
        Health = new BotHealth(context, new BotProbe(context, gateway), new PublicationHealth(context, store), new SenderHealth(context, _due, storage.IsInMemory), new UpdateHealth(_updates, _isPolling));
    }

    public BotContext Context { get; }

    public IBotSender Sender => _sender;

    public IChannelPublisher Publisher { get; }

    public IPublicationLedger Ledger { get; }

    public IPostScheduler Scheduler { get; }

    public IPostStatistics Statistics { get; }

    public IStickerSeries Stickers { get; }

    public IOptInInvitation Invitations => _invitations.Invitation;

    public IConsentLedger Consent => _invitations.Ledger;

    public IUpdateReceiver Updates => _updates;

    /// <summary>Makes sure that the state can be kept.</summary>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.StorageUnavailable"/>.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => _storage.PrepareAsync(cancellationToken);

    public BotHealth Health { get; }

    /// <summary>Starts what runs in the background, if it does not run yet.</summary>
    public void Start()
    {
        if (_stop is null)
        {
            _stop = new CancellationTokenSource();
            _running = RunAsync(_stop.Token);
            if (!_storage.IsInMemory || _wasStopped)
            {
                _due.Start();
            }
        }
    }

    /// <summary>
    /// Ends what runs in the background: nothing that is due begins any more, and what is being sent is waited for until the token is cancelled. Then another process may send. Callers may still publish.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _wasStopped = true;
        try
        {
            await Task.WhenAll(_due.StopAsync(cancellationToken), EndWorkAsync()).ConfigureAwait(false);
        }
        finally
        {
            await _lease.ReleaseAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndWorkAsync().ConfigureAwait(false);
        _due.Dispose();
        _publications.Dispose();
        _sender.Dispose();
        await _lease.ReleaseAsync().ConfigureAwait(false);
        await _storage.DisposeAsync().ConfigureAwait(false);
        Context.Telemetry.Dispose();
    }

    private async Task EndWorkAsync()
    {
        if (_stop is { } stop)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await _running.ConfigureAwait(false);
            stop.Dispose();
            _stop = null;
        }
    }

    private Task RunAsync(CancellationToken stop) => Task.WhenAll(_isPolling ? _updates.RunAsync(stop) : Task.CompletedTask, _collector.RunAsync(stop), _storage.KeepsInvitations ? _invitations.Revoker.RunAsync(stop) : Task.CompletedTask);
}
