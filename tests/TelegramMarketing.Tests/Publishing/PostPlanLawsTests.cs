using System.Text;
using CsCheck;

namespace TelegramMarketing.Tests.Publishing;

public sealed class PostPlanLawsTests
{
    private static readonly Gen<PostMedia> Media = Gen.Select(Gen.Int[0, 4], Gen.Int, (kind, id) =>
    {
        var source = MediaSource.FromFileId($"id{id}");
        return kind switch
        {
            0 => PostMedia.Photo(source),
            1 => PostMedia.Video(source),
            2 => PostMedia.Animation(source),
            3 => PostMedia.Document(source),
            _ => PostMedia.Audio(source),
        };
    });

    private static readonly Gen<PostMedia[]> MediaLists = Gen.OneOf(
        Media.Array[0, 3],
        Media.Array[0, 25],
        Gen.Int[1, 25].Select(count => Enumerable.Range(0, count).Select(i => PostMedia.Photo(MediaSource.FromFileId($"id{i}"))).ToArray()));

    private static readonly Gen<PostText?> Texts = Gen.OneOf(
        Gen.Const((PostText?)null),
        Words(10).Select(text => (PostText?)PostText.Plain(text)),
        Words(2500).Select(text => (PostText?)PostText.Plain(text)));

    private static readonly Gen<PostButton[][]> Keyboards = Gen.OneOf(
        Gen.Const(Array.Empty<PostButton[]>()),
        Gen.Int[0, 1000].Select(id => PostButton.Callback("Label", $"data {id}")).Array[0, 14].Array[1, 4]);

    private static readonly Gen<Post> Posts = Gen.Select(
        Gen.Select(Texts, MediaLists, Keyboards),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool),
        Gen.Select(Gen.Enum<LongText>(), Gen.Enum<LargeAlbum>(), Gen.Enum<MixedAlbum>()),
        (content, flags, options) => new Post
        {
            Text = content.Item1,
            Media = content.Item2,
            Buttons = content.Item3,
            Silent = flags.Item1,
            Protected = flags.Item2,
            Spoiler = flags.Item3,
            CaptionAbove = flags.Item4,
            LongText = options.Item1,
            LargeAlbum = options.Item2,
            MixedAlbum = options.Item3,
        });

    [Fact]
    public void Create_AnyPost_KeepsEveryMessageWithinTelegramsLimitsOrReportsViolations() => Posts.Sample(post =>
    {
        var plan = PostPlan.Create(post);
        return !plan.IsSendable || plan.Messages.All(IsTakenByTelegram);
    }, iter: 2000);

    [Fact]
    public void Create_AnyPost_KeepsMediaInOrder() => Posts.Sample(
        post => PostPlan.Create(post).Messages.SelectMany(message => message.Media).SequenceEqual(post.Media), iter: 2000);

    [Fact]
    public void Create_SendablePost_ShowsEveryButtonOnceAtTheEnd() => Posts.Sample(post =>
    {
        var plan = PostPlan.Create(post);
        return !plan.IsSendable || (plan.Messages[^1].Buttons.SelectMany(row => row).SequenceEqual(post.Buttons.SelectMany(row => row))
            && plan.Messages.SkipLast(1).All(message => message.Buttons.Count == 0));
    }, iter: 2000);

    [Fact]
    public void Create_AnyPost_LosesNothingOfTheText() => Posts.Sample(
        post => WithoutSpace(string.Concat(PostPlan.Create(post).Messages.Select(message => message.Text?.PlainText))) == WithoutSpace(post.Text?.PlainText ?? ""), iter: 2000);

    [Fact]
    public void Create_AnyPost_MakesSoundAtMostOnce() => Posts.Sample(post =>
    {
        var messages = PostPlan.Create(post).Messages;
        return messages.Skip(1).All(message => message is { Silent: true, RepliesToFirst: true })
            && messages.Take(1).All(message => message.Silent == post.Silent && !message.RepliesToFirst)
            && messages.All(message => message.Protected == post.Protected);
    }, iter: 2000);

    private static Gen<string> Words(int max) =>
        Gen.OneOf("saldi", "скидка", "تخفيض", "🎉", "👩‍👩‍👧", "a<b&c", "Fine.", "\n\n", "x").Array[1, max].Select(words => string.Join(' ', words));

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static bool IsTakenByTelegram(PlannedMessage message) =>
        (message.Text is null || (message.Text.Length <= (message.Media.Count > 0 ? 1024 : 4096) && Encoding.UTF8.GetByteCount(message.Text.Markup) <= 32768))
        && (message.Text is { IsEmpty: false } || message.Media.Count > 0)
        && message.Media.Count <= 10
        && (!message.IsAlbum || (message.Buttons.Count == 0 && GoTogether(message.Media)))
        && message.Buttons.All(row => row.Count is > 0 and <= 12)
        && (message.Media.All(media => media.Kind is PostMediaKind.Photo or PostMediaKind.Video or PostMediaKind.Animation) || (!message.Spoiler && !message.CaptionAbove));

    private static bool GoTogether(IReadOnlyList<PostMedia> media) =>
        media.All(item => item.Kind is PostMediaKind.Photo or PostMediaKind.Video)
        || media.All(item => item.Kind == PostMediaKind.Document)
        || media.All(item => item.Kind == PostMediaKind.Audio);
}
