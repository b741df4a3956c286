namespace TelegramMarketing.Tests.Publishing;

public sealed class PostPlanShapesTests
{
    private static readonly PostMedia Photo = PostMedia.Photo(MediaSource.FromFileId("photo"));
    private static readonly PostMedia Video = PostMedia.Video(MediaSource.FromFileId("video"));
    private static readonly PostMedia Animation = PostMedia.Animation(MediaSource.FromFileId("animation"));
    private static readonly PostMedia Document = PostMedia.Document(MediaSource.FromFileId("document"));
    private static readonly PostMedia Audio = PostMedia.Audio(MediaSource.FromFileId("audio"));
    private static readonly IReadOnlyList<IReadOnlyList<PostButton>> Buttons = [[PostButton.Url("Buy", "https://example.com")]];

    [Fact]
    public void Create_ShortText_IsOneMessage()
    {
        var preview = new LinkPreview { ShowAboveText = true };
        var post = Post.News(PostText.Plain("News")) with { Buttons = Buttons, Silent = true, Protected = true, LinkPreview = preview };

        var message = PostPlan.Create(post).Messages.Should().ContainSingle().Subject;

        message.Text.Should().BeSameAs(post.Text);
        message.Buttons.Should().BeEquivalentTo(Buttons);
        message.Silent.Should().BeTrue();
        message.Protected.Should().BeTrue();
        message.LinkPreview.Should().Be(preview);
        message.RepliesToFirst.Should().BeFalse();
    }

    [Fact]
    public void Create_OneMediaWithCaption_IsOneMessageWithItsButtons()
    {
        var post = Post.News(Text(1024)) with { Media = [Photo], Buttons = Buttons, Spoiler = true, CaptionAbove = true, LinkPreview = LinkPreview.Disabled };

        var message = PostPlan.Create(post).Messages.Should().ContainSingle().Subject;

        message.Should().Match<PlannedMessage>(it => it.Text == post.Text && it.Buttons.Count == 1 && it.Spoiler && it.CaptionAbove && it.LinkPreview == null);
    }

    [Fact]
    public void Create_LongText_PutsButtonsOnTheLastPartAndMakesTheRestSilentReplies()
    {
        var messages = PostPlan.Create(Post.News(Text(9000)) with { Buttons = Buttons, Protected = true }).Messages;

        messages.Should().HaveCount(3);
        messages.Select(message => message.Buttons.Count).Should().Equal(0, 0, 1);
        messages.Select(message => message.Silent).Should().Equal(false, true, true);
        messages.Select(message => message.RepliesToFirst).Should().Equal(false, true, true);
        messages.Should().OnlyContain(message => message.Protected && message.Text!.Length <= 4096);
    }

    [Fact]
    public void Create_LongTextWithChosenPreview_ShowsItOnce()
    {
        var preview = new LinkPreview { Url = new("https://example.com") };

        PostPlan.Create(Post.News(Text(5000)) with { LinkPreview = preview }).Messages.Select(message => message.LinkPreview)
            .Should().Equal(preview, LinkPreview.Disabled);
    }

    [Fact]
    public void Create_LongTextWithoutChosenPreview_KeepsTheOptionsOnEveryPart()
    {
        var preview = new LinkPreview { PreferSmallMedia = true };

        PostPlan.Create(Post.News(Text(5000)) with { LinkPreview = preview }).Messages.Select(message => message.LinkPreview)
            .Should().Equal(preview, preview);
    }

    [Theory]
    [InlineData(1025, "photo, text (1025 characters, 1 button)")]
    [InlineData(4096, "photo, text (4096 characters, 1 button)")]
    public void Create_LongCaption_FollowsItsMediaAsAReply(int length, string summary)
    {
        var preview = new LinkPreview { Url = new("https://example.com") };
        var plan = PostPlan.Create(Post.News(Text(length)) with { Media = [Photo], Buttons = Buttons, CaptionAbove = true, LinkPreview = preview });

        plan.ToString().Should().Be("2 messages: " + summary);
        plan.Messages[0].CaptionAbove.Should().BeFalse("there is no caption");
        plan.Messages[1].Should().Match<PlannedMessage>(it => it.RepliesToFirst && it.Silent && it.LinkPreview == preview);
    }

    [Fact]
    public void Create_CaptionLongerThanAText_IsSplitAfterItsMedia() =>
        PostPlan.Create(Post.News(Text(5000)) with { Media = [Photo, Video], Buttons = Buttons }).Messages
            .Select(message => (message.Media.Count, message.Buttons.Count, message.RepliesToFirst))
            .Should().Equal((2, 0, false), (0, 0, true), (0, 1, true));

    [Fact]
    public void Create_AlbumWithCaption_IsOneSend() =>
        PostPlan.Create(Post.News(Text(10)) with { Media = [Photo, Video, Photo] }).ToString()
            .Should().Be("1 message: album of 3 with caption (10 characters)");

    [Fact]
    public void Create_AlbumWithButtons_CarriesThemWithTheTextInAFollowUp() =>
        PostPlan.Create(Post.News(Text(10)) with { Media = [Photo, Video], Buttons = Buttons }).ToString()
            .Should().Be("2 messages: album of 2, text (10 characters, 1 button)");

    [Theory]
    [InlineData(10, new[] { 10 })]
    [InlineData(11, new[] { 6, 5 })]
    [InlineData(20, new[] { 10, 10 })]
    [InlineData(21, new[] { 7, 7, 7 })]
    [InlineData(25, new[] { 9, 8, 8 })]
    public void Create_ManyMedia_MakesAlbumsOfEvenSizeAndCaptionsTheFirst(int count, int[] sizes)
    {
        var messages = PostPlan.Create(Post.News(Text(10)) with { Media = [.. Enumerable.Repeat(Photo, count)] }).Messages;

        messages.Select(message => message.Media.Count).Should().Equal(sizes);
        messages.Select(message => message.Text is not null).Should().Equal(sizes.Select((_, i) => i == 0));
        messages.Skip(1).Should().OnlyContain(message => message.RepliesToFirst && message.Silent);
    }

    [Fact]
    public void Create_MixedMedia_GroupsNeighboursThatFit()
    {
        PostMedia[] media = [Photo, Video, Document, Document, Animation, Animation, Audio, Photo];
        var plan = PostPlan.Create(new Post { Media = media, MixedAlbum = MixedAlbum.Split });

        plan.ToString().Should().Be("6 messages: album of 2, album of 2, animation, animation, audio, photo");
        plan.Messages.SelectMany(message => message.Media).Should().Equal(media);
    }

    [Fact]
    public void Create_MixedMediaWithButtonsAndNoText_PutsThemOnALastSingleMessage() =>
        PostPlan.Create(new Post { Media = [Photo, Photo, Animation], MixedAlbum = MixedAlbum.Split, Buttons = Buttons }).ToString()
            .Should().Be("2 messages: album of 2, animation (1 button)");

    [Fact]
    public void Create_MixedMediaWithOptions_SetsThemWhereTelegramTakesThem()
    {
        var post = Post.News(Text(10)) with { Media = [Photo, Document], MixedAlbum = MixedAlbum.Split, CaptionAbove = true };

        PostPlan.Create(post).Messages.Select(message => message.CaptionAbove).Should().Equal(true, false);
    }

    [Fact]
    public void Create_ListsChangedAfterwards_LeavesThePlanAsItWas()
    {
        var media = new List<PostMedia> { Photo, Video };
        var row = new List<PostButton> { Buttons[0][0] };
        var plan = PostPlan.Create(Post.News(Text(10)) with { Media = media, Buttons = [row] });

        media.Clear();
        row.Clear();

        plan.ToString().Should().Be("2 messages: album of 2, text (10 characters, 1 button)");
    }

    [Fact]
    public void Create_BrokenRules_StillDecidesTheMessages() =>
        PostPlan.Create(Post.News(Text(2000)) with { Media = [Photo], LongText = LongText.Refuse }).ToString()
            .Should().Be("2 messages: photo, text (2000 characters); broken: caption-length");

    private static PostText Text(int length) => PostText.Plain(new string('a', length));
}
