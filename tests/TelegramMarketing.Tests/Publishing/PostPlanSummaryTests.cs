using Snapshooter.Xunit;

namespace TelegramMarketing.Tests.Publishing;

public sealed class PostPlanSummaryTests
{
    private static readonly PostMedia Photo = PostMedia.Photo(MediaSource.FromFileId("photo"));

    [Fact]
    public void ToString_RepresentativePosts_AreSummarized()
    {
        PostButton buy = PostButton.Url("Acquista", "https://example.com/saldi");
        PostButton code = PostButton.Copy("Codice", "ESTATE26");
        (string Name, Post Post)[] posts =
        [
            ("Italian news", Post.News(PostText.Plain("Da domani il negozio di Bologna è aperto anche la domenica."))),
            ("Italian promotion", Post.Promotion(PostText.Plain("Saldi d'estate: −30 % su tutto! 🎉")) with { Media = [Photo], Buttons = [[buy], [code]] }),
            ("Russian event", Post.Event(PostText.Plain("Приглашаем на открытие выставки 12 июня в 18:00.")) with { Buttons = [[buy]] }),
            ("Arabic album", Post.News(PostText.Plain("تشكيلة الصيف الجديدة وصلت")) with { Media = [Photo, Photo, Photo] }),
            ("emoji family", Post.News(PostText.Plain("👩‍👩‍👧‍👦"))),
            ("album with buttons", Post.Promotion(PostText.Plain("Tre modelli")) with { Media = [Photo, Photo, Photo], Buttons = [[buy, code]] }),
            ("Russian essay", Post.News(PostText.Plain(string.Join("\n\n", Enumerable.Repeat("Это длинная история о том, как мы шьём платья.", 200)))) with { Media = [Photo], Buttons = [[buy]] }),
            ("23 photos", new Post { Media = [.. Enumerable.Repeat(Photo, 23)] }),
            ("mix", new Post { Media = [Photo, PostMedia.Document(MediaSource.FromFileId("catalogue"))] }),
            ("nothing", new Post()),
        ];

        Snapshot.Match(string.Join('\n', posts.Select(it => $"{it.Name}: {PostPlan.Create(it.Post)}")));
    }

    [Fact]
    public void Message_RepresentativeViolations_ReadWell() =>
        Snapshot.Match(string.Join('\n', PostPlanRuleCases.All.SelectMany(@case => @case.PlanBroken().Violations.Select(it => $"{@case}\n    {it.Message}"))));
}
