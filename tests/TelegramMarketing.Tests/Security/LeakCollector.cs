using System.Collections;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Tests.Security;

/// <summary>Hears everything that a host could write down: every log record from Trace on with its state and scopes, every activity of every source, and the exceptions it is shown.</summary>
internal sealed class LeakCollector : ILoggerProvider, ISupportExternalScope
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _heard = new();
    private readonly Dictionary<string, int> _counts = [];
    private readonly ActivityListener _activities;
    private IExternalScopeProvider? _scopes;

    public LeakCollector()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear("activity", Describe(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
    }

    /// <summary>How many things were heard, by kind.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (_lock)
            {
                return _counts.ToDictionary();
            }
        }
    }

    public string Everything
    {
        get
        {
            lock (_lock)
            {
                return _heard.ToString();
            }
        }
    }

    public void Hear(string kind, string? text)
    {
        lock (_lock)
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            _heard.Append(kind).Append(": ").AppendLine(text);
        }
    }

    /// <summary>An exception, as it prints itself, and all that hangs on it.</summary>
    public void Hear(Exception? exception)
    {
        for (var next = exception; next is not null; next = next.InnerException)
        {
            Hear("exception", $"{next} {next.Message} {next.Source} {next.HelpLink}");
            foreach (DictionaryEntry entry in next.Data)
            {
                Hear("data", $"{entry.Key} = {entry.Value}");
            }

            if (next is AggregateException many)
            {
                foreach (var inner in many.InnerExceptions)
                {
                    Hear(inner);
                }
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() => _activities.Dispose();

    private static string Describe(Activity activity) => string.Join(
        ' ',
        [
            activity.Source.Name, activity.OperationName, activity.DisplayName, activity.StatusDescription,
            .. activity.TagObjects.Concat(activity.Events.SelectMany(happening => happening.Tags)).Select(tag => $"{tag.Key}={tag.Value}"),
            .. activity.Baggage.Select(item => $"{item.Key}={item.Value}"),
        ]);

    private sealed class Ear(LeakCollector collector, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            collector.Hear("scope", $"{category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var parts = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
            collector.Hear("log", $"{category} {logLevel} {eventId} {formatter(state, exception)} {parts}");
            collector._scopes?.ForEachScope((scope, _) => collector.Hear("scope", scope?.ToString()), 0);
            collector.Hear(exception);
        }
    }
}
