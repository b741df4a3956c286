namespace TelegramMarketing.Simulations;

/// <summary>What the channels of one cell have in common: the prior from which each of them is drawn.</summary>
/// <param name="Name">What is special about them.</param>
internal sealed record Cell(string Name)
{
    /// <summary>The fewest and the most posts of a channel.</summary>
    public (int From, int To) Posts { get; init; } = (12, 60);

    /// <summary>The fewest and the most kinds of a channel.</summary>
    public (int From, int To) Kinds { get; init; } = (3, 5);

    /// <summary>The standard deviation of the kinds' effects, on the scale of the natural logarithm.</summary>
    public double KindSpread { get; init; } = 0.4;

    /// <summary>The standard deviation of posts of one kind, hour and day.</summary>
    public double Scatter { get; init; } = 0.4;

    /// <summary>By how much the audience grows over the period, as a logarithm: 0.7 doubles it.</summary>
    public double Growth { get; init; } = 0.5;

    /// <summary>The audience grows in steps, as after a mention, and not smoothly.</summary>
    public bool GrowsInSteps { get; init; }

    /// <summary>The height of the evening's peak over the rest of the day.</summary>
    public double HourEffect { get; init; } = 0.3;

    /// <summary>The standard deviation of the weekdays' effects.</summary>
    public double WeekdayEffect { get; init; } = 0.1;

    /// <summary>Each kind has an hour of its own at which it is mostly posted.</summary>
    public bool HoursConfound { get; init; }

    /// <summary>Each kind has a weekday of its own on which it is mostly posted.</summary>
    public bool WeekdaysConfound { get; init; }

    /// <summary>The first kinds are given up over the period, and the last come into use.</summary>
    public bool GrowthConfounds { get; init; }

    /// <summary>The share of posts that go viral and earn three to twelve times as much.</summary>
    public double Viral { get; init; } = 0.02;

    /// <summary>Degrees of freedom of the scatter; 0 for log-normal views.</summary>
    public int HeavyTails { get; init; }

    /// <summary>How often each kind is posted, in proportion; the last number stands for all further kinds. Even when empty.</summary>
    public IReadOnlyList<double> Shares { get; init; } = [];

    /// <summary>At most so many posts of each kind but the first two.</summary>
    public int? MostOfRareKinds { get; init; }

    /// <summary>Posts are read at several ages, and compared at 24 hours.</summary>
    public bool EqualAge { get; init; }

    /// <summary>Hours or days are mistaken for the effect of the kind by who only counts, so the report must choose better.</summary>
    public bool IsConfounded => HoursConfound || WeekdaysConfound || GrowthConfounds;

    public static IReadOnlyList<Cell> All { get; } =
    [
        new("ordinary channels"),
        new("12 to 20 posts") { Posts = (12, 20) },
        new("40 to 60 posts") { Posts = (40, 60) },
        new("little scatter") { Scatter = 0.2, KindSpread = 0.3 },
        new("much scatter") { Scatter = 0.8, KindSpread = 0.4 },
        new("kinds nearly alike") { KindSpread = 0.1 },
        new("kinds far apart") { KindSpread = 0.8 },
        new("no differences at all") { KindSpread = 0 },
        new("hours confound") { HoursConfound = true, HourEffect = 0.9 },
        new("weekdays confound") { WeekdaysConfound = true, WeekdayEffect = 0.4 },
        new("growth confounds") { GrowthConfounds = true, Growth = 1.5 },
        new("audience grows in steps") { Growth = 1.2, GrowsInSteps = true },
        new("many viral posts") { Viral = 0.1 },
        new("heavy tails (t, 3)") { HeavyTails = 3, Scatter = 0.3 },
        new("one kind dominates") { Shares = [8, 1], Posts = (24, 60) },
        new("kinds of 1 or 2 posts") { MostOfRareKinds = 2 },
        new("compared at 24 hours") { EqualAge = true },
        new("too few posts") { Posts = (3, 7) },
    ];
}
