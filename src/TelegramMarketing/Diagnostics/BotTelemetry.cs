using System.Diagnostics;
using System.Diagnostics.Metrics;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;

namespace TelegramMarketing.Diagnostics;

/// <summary>
/// The activities and metrics of one bot. While nobody listens, nothing is computed and nothing allocated. Texts, tokens, addresses of requests and people never come here.
/// </summary>
internal sealed class BotTelemetry : IDisposable
{
    // Durations of sends: Telegram answers in tenths of a second, holds back for 8 s, and may be waited for 100 s and more.
    private static readonly InstrumentAdvice<double> _sendBuckets = new() { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300] };

    // Waits for the pace: a twentieth of a minute for each post of a channel, and hours for a campaign.
    private static readonly InstrumentAdvice<double> _waitBuckets = new() { HistogramBucketBoundaries = [0.05, 0.25, 1, 3, 10, 30, 60, 300, 900, 3600, 14400] };

    /// <summary>Stands for a time that nobody wants to know.</summary>
    private const long NotAsked = -1;

    private readonly Clock _clock;
    private readonly Meter _meter;
    private readonly ActivitySource _activities;
    private readonly Counter<long> _publications;
    private readonly Histogram<double> _sendDuration;
    private readonly Histogram<double> _paceWait;
    private readonly Counter<long> _throttled;

    /// <param name="bot">The name under which the bot was registered; empty for the default one.</param>
    /// <param name="clock">The library's time.</param>
    /// <param name="meters">The host's; <see langword="null"/> when it has none.</param>
    public BotTelemetry(string bot, Clock clock, IMeterFactory? meters)
    {
        _clock = clock;
        var version = typeof(BotTelemetry).Assembly.GetName().Version?.ToString(3);
        KeyValuePair<string, object?>[]? tags = bot.Length == 0 ? null : [new(TelemetryTags.Bot, bot)];
        var options = new MeterOptions(TelegramMarketingTelemetry.Name) { Version = version, Tags = tags };
        _meter = meters?.Create(options) ?? new Meter(options);
        _activities = new ActivitySource(TelegramMarketingTelemetry.Name, version, tags);
        _publications = _meter.CreateCounter<long>("telegram_marketing.publications", "{publication}", "Publications that came to rest, by outcome and kind of post.");
        _sendDuration = _meter.CreateHistogram("telegram_marketing.send.duration", "s", "How long Telegram took to answer a send.", tags: null, _sendBuckets);
        _paceWait = _meter.CreateHistogram("telegram_marketing.pace.wait", "s", "How long a message waited for the pace that Telegram permits.", tags: null, _waitBuckets);
        _throttled = _meter.CreateCounter<long>("telegram_marketing.throttled", "{response}", "Calls that Telegram answered with 429.");
        _meter.CreateObservableGauge("telegram_marketing.queue.depth", () => Waiting.Count, "{publication}", "Publications of this process that wait or are under way.");
        _meter.CreateObservableGauge("telegram_marketing.queue.oldest_age", () => Waiting.AgeOfOldest(_clock.UtcNow).TotalSeconds, "s", "How long the oldest of them has waited.");
    }

    public WaitingPublications Waiting { get; } = new();

    /// <summary>Begins the activity of publishing; <see langword="null"/> when nobody listens.</summary>
    public Activity? StartPublish(ChannelAddress channel, PostKind kind) => Describe(_activities.StartActivity("publish"), channel, kind);

    /// <summary>Begins the activity of a publication that was Held or Unknown and goes on.</summary>
    public Activity? StartResume(PublicationEntry entry) => Describe(_activities.StartActivity("resume"), entry.Channel, entry.Kind);

    /// <summary>Begins the activity of a call that sends no message.</summary>
    public Activity? StartCall(string method, int attempt) => _activities.StartActivity("call", ActivityKind.Client) is { } activity
        ? activity.SetTag(TelemetryTags.Method, method).SetTag(TelemetryTags.Attempt, attempt + 1)
        : null;

    /// <summary>Begins to measure one send. Tell it the answer, then dispose it.</summary>
    public SendMeasure BeginSend(ChatTarget chat, PlannedMessage message, int attempt)
    {
        var activity = _activities.StartActivity("send", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TelemetryTags.Method, SendMeasure.MethodOf(message)).SetTag(TelemetryTags.Attempt, attempt + 1);
            if (!chat.IsPerson)
            {
                activity.SetTag(TelemetryTags.Channel, chat.ToString());
            }
        }

        return new SendMeasure(this, activity, message, _sendDuration.Enabled ? _clock.Timestamp : NotAsked);
    }

    /// <summary>The send has been answered, or given up.</summary>
    public void SendEnded(PlannedMessage message, long began, CallFailure? failure)
    {
        if (began == NotAsked || !_sendDuration.Enabled)
        {
            return;
        }

        var tags = new TagList { { TelemetryTags.Method, SendMeasure.MethodOf(message) }, { TelemetryTags.Outcome, SendMeasure.OutcomeOf(failure) } };
        if (failure is not null)
        {
            tags.Add(TelemetryTags.ErrorType, failure.Error.ToString());
        }

        _sendDuration.Record(_clock.Elapsed(began).TotalSeconds, tags);
    }

    /// <summary>Leave to send is asked for: when, if anybody wants to know.</summary>
    public long PaceAsked() => _paceWait.Enabled ? _clock.Timestamp : NotAsked;

    /// <summary>Leave to send has been given.</summary>
    /// <param name="began">When it was asked for.</param>
    /// <param name="priority">Of what.</param>
    public void PaceWaited(long began, SendPriority priority)
    {
        if (began != NotAsked && _paceWait.Enabled)
        {
            _paceWait.Record(_clock.Elapsed(began).TotalSeconds, new KeyValuePair<string, object?>(TelemetryTags.Priority, priority.ToString()));
        }
    }

    /// <summary>Telegram answered 429.</summary>
    public void Throttled(string method)
    {
        if (_throttled.Enabled)
        {
            _throttled.Add(1, new KeyValuePair<string, object?>(TelemetryTags.Method, method));
        }
    }

    /// <summary>A publication was asked for, and waits from now on.</summary>
    public void Entered(PublicationEntry entry)
    {
        entry.ReportedState = PublicationState.Scheduled;
        Waiting.Add(entry);
    }

    /// <summary>A publication has come to rest: it has ended, or is Held or Unknown. One that is held again is counted once.</summary>
    public void Rested(PublicationEntry entry)
    {
        Left(entry);
        var state = entry.State;
        if (state == entry.ReportedState)
        {
            return;
        }

        entry.ReportedState = state;
        if (!_publications.Enabled)
        {
            return;
        }

        var tags = new TagList { { TelemetryTags.Outcome, state.ToString() }, { TelemetryTags.Kind, entry.Kind.Name } };
        if (PublishActivity.IsFailure(state))
        {
            tags.Add(TelemetryTags.ErrorType, entry.Error.ToString());
        }

        _publications.Add(1, tags);
    }

    /// <summary>Nobody works on a publication any more; one that is Held goes on waiting.</summary>
    public void Left(PublicationEntry entry)
    {
        if (entry.IsWaiting && entry.State != PublicationState.Held)
        {
            Waiting.Remove(entry);
        }
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meter.Dispose();
    }

    private static Activity? Describe(Activity? activity, ChannelAddress channel, PostKind kind) => activity is { IsAllDataRequested: true }
        ? activity.SetTag(TelemetryTags.Channel, channel.ToString()).SetTag(TelemetryTags.Kind, kind.Name)
        : activity;
}
