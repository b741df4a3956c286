using System.Globalization;

namespace TelegramMarketing.Statistics;

internal sealed partial record ReportWords
{
    private static ReportWords CreateEnglish() => new()
    {
        Language = "en",
        Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        Media = ["Text", "Photo", "Video", "Album", "File", "Audio", "Sticker", "Poll", "Other"],
        Lengths = ["No text", "Up to 200 characters", "201 to 600 characters", "Over 600 characters"],
        Buttons = ["Without buttons", "With buttons"],
        News = new("News", "News posts", "news", static count => Counted(count, count == 1 ? "more news post" : "more news posts")),
        Promotion = new("Promotion", "Promotions", "promotions", static count => Counted(count, count == 1 ? "more promotion" : "more promotions")),
        Event = new("Event", "Events", "events", static count => Counted(count, count == 1 ? "more event" : "more events")),
        OwnKind = static name => new(name, $"“{name}” posts", $"“{name}” posts", count => Counted(count, count == 1 ? $"more “{name}” post" : $"more “{name}” posts")),
        Unclassified = "Unclassified",
        Groupings = ["Group", "Kind", "Tag", "Weekday", "Hour", "Media", "Length", "Buttons"],
        Posts = "Posts",
        Compared = "Compared",
        MedianViews = "Median views",
        Effect = "Effect",
        ViewsPerSubscriber = "ERR",
        EngagementRate = "ER",
        LeftOut = "Left out",
        Unknown = "unknown",
        TooFew = "too few",
        Range = "{0} to {1}",
        LeftOutCount = "{0} {1}",
        LeftOutReasons = ["too young", "without known views", "of unknown age", "forwarded", "continuing another post", "not read near that age"],
        Period = "Posts from {0} to {1}",
        Bases =
        [
            "Compared: posts at least 7 days old, whose views hardly grow any more.",
            "Compared: posts at least 24 hours old, since none is 7 days old yet. Their ages differ, so this is a first impression.",
            "Compared: the views of each post at the age of {0}.",
            "Compared: nothing, since no post with known views is 24 hours old yet.",
        ],
        Hours = static count => Counted(count, count == 1 ? "hour" : "hours"),
        Days = static count => Counted(count, count == 1 ? "day" : "days"),
        Difference = "{0} earn {1} times the views of {2} ({3}, {4}).",
        Winner = "{0} earn the most: {1} times the views of {2}, which come next ({3}, {4}).",
        NotEnough = "Not enough yet: about {0} are needed.",
        NotEnoughOne = "Not enough yet: about {0} is needed.",
        NoDifference = "{0} earn {1} times the views of {2}, but that is not sure ({3}, {4}). If there is a difference, it is too small to be worth waiting for.",
        NothingToCompare = "There is nothing to compare yet: it takes posts of at least two kinds.",
        TwoCounts = static (one, other) => string.Create(CultureInfo.InvariantCulture, $"{one} and {other} {(other == 1 ? "post" : "posts")}"),
        Effects = "Effect: the views of such posts in those of the channel's typical post, other things being equal, with the 95 % interval.",
    };
}
