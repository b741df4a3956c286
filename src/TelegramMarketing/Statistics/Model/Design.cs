namespace TelegramMarketing.Statistics.Model;

/// <summary>
/// The posts as the model sees them: the logarithm of the views, and for each post a row of few numbers (level, trend, hour) and few levels (kind, weekday and so on).
/// </summary>
internal sealed class Design
{
    private const int Bends = 5;
    private const int Waves = 3;
    private const int MostKinds = 40;
    private readonly List<(CoefficientGroup Group, double Variance)> _columns = [];
    private readonly List<Factor> _factors = [];
    private readonly int _hours;
    private readonly double[] _meanHours = [];
    private readonly int _tags;
    private readonly double[] _shares;

    /// <param name="posts">The posts that are compared.</param>
    /// <param name="kinds">The kinds, in the order of their levels.</param>
    public Design(IReadOnlyList<JudgedPost> posts, IReadOnlyList<PostKind?> kinds)
    {
        Count = posts.Count;
        var numbers = new List<Func<int, double>> { static _ => 1 };
        _columns.Add((CoefficientGroup.Level, 1));
        var times = PostTimes.Of(posts);
        if (times.Distinct().Take(2).Count() == 2)
        {
            numbers.Add(index => times[index]);
            _columns.Add((CoefficientGroup.Line, 1));
            for (var bend = 2; bend < 2 + Bends; bend++)
            {
                var frequency = bend * Math.PI / 2;
                numbers.Add(index => Math.Cos(frequency * (times[index] + 1)));
                _columns.Add((CoefficientGroup.Trend, Math.Pow(2.0 / bend, 3)));
            }
        }

        _hours = numbers.Count;
        if (posts.Select(post => post.Local?.Hour).Distinct().Take(2).Count() == 2)
        {
            for (var wave = 0; wave < 2 * Waves; wave++)
            {
                var part = wave;
                numbers.Add(index => posts[index].Local is { } local ? Wave(part, local.TimeOfDay.TotalHours) : 0);
                _columns.Add((CoefficientGroup.Hour, 1.0 / ((wave / 2) + 1)));
            }

            _meanHours = new double[2 * Waves];
        }

        NumbersPerRow = numbers.Count;
        Numbers = new double[Count * NumbersPerRow];
        for (var index = 0; index < Count; index++)
        {
            for (var column = 0; column < NumbersPerRow; column++)
            {
                Numbers[(index * NumbersPerRow) + column] = numbers[column](index);
            }

            for (var wave = 0; wave < _meanHours.Length; wave++)
            {
                _meanHours[wave] += Numbers[(index * NumbersPerRow) + _hours + wave] / Count;
            }
        }

        var order = kinds.Select((kind, index) => (Name: kind?.Name ?? "", index)).ToDictionary(pair => pair.Name, pair => Math.Min(pair.index, MostKinds), StringComparer.OrdinalIgnoreCase);
        var levels = new List<int[]>();
        Add(levels, ReportGrouping.Kind, CoefficientGroup.Kind, 1, [.. posts.Select(post => order[post.Post.Kind?.Name ?? ""])]);
        Add(levels, ReportGrouping.Weekday, CoefficientGroup.Circumstance, 1, [.. posts.Select(post => post.Local is { } local ? ReportGroups.MondayFirst(local.DayOfWeek) : -1)]);
        Add(levels, ReportGrouping.Media, CoefficientGroup.Circumstance, 1, [.. posts.Select(post => post.Post.Media is { } media ? (int)media : -1)]);
        Add(levels, ReportGrouping.Length, CoefficientGroup.Circumstance, 1, [.. posts.Select(post => post.Post.Length is { } length ? (int)ReportGroups.LengthOf(length) : -1)]);
        Add(levels, ReportGrouping.Buttons, CoefficientGroup.Circumstance, 1, [.. posts.Select(post => post.Post.HasButtons is { } has ? (has ? 1 : 0) : -1)]);
        _tags = _columns.Count;
        _shares = [];
        LevelsPerRow = levels.Count;
        Levels = new int[Count * LevelsPerRow];
        for (var index = 0; index < Count; index++)
        {
            for (var factor = 0; factor < LevelsPerRow; factor++)
            {
                Levels[(index * LevelsPerRow) + factor] = levels[factor][index];
            }
        }

        var subscribers = PostTimes.LogSubscribers(posts);
        Views = [.. posts.Select((post, index) => post.Figure.Log - subscribers[index])];
        Variances = [.. posts.Select(post => post.Figure.Variance)];
    }

    /// <summary>The same posts with their tags.</summary>
    /// <param name="plain">The posts without their tags.</param>
    /// <param name="posts">The posts, in the same order.</param>
    /// <param name="tags">The tags that are judged, of which a post may have several or none.</param>
    public Design(Design plain, IReadOnlyList<JudgedPost> posts, IReadOnlyList<string> tags)
    {
        (Count, Numbers, NumbersPerRow, Views, Variances) = (plain.Count, plain.Numbers, plain.NumbersPerRow, plain.Views, plain.Variances);
        (_factors, _hours, _meanHours, _tags) = (plain._factors, plain._hours, plain._meanHours, plain._tags);
        _columns = [.. plain._columns, .. tags.Select(static _ => (CoefficientGroup.Kind, 1.0))];
        var having = new double[tags.Count];
        LevelsPerRow = plain.LevelsPerRow + tags.Count;
        Levels = new int[Count * LevelsPerRow];
        for (var index = 0; index < Count; index++)
        {
            var row = Levels.AsSpan(index * LevelsPerRow, LevelsPerRow);
            plain.Levels.AsSpan(index * plain.LevelsPerRow, plain.LevelsPerRow).CopyTo(row);
            for (var tag = 0; tag < tags.Count; tag++)
            {
                var has = posts[index].Post.Tags.Contains(tags[tag], StringComparer.OrdinalIgnoreCase);
                row[plain.LevelsPerRow + tag] = has ? _tags + tag : -1;
                having[tag] += has ? 1 : 0;
            }
        }

        _shares = Array.ConvertAll(having, number => number / Count);
    }

    /// <summary>How many posts.</summary>
    public int Count { get; }

    /// <summary>The columns, each with its group and its share of the group's variance.</summary>
    public IReadOnlyList<(CoefficientGroup Group, double Variance)> Columns => _columns;

    /// <summary>The things with at least two levels.</summary>
    public IReadOnlyList<Factor> Factors => _factors;

    /// <summary>The logarithm of each post's views, or of its views per subscriber where those are known.</summary>
    public double[] Views { get; }

    /// <summary>The variance of each that is known to come from how it was read.</summary>
    public double[] Variances { get; }

    public double[] Numbers { get; }

    public int NumbersPerRow { get; }

    /// <summary>The column of each level of each row; −1 where it is not known.</summary>
    public int[] Levels { get; }

    public int LevelsPerRow { get; }

    /// <summary>The weights with which a level is compared with the typical post; <see langword="null"/> where the model doesn't have it.</summary>
    public double[]? Contrast(ReportGrouping by, int level)
    {
        if (by == ReportGrouping.Hour)
        {
            return HourContrast(level);
        }

        if (by == ReportGrouping.Tag)
        {
            return TagContrast(level);
        }

        if (_factors.Find(factor => factor.By == by) is not { } found || level >= found.Counts.Length || (by == ReportGrouping.Kind && level >= MostKinds))
        {
            return null;
        }

        var contrast = new double[_columns.Count];
        for (var index = 0; index < found.Counts.Length; index++)
        {
            contrast[found.Offset + index] = (index == level ? 1 : 0) - ((double)found.Counts[index] / found.Known);
        }

        return contrast;
    }

    private static double Wave(int part, double hour)
    {
        var angle = 2 * Math.PI * ((part / 2) + 1) * hour / 24;
        return part % 2 == 0 ? Math.Cos(angle) : Math.Sin(angle);
    }

    private double[]? HourContrast(int hour)
    {
        if (_meanHours.Length == 0)
        {
            return null;
        }

        var contrast = new double[_columns.Count];
        for (var wave = 0; wave < _meanHours.Length; wave++)
        {
            contrast[_hours + wave] = Wave(wave, hour + 0.5) - _meanHours[wave];
        }

        return contrast;
    }

    private double[]? TagContrast(int tag)
    {
        if (tag >= _shares.Length)
        {
            return null;
        }

        var contrast = new double[_columns.Count];
        contrast[_tags + tag] = 1 - _shares[tag];
        return contrast;
    }

    private void Add(List<int[]> levels, ReportGrouping by, CoefficientGroup group, double variance, int[] ofPosts)
    {
        if (ofPosts.Where(level => level >= 0).Distinct().Take(2).Count() < 2)
        {
            return;
        }

        var factor = new Factor(by, _columns.Count, Counts(ofPosts, ofPosts.Max() + 1));
        _factors.Add(factor);
        _columns.AddRange(Enumerable.Repeat((group, variance), factor.Counts.Length));
        levels.Add([.. ofPosts.Select(level => level < 0 ? -1 : factor.Offset + level)]);
    }

    private static int[] Counts(int[] ofPosts, int size)
    {
        var counts = new int[size];
        foreach (var level in ofPosts.Where(level => level >= 0))
        {
            counts[level]++;
        }

        return counts;
    }
}
