using System.Diagnostics;

namespace TelegramMarketing.Tests.Diagnostics;

/// <summary>The activities of one bot that have ended, in order.</summary>
internal sealed class RecordedActivities : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public RecordedActivities(string bot)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelegramMarketingTelemetry.Name && source.Tags?.Any(tag => tag.Key == "telegram.bot" && Equals(tag.Value, bot)) == true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (_lock)
                {
                    _ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _ended];
            }
        }
    }

    public IReadOnlyList<Activity> Named(string name) => [.. All.Where(activity => activity.OperationName == name)];

    public void Dispose() => _listener.Dispose();
}
