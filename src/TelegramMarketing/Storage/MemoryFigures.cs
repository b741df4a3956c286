namespace TelegramMarketing.Storage;

/// <summary>Figures over time, in memory: the latest of them beyond a cap.</summary>
internal sealed class MemoryFigures(int cap)
{
    private readonly SortedList<(DateTimeOffset At, CollectedFigures Figure), FigureReading> _all = [];

    public IList<FigureReading> All => _all.Values;

    public void Add(FigureReading figure)
    {
        _all.TryAdd((figure.Reading.ObservedAt, figure.Figure), figure);
        if (_all.Count > cap)
        {
            _all.RemoveAt(0);
        }
    }

    public FigureReading? Latest(CollectedFigures figure) => _all.Values.LastOrDefault(reading => reading.Figure == figure);

    public IReadOnlyList<FigureReading> LatestOfEach() => [.. _all.Values.GroupBy(reading => reading.Figure).Select(figure => figure.Last())];

    public void ForgetBefore(DateTimeOffset before)
    {
        while (_all.Count > 0 && _all.Keys[0].At < before)
        {
            _all.RemoveAt(0);
        }
    }
}
