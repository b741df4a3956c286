using TelegramMarketing;

namespace EditorialDesk;

/// <summary>What a bakery publishes in a quarter: an editorial line that grew by habit, and that nobody has ever questioned.</summary>
internal static class Shop
{
    public const int Weeks = 13;

    private static readonly string[] _products = ["colomba", "focaccia", "crostata", "pane di segale", "grissini", "biscotti", "panettone"];

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    public static DateOnly Monday { get; } = new(2026, 1, 5);

    public static PostKind Recipe { get; } = PostKind.Of("Recipe 🥖");

    /// <summary>A moment of the quarter, in the shop's time zone.</summary>
    public static DateTimeOffset Time(int day, int hour, int minute = 0)
    {
        var local = Monday.AddDays(day).ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>The posts of the quarter, in the order in which they go out.</summary>
    /// <param name="random">The whims of who keeps the channel.</param>
    public static IReadOnlyList<(DateTimeOffset At, Post Post)> Plan(Random random) =>
        [.. Enumerable.Range(0, Weeks).SelectMany(week => Week(week, random)).OrderBy(planned => planned.At)];

    private static IEnumerable<(DateTimeOffset At, Post Post)> Week(int week, Random random)
    {
        var product = _products[week % _products.Length];
        foreach (var day in new[] { week % 3, 2 + (week % 2), 4 })
        {
            yield return At(day, random.Next(4) == 0 ? 18 : 8, Post.News(PostText.Plain($"📰 Dal forno, settimana {week + 1}: {product} e altro.")) with { Tags = ["shop"] });
        }

        // Promotions go out in the evening mostly, when more people look: the hour must not be taken for the kind.
        foreach (var day in new[] { (1 + (2 * week)) % 6, (4 + (2 * week)) % 6 })
        {
            yield return At(day, random.Next(4) == 0 ? 12 : 18, Post.Promotion(PostText.Plain($"🎁 {product}: meno venti per cento fino a domenica.")) with { Tags = ["shop", "offer"], Buttons = [[PostButton.Url("Ordina 🛒", "https://example.com/ordina")]] });
        }

        yield return At((3 + week) % 6, 12, new Post { Kind = Recipe, Text = PostText.Plain($"🥖 Ricetta: {product} come la faceva la nonna.\n\n{string.Concat(Enumerable.Repeat("Impastare, aspettare, infornare. ", 12))}"), Tags = ["kitchen"] });
        yield return At(5 - (week % 4), 10, Post.Event(PostText.Plain($"📅 Sabato in laboratorio: {product} per grandi e piccoli.")) with { Tags = ["kitchen"] });

        // Nobody is punctual to the hour every week.
        (DateTimeOffset At, Post Post) At(int day, int hour, Post post) => (Time((7 * week) + day, hour + random.Next(3), random.Next(60)), post);
    }
}
