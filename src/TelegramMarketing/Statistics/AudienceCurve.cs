namespace TelegramMarketing.Statistics;

/// <summary>The number of subscribers at any time between samples.</summary>
internal sealed class AudienceCurve(IReadOnlyList<AudiencePoint> samples)
{
    private static readonly TimeSpan Reach = TimeSpan.FromDays(7);
    private readonly AudiencePoint[] _samples = [.. samples.OrderBy(sample => sample.At)];

    /// <summary>Between two samples in proportion to time; beyond the first or last sample it is taken to stand still for a week, and then is unknown.</summary>
    public double? At(DateTimeOffset time)
    {
        if (_samples.Length == 0 || time < _samples[0].At - Reach || time > _samples[^1].At + Reach)
        {
            return null;
        }

        var (first, last) = (0, _samples.Length - 1);
        if (time <= _samples[first].At || time >= _samples[last].At)
        {
            return _samples[time <= _samples[first].At ? first : last].Subscribers.Value;
        }

        while (last - first > 1)
        {
            var middle = (first + last) / 2;
            (first, last) = _samples[middle].At <= time ? (middle, last) : (first, middle);
        }

        var (left, right) = (_samples[first], _samples[last]);
        var share = (time - left.At) / (right.At - left.At);
        return left.Subscribers.Value + (share * (right.Subscribers.Value - left.Subscribers.Value));
    }
}
