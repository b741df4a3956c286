using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Testing;
using TelegramMarketing.Tests.Stickers;

namespace TelegramMarketing.Tests.Delivery;

/// <summary>A send whose answer never came: found, sent again where it is proved absent, and else left alone.</summary>
public sealed class ReconcilerTests
{
    private static readonly Post _post = Post.Promotion(PostText.Html($"<b>-20 %</b> su tutto 🎉 & più"));
    private static readonly Post _album = new() { Text = PostText.Plain("Novità"), Media = [.. Enumerable.Range(1, 3).Select(number => PostMedia.Photo(MediaSource.FromStream(new MemoryStream([(byte)number, 2, 3]), $"{number}.jpg")))] };

    [Fact]
    public async Task Reconcile_AnswerLostOnPublicChannel_FoundOnThePage()
    {
        await using var host = new Host();
        host.Telegram.FailNext(TelegramFault.LoseAnswer());

        var id = await host.PublishInDoubtAsync(_post);
        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        var publication = await host.FindAsync(id);
        publication.State.Should().Be(PublicationState.Published);
        publication.Post!.MessageId.Should().Be(host.Channel.Posts.Single().MessageId);
    }

    [Fact]
    public async Task Reconcile_AlbumsAnswerLost_FoundWithAllItems()
    {
        await using var host = new Host();
        host.Telegram.FailNext(TelegramFault.LoseAnswer());

        var id = await host.PublishInDoubtAsync(_album);
        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        host.Channel.Posts.Should().HaveCount(3);
        (await host.FindAsync(id)).Messages.Select(message => message.MessageId).Should().Equal(host.Channel.Posts.Select(post => post.MessageId));
    }

    [Fact]
    public async Task Reconcile_PhotoWithoutCaption_FoundOnThePage()
    {
        await using var host = new Host();
        host.Telegram.FailNext(TelegramFault.LoseAnswer());

        var id = await host.PublishInDoubtAsync(new Post { Text = PostText.Plain(new string('x', 1500)), Media = [PostMedia.Photo(MediaSource.FromStream(new MemoryStream([1, 2, 3]), "1.jpg"))] });
        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Published);
        host.Channel.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task Reconcile_NeverArrivedAndALaterPostIsThere_SentAgainOnce()
    {
        await using var host = new Host();
        host.Telegram.FailNext(TelegramFault.BadGateway());
        var id = await host.PublishInDoubtAsync(_post);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        host.Channel.AddPost("Somebody else's");
        await host.Telegram.AdvanceAsync(TimeSpan.FromHours(1));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Published);
        host.Channel.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task Reconcile_NothingProvesAnything_StaysUnknownAndIsNeverSentAgain()
    {
        await using var host = new Host();
        host.Telegram.FailNext(TelegramFault.BadGateway());
        var id = await host.PublishInDoubtAsync(_post);

        await host.Telegram.AdvanceAsync(TimeSpan.FromDays(3));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Unknown);
        host.Channel.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task Reconcile_LaterPostDatedBeforeTheHorizon_ProvesNothing()
    {
        await using var host = new Host();
        host.Telegram.FailNext(TelegramFault.BadGateway());
        var id = await host.PublishInDoubtAsync(_post);
        host.Channel.AddPost("Somebody else's, at once");

        await host.Telegram.AdvanceAsync(TimeSpan.FromHours(2));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Unknown);
    }

    [Fact]
    public async Task Reconcile_OurNextSendAfterTheHorizonTakesTheNextId_SentAgain()
    {
        await using var host = new Host(isPrivate: true);
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Before")));
        host.Telegram.FailNext(TelegramFault.BadGateway());
        var id = await host.PublishInDoubtAsync(_post);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("After")));
        await host.Telegram.AdvanceAsync(TimeSpan.FromHours(1));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Published);
        host.Channel.Posts.Select(post => post.Text ?? "").Should().HaveCount(3).And.StartWith(["Before", "After"]);
    }

    [Fact]
    public async Task Reconcile_OurNextSendLeavesAGap_NotSentAgain()
    {
        await using var host = new Host(isPrivate: true);
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Before")));
        host.Telegram.FailNext(TelegramFault.LoseAnswer());
        var id = await host.PublishInDoubtAsync(_post);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("After")));
        await host.Telegram.AdvanceAsync(TimeSpan.FromHours(25));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Unknown);
        host.Channel.Posts.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reconcile_PrivateChannelWithReviewChat_FoundOrSentAgain(bool arrived)
    {
        await using var host = new Host(isPrivate: true, withReviewChat: true);
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Before")));
        host.Telegram.FailNext(arrived ? TelegramFault.LoseAnswer() : TelegramFault.BadGateway());
        var id = await host.PublishInDoubtAsync(_album);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(30));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Published);
        host.Channel.Posts.Should().HaveCount(4, "one post and the three items of the album, once");
        host.ReviewChat!.Posts.Should().BeEmpty("the copies are deleted again");
    }

    [Theory]
    [InlineData(PostMediaKind.Photo, true)]
    [InlineData(PostMediaKind.Photo, false)]
    [InlineData(PostMediaKind.Video, true)]
    [InlineData(PostMediaKind.Animation, true)]
    [InlineData(PostMediaKind.Document, true)]
    [InlineData(PostMediaKind.Audio, true)]
    [InlineData(PostMediaKind.Sticker, true)]
    [InlineData(PostMediaKind.Sticker, false)]
    public async Task Reconcile_AnyKindOfMedia_ThereOnce(PostMediaKind kind, bool isPrivate)
    {
        await using var host = new Host(isPrivate, withReviewChat: isPrivate);
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Before")));
        host.Telegram.FailNext(TelegramFault.LoseAnswer());
        var id = await host.PublishInDoubtAsync(new Post { Media = [Media(kind)] });

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(30));

        host.Channel.Posts.Should().HaveCount(2, "it was found and not sent again");
        (await host.FindAsync(id)).Post!.MessageId.Should().Be(host.Channel.Posts[^1].MessageId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reconcile_UploadThatMayStillGoOn_IsNotMissedYet(bool isPrivate)
    {
        await using var host = new Host(isPrivate, withReviewChat: isPrivate);
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Before")));
        host.Telegram.FailNext(TelegramFault.BadGateway());

        // A slow line takes 10 minutes for it, and whoever uploads it may only be cut off from the store.
        var video = new byte[10 * 60 * 64 * 1024];
        var id = await host.PublishInDoubtAsync(new Post { Media = [PostMedia.Video(MediaSource.FromStream(new MemoryStream(video), "1.mp4"))] });
        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(7));
        host.Channel.AddPost("Somebody else's");
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Ours")));
        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(3));
        (await host.FindAsync(id)).State.Should().Be(PublicationState.Unknown);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        host.Channel.AddPost("Somebody else's, later");
        await host.Telegram.AdvanceAsync(TimeSpan.FromHours(1));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Published);
        host.Channel.Posts.Count(post => post.Media is not null).Should().Be(1);
    }

    [Fact]
    public async Task Reconcile_PinnedInAChannelWithReviewChat_FoundBehindTheNoteOfThePin()
    {
        await using var host = new Host(isPrivate: true, withReviewChat: true);
        var before = await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Before")));
        await host.Publisher.PinAsync(before.Post!);
        host.Telegram.FailNext(TelegramFault.LoseAnswer());
        var id = await host.PublishInDoubtAsync(_post);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(30));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Published);
        host.Channel.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task Reconcile_AWholeAlbumWasDeletedBeforeIt_FoundBehindTheGap()
    {
        await using var host = new Host(isPrivate: true, withReviewChat: true);
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Before")));
        for (var item = 0; item < 10; item++)
        {
            host.Channel.AddPost("An item with a mistake").Delete();
        }

        host.Telegram.FailNext(TelegramFault.LoseAnswer());
        var id = await host.PublishInDoubtAsync(_post);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(30));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Published);
        host.Channel.Posts.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reconcile_SomebodyHasCorrectedItMeanwhile_NotSentAgain(bool isPrivate)
    {
        await using var host = new Host(isPrivate, withReviewChat: isPrivate);
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Before")));
        host.Telegram.FailNext(TelegramFault.LoseAnswer());
        var id = await host.PublishInDoubtAsync(Post.Promotion(PostText.Plain("Saldi in tutti i negozi, fino al 20 %")));
        host.Channel.Posts[^1].Edit("Saldi in tutti i negozi, fino al 30 %");
        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        host.Channel.AddPost("Somebody else's");

        await host.Telegram.AdvanceAsync(TimeSpan.FromHours(2));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Unknown);
        host.Channel.Posts.Should().HaveCount(3, "the old offer is not published beside the new one");
    }

    [Fact]
    public async Task Reconcile_CancelledInDoubt_NotSentAgain()
    {
        await using var host = new Host();
        host.Telegram.FailNext(TelegramFault.BadGateway());
        var id = await host.PublishInDoubtAsync(_post);
        await host.Ledger.CancelAsync(id);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        host.Channel.AddPost("Somebody else's");
        await host.Telegram.AdvanceAsync(TimeSpan.FromHours(1));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Cancelled);
        host.Channel.Posts.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 30)]
    [InlineData(false, 30)]
    public async Task Reconcile_FirstSendToAPrivateChannelWithReviewChat_FoundOrSentAgainAfterTheNextOne(bool arrived, int postsOfOthers)
    {
        await using var host = new Host(isPrivate: true, withReviewChat: true);
        for (var number = 1; number <= postsOfOthers; number++)
        {
            host.Channel.AddPost($"{number}").Delete();
            host.Channel.AddPost($"{number}");
        }

        await host.Telegram.AdvanceAsync(TimeSpan.FromHours(1));
        host.Telegram.FailNext(arrived ? TelegramFault.LoseAnswer() : TelegramFault.BadGateway());
        var id = await host.PublishInDoubtAsync(_album);
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("After")));

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(30));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Published);
        host.Channel.Posts.Should().HaveCount(postsOfOthers + 4);
    }

    [Fact]
    public async Task Reconcile_HalfAnAlbum_StaysUnknown()
    {
        await using var host = new Host();
        await host.Publisher.PublishAsync(host.Address, Post.News(PostText.Plain("Before")));
        host.Telegram.FailNext(TelegramFault.HalfAnAlbum());
        var id = await host.PublishInDoubtAsync(_album);

        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        host.Channel.AddPost("Somebody else's");
        await host.Telegram.AdvanceAsync(TimeSpan.FromHours(25));

        (await host.FindAsync(id)).State.Should().Be(PublicationState.Unknown);
        host.Channel.Posts.Should().HaveCountLessThan(5, "nothing was sent again");
    }

    private static PostMedia Media(PostMediaKind kind) => kind switch
    {
        PostMediaKind.Photo => PostMedia.Photo(Source("1.jpg")),
        PostMediaKind.Video => PostMedia.Video(Source("1.mp4")),
        PostMediaKind.Animation => PostMedia.Animation(Source("1.gif")),
        PostMediaKind.Document => PostMedia.Document(Source("1.pdf")),
        PostMediaKind.Audio => PostMedia.Audio(Source("1.mp3")),
        _ => PostMedia.Sticker(MediaSource.FromStream(new MemoryStream(StickerFiles.Webp(512, 512)), "1.webp")),
    };

    private static MediaSource Source(string fileName) => MediaSource.FromStream(new MemoryStream([1, 2, 3]), fileName);

    private sealed class Host : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        public Host(bool isPrivate = false, bool withReviewChat = false)
        {
            var bot = Telegram.AddBot("shop_bot");
            Channel = isPrivate ? Telegram.AddPrivateChannel("VIP") : Telegram.AddChannel("@my_shop", "My shop");
            Channel.AddAdministrator(bot);
            if (withReviewChat)
            {
                ReviewChat = Telegram.AddPrivateChannel("Review");
                ReviewChat.AddAdministrator(bot);
            }

            var services = new ServiceCollection();
            services.AddTelegramMarketing(options => options.Reconciliation.ReviewChatId = ReviewChat?.Id).UseInMemoryTelegram(Telegram);
            _services = services.BuildServiceProvider();
        }

        public InMemoryTelegram Telegram { get; } = new();

        public TelegramChannel Channel { get; }

        public TelegramChannel? ReviewChat { get; }

        public ChannelAddress Address => Channel.Username is { } name ? ChannelAddress.FromUsername(name) : ChannelAddress.FromId(Channel.Id);

        public IChannelPublisher Publisher => _services.GetRequiredService<IChannelPublisher>();

        public async Task<Guid> PublishInDoubtAsync(Post post)
        {
            var publishing = Publisher.PublishAsync(Address, post);
            await Telegram.AdvanceAsync(TimeSpan.FromMinutes(2));
            var failure = (await ((Func<Task>)(() => publishing)).Should().ThrowAsync<TelegramMarketingException>()).Which;
            failure.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
            return failure.PublicationId!.Value;
        }

        public IPublicationLedger Ledger => _services.GetRequiredService<IPublicationLedger>();

        public async Task<Publication> FindAsync(Guid id) => (await Ledger.FindAsync(id))!;

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }
}
