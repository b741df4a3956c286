using System.Globalization;
using TelegramMarketing.PublicPages;
using TelegramMarketing.Statistics;

namespace TelegramMarketing.Simulations;

/// <summary>One simulated channel: its posts as the library would have read them, and the truth.</summary>
internal sealed class Channel
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Period = TimeSpan.FromDays(90);
    private static readonly double[] ReadAtHours = [3, 6, 12, 24, 48, 168];
    private readonly Cell _cell;
    private readonly Draw _draw;
    private readonly double[] _effects;
    private readonly double[] _weekdays;
    private readonly double[] _favouriteHours;
    private readonly int[] _favouriteDays;
    private readonly double[] _steps;
    private readonly double _level;

    private Channel(Cell cell, Draw draw)
    {
        _cell = cell;
        _draw = draw;
        var kinds = draw.Integer(cell.Kinds);
        _effects = Many(kinds, () => cell.KindSpread * draw.Normal());
        _weekdays = Many(7, () => cell.WeekdayEffect * draw.Normal());
        _favouriteHours = Many(kinds, () => draw.Uniform(8, 22));
        _favouriteDays = [.. Many(kinds, () => draw.Uniform(0, 7)).Select(day => (int)day)];
        _steps = [.. Many(3, () => draw.Uniform(0, 1))];
        _level = draw.Uniform(Math.Log(150), Math.Log(40_000));
        Kinds = [.. Enumerable.Range(0, kinds).Select(kind => PostKind.Of(string.Create(CultureInfo.InvariantCulture, $"kind {kind}")))];
    }

    public IReadOnlyList<PostKind> Kinds { get; }

    public List<ReportPost> Posts { get; } = [];

    /// <summary>The true effect of each kind, as a logarithm, against the mean of the posts that were compared.</summary>
    public double[] Truth(EditorialReport report)
    {
        var counts = Kinds.Select(kind => report.Kinds.FirstOrDefault(summary => summary.Kind == kind)?.Compared ?? 0).ToArray();
        var mean = _effects.Zip(counts, static (effect, count) => effect * count).Sum() / Math.Max(1, counts.Sum());
        return Array.ConvertAll(_effects, effect => effect - mean);
    }

    public static Channel Of(Cell cell, int seed)
    {
        var channel = new Channel(cell, new Draw(seed));
        channel.Publish();
        return channel;
    }

    public EditorialReport Report() => ReportBuilder.Build(
        ChannelAddress.FromUsername("simulated"), Start, Start + Period, Start + Period + TimeSpan.FromDays(8), Posts,
        new ReportOptions { Age = _cell.EqualAge ? TimeSpan.FromHours(24) : null }, []);

    private static double[] Many(int count, Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    private void Publish()
    {
        var posts = _draw.Integer(_cell.Posts);
        var used = new int[Kinds.Count];
        for (var post = 0; post < posts; post++)
        {
            var time = _draw.Uniform(0, 1);
            var kind = Kind(time);
            if (_cell.MostOfRareKinds is { } most && kind > 1 && used[kind] >= most)
            {
                kind = post % 2;
            }

            used[kind]++;
            var day = _cell.WeekdaysConfound && _draw.Happens(0.8) ? ((int)(time * 13) * 7) + _favouriteDays[kind] : (int)(time * 90);
            var hour = _cell.HoursConfound && _draw.Happens(0.85) ? Math.Clamp(_favouriteHours[kind] + _draw.Normal(), 0, 23.9) : _draw.Uniform(8, 22);
            var at = Start.AddDays(Math.Min(day, 89)).AddHours(hour);
            Posts.Add(new ReportPost { MessageId = post + 1, PublishedAt = at, Kind = Kinds[kind], Views = [.. Readings(at, Views(kind, at, hour))] });
        }
    }

    private int Kind(double time)
    {
        double Share(int kind) => _cell.Shares.Count == 0 ? 1 : _cell.Shares[Math.Min(kind, _cell.Shares.Count - 1)];

        var last = Kinds.Count - 1;
        return _draw.Index([.. Enumerable.Range(0, Kinds.Count).Select(kind => Share(kind) * (_cell.GrowthConfounds ? Math.Exp(-4 * Math.Abs(time - ((double)kind / last))) : 1))]);
    }

    private double Views(int kind, DateTimeOffset at, double hour)
    {
        var time = (at - Start) / Period;
        var growth = _cell.GrowsInSteps ? _cell.Growth * _steps.Count(step => step < time) / _steps.Length : _cell.Growth * time;
        var evening = _cell.HourEffect * Math.Exp(-(hour - 19.5) * (hour - 19.5) / 10);
        var viral = _draw.Happens(_cell.Viral) ? _draw.Uniform(Math.Log(3), Math.Log(12)) : 0;
        // Telegram's counter has 32 bits; the tails of t alone would now and then draw more, which no page shows.
        return Math.Min(Math.Exp(_level + _effects[kind] + growth + evening + _weekdays[(int)at.DayOfWeek] + (_cell.Scatter * _draw.Scatter(_cell.HeavyTails)) + viral), int.MaxValue);
    }

    private List<ViewPoint> Readings(DateTimeOffset at, double views)
    {
        if (!_cell.EqualAge)
        {
            return [Reading(Start + Period + TimeSpan.FromDays(8), views)];
        }

        // Half the views come in the first ten hours or so; readings come late, and one in five is missed.
        var half = 10 * Math.Exp(0.3 * _draw.Normal());
        return [.. ReadAtHours.Where(_ => !_draw.Happens(0.2)).Select(hours => hours * _draw.Uniform(1, 1.2)).Select(hours => Reading(at.AddHours(hours), views * hours / (hours + half)))];
    }

    private static ViewPoint Reading(DateTimeOffset at, double views)
    {
        var shown = PageText((long)Math.Round(views));
        return new ViewPoint(at.AddSeconds(-30), at, CounterText.Parse(shown) ?? throw new InvalidOperationException($"The library does not read {shown}."));
    }

    // As the public page writes a counter: three digits, cut off.
    private static string PageText(long views) => views < 1_000 ? views.ToString(CultureInfo.InvariantCulture)
        : views < 1_000_000 ? $"{ThreeDigits(views / 1_000.0)}K"
        : $"{ThreeDigits(views / 1_000_000.0)}M";

    private static string ThreeDigits(double number)
    {
        var unit = number >= 100 ? 1 : number >= 10 ? 0.1 : 0.01;
        return (Math.Floor((number / unit) + 1e-9) * unit).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
