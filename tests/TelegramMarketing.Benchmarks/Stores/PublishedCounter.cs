using System.Diagnostics.Metrics;

namespace TelegramMarketing.Benchmarks.Stores;

/// <summary>Counts publications whose outcome is recorded, by the library's own metric.</summary>
internal sealed class PublishedCounter : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly int _expected;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _published;

    public PublishedCounter(int expected)
    {
        _expected = expected;
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "telegram_marketing.publications")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Count(tags));
        _listener.Start();
    }

    /// <summary>Ends when all have been published, and fails when one ends otherwise.</summary>
    public Task Done => _done.Task;

    public void Dispose() => _listener.Dispose();

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "telegram_marketing.outcome" && value is not "Published")
            {
                _done.TrySetException(new InvalidOperationException($"A publication ended as {value}."));
            }
        }

        if (Interlocked.Increment(ref _published) == _expected)
        {
            _done.TrySetResult();
        }
    }
}
