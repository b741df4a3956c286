using TelegramMarketing.Publishing;

namespace TelegramMarketing.Tests.Publishing;

/// <summary>For every rule: a post just beyond its boundary, and one just within.</summary>
internal static class PostPlanRuleCases
{
    private const long Megabyte = 1 << 20;
    private static readonly MediaSource Source = MediaSource.FromPath("dress.jpg");
    private static readonly PostMedia Photo = PostMedia.Photo(Source);
    private static readonly PostMedia Video = PostMedia.Video(Source);
    private static readonly PostMedia Animation = PostMedia.Animation(Source);
    private static readonly PostMedia Document = PostMedia.Document(Source);
    private static readonly PostMedia Audio = PostMedia.Audio(Source);
    private static readonly PostButton Button = PostButton.Url("Buy", "https://example.com");
    private static readonly Post Bare = Post.News(PostText.Plain("News"));

    public static IReadOnlyList<Case> All { get; } =
    [
        new(PlanRules.NullValue, "kind", Bare with { Kind = null! }, Bare),
        new(PlanRules.NullValue, "media list", Bare with { Media = null! }, Bare with { Media = [] }),
        new(PlanRules.NullValue, "media entry", Bare with { Media = [Photo, null!] }, Bare with { Media = [Photo] }),
        new(PlanRules.NullValue, "button list", Bare with { Buttons = null! }, Bare with { Buttons = [] }),
        new(PlanRules.NullValue, "button row", Bare with { Buttons = [[Button], null!] }, Bare with { Buttons = [[Button]] }),
        new(PlanRules.NullValue, "button", Bare with { Buttons = [[Button, null!]] }, Bare with { Buttons = [[Button]] }),
        new(PlanRules.NullValue, "tag list", Bare with { Tags = null! }, Bare with { Tags = [] }),
        new(PlanRules.NullValue, "tag", Bare with { Tags = ["summer", null!] }, Bare with { Tags = ["summer"] }),
        new(PlanRules.OptionValue, "long text", Bare with { LongText = (LongText)7 }, Bare with { LongText = LongText.Refuse }),
        new(PlanRules.OptionValue, "large album", Bare with { LargeAlbum = (LargeAlbum)7 }, Bare with { LargeAlbum = LargeAlbum.Refuse }),
        new(PlanRules.OptionValue, "mixed album", Bare with { MixedAlbum = (MixedAlbum)7 }, Bare with { MixedAlbum = MixedAlbum.Split }),
        new(PlanRules.TagEmpty, "space", Bare with { Tags = [" "] }, Bare with { Tags = ["x"] }),

        new(PlanRules.NothingToSend, "", new Post(), Bare),
        new(PlanRules.NothingToSend, "media alone", new Post(), new Post { Media = [Photo] }),
        new(PlanRules.TextEmpty, "", Post.News(Text("")), Post.News(Text("x"))),
        new(PlanRules.TextEmpty, "space", Post.News(Text(" \n\t ")), Post.News(Text(" \nx\t "))),
        new(PlanRules.TextEmpty, "space under media", Post.News(Text(" ")), new Post { Text = Text(" "), Media = [Photo] }),
        new(PlanRules.TextLength, "", Refusing(Letters(4097)), Refusing(Letters(4096))),
        new(PlanRules.TextLength, "split", Refusing(Letters(4097)), Bare with { Text = Letters(4097) }),
        new(PlanRules.TextLength, "emoji count once", Refusing(Emoji(4097)), Refusing(Emoji(4096))),
        new(PlanRules.TextLength, "beside an album with buttons", Refusing(Letters(4097)) with { Media = [Photo, Photo], Buttons = [[Button]] }, Refusing(Letters(4096)) with { Media = [Photo, Photo], Buttons = [[Button]] }),
        new(PlanRules.TextMarkupSize, "refused", Refusing(Links(20, 2000)), Refusing(Links(10, 2000))),
        new(PlanRules.TextMarkupSize, "cannot be split", Bare with { Text = Links(1, 33_000) }, Bare with { Text = Links(1, 32_000) }),
        new(PlanRules.TextMarkupSize, "split", Refusing(Links(20, 2000)), Bare with { Text = Links(20, 2000) }),
        new(PlanRules.CaptionLength, "", Refusing(Letters(1025)) with { Media = [Photo] }, Refusing(Letters(1024)) with { Media = [Photo] }),
        new(PlanRules.CaptionLength, "album", Refusing(Letters(1025)) with { Media = [Photo, Video] }, Refusing(Letters(1024)) with { Media = [Photo, Video] }),
        new(PlanRules.CaptionLength, "split", Refusing(Letters(1025)) with { Media = [Photo] }, Bare with { Text = Letters(1025), Media = [Photo] }),
        new(PlanRules.CaptionAbove, "no media", Bare with { CaptionAbove = true }, Bare with { CaptionAbove = true, Media = [Photo] }),
        new(PlanRules.CaptionAbove, "document", Bare with { CaptionAbove = true, Media = [Document] }, Bare with { CaptionAbove = true, Media = [Animation] }),
        new(PlanRules.CaptionAbove, "audio", Bare with { CaptionAbove = true, Media = [Audio] }, Bare with { CaptionAbove = true, Media = [Video] }),
        new(PlanRules.Spoiler, "no media", Bare with { Spoiler = true }, Bare with { Spoiler = true, Media = [Photo] }),
        new(PlanRules.Spoiler, "document", Bare with { Spoiler = true, Media = [Document] }, Bare with { Spoiler = true, Media = [Animation] }),
        new(PlanRules.Spoiler, "one of several", Bare with { Spoiler = true, Media = [Photo, Audio], MixedAlbum = MixedAlbum.Split }, Bare with { Spoiler = true, Media = [Photo, Video] }),
        new(PlanRules.LinkPreviewConflict, "small and large", Preview(new() { PreferSmallMedia = true, PreferLargeMedia = true }), Preview(new() { PreferSmallMedia = true })),
        new(PlanRules.LinkPreviewConflict, "disabled and above", Preview(new() { IsDisabled = true, ShowAboveText = true }), Preview(LinkPreview.Disabled)),
        new(PlanRules.LinkPreviewConflict, "disabled and url", Preview(new() { IsDisabled = true, Url = new("https://example.com") }), Preview(new() { Url = new("https://example.com") })),
        new(PlanRules.LinkPreviewUrl, "scheme", Preview(new() { Url = new("ftp://example.com") }), Preview(new() { Url = new("http://example.com") })),
        new(PlanRules.LinkPreviewUrl, "relative", Preview(new() { Url = new("/shop", UriKind.Relative) }), Preview(new() { Url = new("https://example.com/shop") })),

        new(PlanRules.AlbumSize, "", Album(11, LargeAlbum.Refuse), Album(10, LargeAlbum.Refuse)),
        new(PlanRules.AlbumSize, "split", Album(11, LargeAlbum.Refuse), Album(11, LargeAlbum.Split)),
        new(PlanRules.AlbumMixed, "photo and document", Bare with { Media = [Photo, Document] }, Bare with { Media = [Document, Document] }),
        new(PlanRules.AlbumMixed, "video and audio", Bare with { Media = [Video, Audio] }, Bare with { Media = [Audio, Audio] }),
        new(PlanRules.AlbumMixed, "animations", Bare with { Media = [Animation, Animation] }, Bare with { Media = [Animation] }),
        new(PlanRules.AlbumMixed, "split", Bare with { Media = [Photo, Audio, Document] }, Bare with { Media = [Photo, Audio, Document], MixedAlbum = MixedAlbum.Split }),
        new(PlanRules.AlbumButtons, "no text", new Post { Media = [Photo, Photo], Buttons = [[Button]] }, new Post { Media = [Photo], Buttons = [[Button]] }),
        new(PlanRules.AlbumButtons, "with text", new Post { Media = [Photo, Photo], Buttons = [[Button]] }, Bare with { Media = [Photo, Photo], Buttons = [[Button]] }),

        new(PlanRules.MediaUrl, "scheme", Url("ftp://example.com/a.jpg"), Url("https://example.com/a.jpg")),
        new(PlanRules.MediaUrl, "relative", Url("images/a.jpg"), Url("http://example.com/a.jpg")),
        new(PlanRules.MediaUrl, "local path", Url("/images/a.jpg"), Url("https://münchen.example/ä.jpg")),
        new(PlanRules.MediaUrl, "no dot", Url("https://intranet/a.jpg"), Url("https://[2001:db8::1]/a.jpg")),
        new(PlanRules.MediaMissing, "", With(Photo), With(Photo), MediaFacts.Missing, new MediaFacts { Length = 1 }),
        new(PlanRules.MediaUnreadable, "", With(Photo), With(Photo), new MediaFacts { Failure = new IOException() }, new MediaFacts { Length = 1 }),
        new(PlanRules.MediaEmpty, "", With(Document), With(Document), new MediaFacts { Length = 0 }, new MediaFacts { Length = 1 }),
        new(PlanRules.MediaSize, "photo", With(Photo), With(Photo), new MediaFacts { Length = (10 * Megabyte) + 1 }, new MediaFacts { Length = 10 * Megabyte }),
        new(PlanRules.MediaSize, "video", With(Video), With(Video), new MediaFacts { Length = (50 * Megabyte) + 1 }, new MediaFacts { Length = 50 * Megabyte }),
        new(PlanRules.PhotoDimensions, "", With(Photo), With(Photo), Pixels(5000, 5001), Pixels(5000, 5000)),
        new(PlanRules.PhotoDimensions, "document", With(Photo), With(Document), Pixels(9000, 9000), Pixels(9000, 9000)),
        new(PlanRules.PhotoRatio, "wide", With(Photo), With(Photo), Pixels(2001, 100), Pixels(2000, 100)),
        new(PlanRules.PhotoRatio, "tall", With(Photo), With(Photo), Pixels(100, 2001), Pixels(100, 2000)),
        new(PlanRules.PhotoExtension, "webp", With(PostMedia.Photo(File("a.webp"))), With(PostMedia.Photo(File("a.PNG")))),
        new(PlanRules.PhotoExtension, "document", With(PostMedia.Photo(File("a.heic"))), With(PostMedia.Document(File("a.heic")))),
        new(PlanRules.PhotoExtension, "none", With(PostMedia.Photo(File("a.pdf"))), With(PostMedia.Photo(File("a")))),

        new(PlanRules.StickerExtension, "jpg", With(PostMedia.Sticker(File("a.jpg"))), With(PostMedia.Sticker(File("a.WEBP")))),

        new(PlanRules.ButtonLabel, "empty", Keyboard(PostButton.Url("", "https://example.com")), Keyboard(PostButton.Url("x", "https://example.com"))),
        new(PlanRules.ButtonLabel, "space", Keyboard(PostButton.Copy("  ", "CODE")), Keyboard(PostButton.Copy("x", "CODE"))),
        new(PlanRules.ButtonRowEmpty, "", Bare with { Buttons = [[], [Button]] }, Bare with { Buttons = [[Button]] }),
        new(PlanRules.ButtonRowLength, "", Bare with { Buttons = [[.. Enumerable.Repeat(Button, 13)]] }, Bare with { Buttons = [[.. Enumerable.Repeat(Button, 12)]] }),
        new(PlanRules.ButtonCount, "", Bare with { Buttons = [.. Enumerable.Repeat<PostButton[]>([Button], 301)] }, Bare with { Buttons = [.. Enumerable.Repeat<PostButton[]>([Button], 300)] }),
        new(PlanRules.ButtonUrl, "scheme", Link("mailto:shop@example.com"), Link("http://example.com")),
        new(PlanRules.ButtonUrl, "no scheme", Link("example.com"), Link("https://example.com/?a=b&c=d#e")),
        new(PlanRules.ButtonUrl, "no host", Link("https://"), Link("HTTPS://EXAMPLE.COM")),
        new(PlanRules.ButtonUrl, "no dot", Link("https://localhost/"), Link("https://127.0.0.1/")),
        new(PlanRules.ButtonUrl, "empty", Link(""), Link("https://пример.example/скидка")),
        new(PlanRules.ButtonUrl, "tg names nothing", Link("tg://"), Link("tg://resolve?domain=name")),
        new(PlanRules.ButtonUrl, "tg with port", Link("tg://resolve:80"), Link("tg:resolve?domain=name")),
        new(PlanRules.ButtonCopyLength, "long", Keyboard(PostButton.Copy("x", new string('c', 257))), Keyboard(PostButton.Copy("x", new string('c', 256)))),
        new(PlanRules.ButtonCopyLength, "empty", Keyboard(PostButton.Copy("x", "")), Keyboard(PostButton.Copy("x", "c"))),
        new(PlanRules.ButtonDataSize, "long", Keyboard(PostButton.Callback("x", new string('d', 65))), Keyboard(PostButton.Callback("x", new string('d', 64)))),
        new(PlanRules.ButtonDataSize, "bytes", Keyboard(PostButton.Callback("x", new string('ж', 33))), Keyboard(PostButton.Callback("x", new string('ж', 32)))),
        new(PlanRules.ButtonDataSize, "empty", Keyboard(PostButton.Callback("x", "")), Keyboard(PostButton.Callback("x", "d"))),
    ];

    private static PostText Text(string text) => PostText.Plain(text);

    private static PostText Letters(int count) => PostText.Plain(new string('a', count));

    private static PostText Emoji(int count) => PostText.Plain(string.Concat(Enumerable.Repeat("😀", count)));

    private static PostText Links(int count, int addressLength) =>
        PostText.TrustedHtml(string.Join("\n\n", Enumerable.Repeat($"<a href=\"https://example.com/{new string('a', addressLength)}\">Go</a>", count)));

    private static Post Refusing(PostText text) => Bare with { Text = text, LongText = LongText.Refuse };

    private static Post Preview(LinkPreview preview) => Bare with { LinkPreview = preview };

    private static Post Album(int count, LargeAlbum option) => Bare with { Media = [.. Enumerable.Repeat(Photo, count)], LargeAlbum = option };

    private static Post Url(string address) => With(PostMedia.Photo(MediaSource.FromUrl(new Uri(address, UriKind.RelativeOrAbsolute))));

    private static Post With(PostMedia media) => new() { Media = [media] };

    private static MediaSource File(string name) => MediaSource.FromStream(Stream.Null, name);

    private static Post Keyboard(PostButton button) => Bare with { Buttons = [[button]] };

    private static Post Link(string address) => Keyboard(PostButton.Url("x", address));

    private static MediaFacts Pixels(int width, int height) => new() { Length = 1, Pixels = new(width, height) };

    internal sealed record Case(string Rule, string Name, Post Broken, Post Sound, MediaFacts? BrokenFacts = null, MediaFacts? SoundFacts = null)
    {
        public PostPlan PlanBroken() => Plan(Broken, BrokenFacts);

        public PostPlan PlanSound() => Plan(Sound, SoundFacts);

        public override string ToString() => Name.Length == 0 ? Rule : $"{Rule}: {Name}";

        private static PostPlan Plan(Post post, MediaFacts? facts) => facts is null
            ? PostPlan.Create(post)
            : PostPlan.Create(post, post.Media.ToDictionary(media => media.Source, _ => facts), UploadLimits.Cloud);
    }
}
