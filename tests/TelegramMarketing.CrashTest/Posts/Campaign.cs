using System.Globalization;

namespace TelegramMarketing.CrashTest.Posts;

/// <summary>
/// The posts of a round, the same in every process: every seventh an album, some in two or three parts, with files and streams, in several scripts. Each message can be told
/// from all others.
/// </summary>
internal sealed class Campaign(int round, string files)
{
    /// <summary>Long enough for a page that lags to show a post that is in doubt before it ends, and short enough for ends to come while other posts go out.</summary>
    private static readonly TimeSpan _untilItEnds = TimeSpan.FromMinutes(3);

    private static readonly string[] _texts =
    [
        "Saldi di fine stagione: perché aspettare? Fino al 50 % in tutti i negozi, già da sabato.",
        "Новая коллекция уже в магазинах. Приходите в субботу, будет кофе и подарки!",
        "تخفيضات نهاية الموسم تبدأ يوم السبت في جميع متاجرنا، مع هدية لكل زائر.",
        "🎉👩‍👩‍👧‍👦 Festa in piazza 🇮🇹 ❤️‍🔥 dalle 10:00 — ingresso libero ☕️",
        "Fresh bread & cakes <today>, \"as always\": 100% 'homemade' at 7 a.m.",
    ];

    /// <summary>The key of a post.</summary>
    public string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"round-{round}-post-{number}");

    /// <summary>Where a message belongs, by its mark; <see langword="null"/> when it is none of a campaign.</summary>
    public static int? NumberOf(string mark)
    {
        var end = mark.IndexOf('~', StringComparison.Ordinal);
        var start = mark.LastIndexOf('#', Math.Max(end, 0));
        return end > 0 && start >= 0 && int.TryParse(mark.AsSpan(start + 1, end - start - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public Post Create(int number)
    {
        var text = TextOf(number, 0);
        Post post = (number % 14) switch
        {
            _ when IsSticker(number) => new Post { Media = [PostMedia.Sticker(StreamOf(number, 0, "webp"))] },
            3 => Post.Promotion(PostText.Plain(text)) with { Media = Photos(number, 3, fromFiles: false) },
            10 => Post.Event(PostText.Html($"<b>{text}</b>")) with { Media = Photos(number, 2, fromFiles: true) },
            5 => Post.News(PostText.Plain(LongText(number, 5000))),
            7 => Post.News(PostText.Plain(LongText(number, 1500))) with { Media = Photos(number, Items(number), fromFiles: false) },
            9 => Post.Promotion(PostText.Html($"<i>{text}</i>")) with { Media = number % 28 == 9 ? Photos(number, 1, fromFiles: false) : [PostMedia.Document(StreamOf(number, 0, "pdf"))], Buttons = Buttons },
            12 => Post.Event(PostText.Plain(text)) with { Media = Photos(number, Items(number), fromFiles: false), Buttons = Buttons },
            13 => Post.News(PostText.Plain(text)) with { Buttons = Buttons },
            _ => Post.News(PostText.Html($"<b>{text}</b>")),
        };
        return post with { Tags = ["crash"] };
    }

    /// <summary>How a post ends, if it does: some are deleted, albums and posts of several parts among them, and some say that the offer is over.</summary>
    public PostEnding? EndOf(int number) => (number % 14) switch
    {
        1 or 9 => PostEnding.ExpireTo(Post.Promotion(PostText.Plain(OverOf(number))), _untilItEnds),
        2 or 3 or 5 => PostEnding.DeleteAfter(_untilItEnds),
        _ => null,
    };

    /// <summary>How many posts of so many end.</summary>
    public int CountEnds(int posts) => Enumerable.Range(0, posts).Count(number => EndOf(number) is not null);

    /// <summary>What a post says whose offer is over.</summary>
    public string OverOf(int number) => MarkOf(number, 0) + " L'offerta è finita — предложение закончилось 🎉";

    /// <summary>Writes the files that posts refer to by path.</summary>
    public void WriteFiles(int posts)
    {
        for (var number = 0; number < posts; number++)
        {
            for (var item = 0; item < 2; item++)
            {
                File.WriteAllBytes(PathOf(number, item), Picture.Create(number, item));
            }
        }
    }

    private static IReadOnlyList<IReadOnlyList<PostButton>> Buttons => [[PostButton.Url("Compra", new Uri("https://example.com/shop")), PostButton.Copy("Codice", "SALDI26")]];

    /// <summary>Stickers have no caption: there are so few that no two of a channel are in doubt at the same time.</summary>
    private static bool IsSticker(int number) => number % 100 == 46;

    /// <summary>Media without a caption can be told apart in the channel by their number only: the same number comes again after a while.</summary>
    private static int Items(int number) => 1 + (number / 7 % 9);

    private string TextOf(int number, int paragraph) => $"{MarkOf(number, paragraph)} {_texts[(number + paragraph) % _texts.Length]}";

    private string MarkOf(int number, int paragraph) => string.Create(CultureInfo.InvariantCulture, $"#{number}~{round}~{paragraph}");

    private string LongText(int number, int length)
    {
        var paragraphs = new List<string>();
        for (var size = 0; size < length; size += paragraphs[^1].Length + 2)
        {
            paragraphs.Add(TextOf(number, paragraphs.Count));
        }

        return string.Join("\n\n", paragraphs);
    }

    private PostMedia[] Photos(int number, int count, bool fromFiles) => [.. Enumerable.Range(0, count).Select(item => PostMedia.Photo(fromFiles
        ? MediaSource.FromPath(PathOf(number, item))
        : StreamOf(number, item, "png")))];

    private static MediaSource StreamOf(int number, int item, string extension) => MediaSource.FromStream(new MemoryStream(Picture.Create(number, item)), NameOf(number, item, extension));

    private string PathOf(int number, int item) => Path.Combine(files, NameOf(number, item, "png"));

    private static string NameOf(int number, int item, string extension) => $"{Picture.MarkOf(number, item)}.{extension}";
}
