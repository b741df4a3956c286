namespace TelegramMarketing.Statistics.Collecting;

/// <summary>Knows from when on readings could not be made, and why.</summary>
internal sealed class GapWatch
{
    /// <summary>Waking a little late is no gap.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);
    private DateTimeOffset _expectedAt;
    private DateTimeOffset? _failingSince;
    private GapReason _reason;
    private bool _isOpen;

    /// <summary>The collector will look again then; until then all is well.</summary>
    public void Expect(DateTimeOffset at) => _expectedAt = at;

    public void Fail(DateTimeOffset now, TelegramMarketingError error)
    {
        _failingSince ??= now;
        _reason = error == TelegramMarketingError.TooManyRequests ? GapReason.Throttled : GapReason.SourceFailed;
    }

    /// <summary>Some ages of posts have passed without a reading, or a gap that is known goes on.</summary>
    /// <returns>The gap so far; <see langword="null"/> when nothing hindered the reading, as with a post that shows no views.</returns>
    public StatisticsGap? Missed(DateTimeOffset now, bool isNew)
    {
        if (_failingSince is { } since)
        {
            _isOpen |= isNew;
            return _isOpen ? new StatisticsGap(since, now, CollectedFigures.Views, _reason) : null;
        }

        return isNew && now - _expectedAt > Late ? new StatisticsGap(_expectedAt, now, CollectedFigures.Views, GapReason.NotRunning) : null;
    }

    /// <summary>A source was read.</summary>
    public void Succeed() => (_failingSince, _isOpen) = (null, false);
}
