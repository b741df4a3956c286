namespace TelegramMarketing.Charts.Words;

internal sealed partial record Wording
{
    public static Wording English { get; } = new()
    {
        Posts = Plural.OneAndOther("{0} post", "{0} posts"),
        KindsTitle = "Views by kind of post",
        Effect = "Times the usual views",
        EffectNote = "with 95 % interval; grey where it may be chance",
        GrowthTitle = "How views grow with age",
        GrowthNote = "Median views by age of the post; not every post was read at each age",
        WeekTitle = "Views by weekday and hour",
        WeekNote = "Colour: median views. Number: posts. Time zone: {0}",
        AudienceTitle = "Subscribers over time",
        NoKinds = "No post can be compared yet.",
        NoGrowth = "No views at several ages are known yet.",
        NoWeek = "No post can be compared yet.",
        NoAudience = "The number of subscribers is not known for this period.",
        Hours = "{0} h",
        Days = "{0} d",
        NotDrawn = Plural.OneAndOther("{0} more kind is not drawn", "{0} more kinds are not drawn"),
        PageTitle = "What earns the views",
        Answers = "In short",
        Pictures = "In pictures",
        Tables = "In figures",
        LeftOutTitle = "What was left out, and why",
        NothingLeftOut = "Nothing: all posts of the period were compared.",
        HowTitle = "How to read this",
        MadeAt = "Made on {0}.",
        How =
        [
            "Look at the number of posts first. A figure from one or two posts is an anecdote, however large it is.",
            "Views grow with age, so posts are compared at a comparable age only. The line above the answers says at which.",
            "The median is the post in the middle: one lucky post does not move it. A range means that the counter is shown rounded.",
            "The effect says how many times the views of the channel’s typical post such posts earn when all else is equal: the audience, the weekday and the hour are taken out. The interval holds the truth in 95 of 100 cases. Where it holds 1, the difference may be chance.",
            "ERR is views per subscriber when the post was published; ER is reactions, votes and comments per view. Unknown means that nobody shows the figure; it is never 0.",
        ],
    };
}
