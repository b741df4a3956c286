using TelegramMarketing;

namespace EditorialCalendar;

/// <summary>What a bakery publishes in a week.</summary>
internal static class Week
{
    private static readonly string[] _breads = ["segale", "farro", "noci", "olive", "zucca", "sesamo"];

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>Nobody's telephone rings at night: what falls into it goes out in the morning.</summary>
    public static QuietHours Night { get; } = new(new TimeOnly(22, 0), new TimeOnly(8, 0), Zone) { Policy = QuietHoursPolicy.Move };

    /// <summary>The Monday of the week that a moment falls into.</summary>
    public static DateOnly MondayOf(DateTimeOffset moment)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
        return today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
    }

    /// <summary>A time of that week, in the bakery's time zone.</summary>
    public static DateTimeOffset Time(DateOnly monday, int day, int hour, int minute = 0)
    {
        var local = monday.AddDays(day).ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>The plan.</summary>
    public static IReadOnlyList<PlannedPost> Plan(DateOnly monday) =>
    [
        At(monday, 0, 9, 0, "opening", Post.News(PostText.Html($"""
            🥖 <b>Apriamo alle 6</b>

            Pane caldo già dall'alba, da lunedì a sabato.
            """))),
        At(monday, 1, 17, 30, "colomba", Post.Promotion(PostText.Html($"""
            🎁 <b>Colomba −{20} %</b>

            Fino a domenica. Lievito madre, mandorle di Noto, <i>ventiquattro ore</i> di attesa.
            """)) with
        {
            Media = [PostMedia.Photo(MediaSource.FromPath(Path.Combine(AppContext.BaseDirectory, "colomba.png")))],
            Buttons = [[PostButton.Url("Ordina 🛒", "https://example.com/colomba"), PostButton.Copy("Copia il codice", "COLOMBA20")]],
        }),
        // Written late in the evening: it goes out on Thursday at eight.
        At(monday, 2, 22, 30, "mill", Post.News(PostText.Plain("🌾 Farina nuova\n\nÈ arrivato il grano di Norcia."))),
        At(monday, 3, 12, 0, "pizza", Post.Promotion(PostText.Plain("🍕 Pizza a 1,50 €\n\nSolo oggi, fino alle 14."))),
        At(monday, 4, 18, 0, "workshop", Post.Event(PostText.Html($"""
            📅 <b>Mani in pasta</b>

            Domani alle 10: laboratorio per bambini e nonni. Posti: {12}. È gratis 🎉
            """))),
        .. BreadsOfTheDay(monday),
    ];

    /// <summary>Every working day at eleven, another bread each time. (A post that is always the same recurs by one call: <c>ScheduleAsync(channel, post, recurrence)</c>.)</summary>
    private static IEnumerable<PlannedPost> BreadsOfTheDay(DateOnly monday)
    {
        var times = (Recurrence.Cron("0 11 * * MON-SAT", Zone) with { Times = _breads.Length }).After(Time(monday, 0, 0));
        return times.Zip(_breads, (time, bread) =>
            new PlannedPost($"{time:yyyy-MM-dd} bread", time, new Post { Kind = PostKind.Of("Bread"), Text = PostText.Html($"🍞 <b>Pane di {bread}</b>\n\nIl pane del giorno, dalle 11.") }));
    }

    private static PlannedPost At(DateOnly monday, int day, int hour, int minute, string name, Post post) =>
        new($"{monday:yyyy-MM-dd} {name}", Time(monday, day, hour, minute), post);
}
