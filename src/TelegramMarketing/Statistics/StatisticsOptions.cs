namespace TelegramMarketing;

/// <summary>Of which channels figures are collected over time, and when.</summary>
public sealed class StatisticsOptions
{
    /// <summary>The channels whose posts are collected while the host runs. A channel is named once, by its username or its id.</summary>
    /// <value>Defaults to none: figures are read when they are asked for, and nothing is kept.</value>
    public IList<ChannelAddress> Channels { get; } = [];

    /// <summary>The ages at which the views of each post are read: 1 minute to 3,650 days.</summary>
    /// <value>Empty, as by default, stands for 3 h, 6 h, 12 h, 24 h, 48 h, 7 days and 30 days.</value>
    public IList<TimeSpan> Ages { get; } = [];

    /// <summary>
    /// How far from an age a reading still counts as that age, as a part of the age. The wider, the fewer pages are read, since one page serves all posts on it that are due.
    /// </summary>
    /// <value>Defaults to 0.1: 24 h stands for 21.6 h to 26.4 h. From 0.01 to 0.5.</value>
    public double Tolerance { get; set; } = 0.1;

    /// <summary>How often a channel is looked at for posts that the library did not publish. A look is left out when a page with the latest posts was read for another reason.</summary>
    /// <value>Defaults to 1 hour. From 1 minute to 1 day.</value>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How far back the posts of a channel are read, once, when its collecting begins, so that the first report has something to compare.</summary>
    /// <value>Defaults to 90 days; zero for the latest page only.</value>
    public TimeSpan ReadBack { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How the kind of a post is told that the library did not publish. The first rule that fits counts; where none does, <see cref="IPostClassifier"/> is asked.</summary>
    /// <value>Defaults to none: the kind of such posts stays unknown.</value>
    public IList<KindRule> Kinds { get; } = [];

    /// <summary>How long a post is kept with its figures, from its publication.</summary>
    /// <value>Defaults to 730 days, so that a season can be compared with the same one a year before. At least 1 day; <see langword="null"/> keeps everything for ever.</value>
    public TimeSpan? KeepFor { get; set; } = TimeSpan.FromDays(730);
}
