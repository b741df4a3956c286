using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>What Telegram refuses for now is held, goes out when the cause has passed, and is Missed when it does not in time.</summary>
public sealed class HeldTests
{
    private static readonly Post _post = Post.News(PostText.Plain("Ciao!"));

    [Fact]
    public async Task RightsLostAndRegained_TheHeldGoOutInTheirOrder()
    {
        await using var host = new FakeHost();
        host.Shop.AddAdministrator(host.Bot, AdministratorRights.None);
        for (var number = 0; number < 3; number++)
        {
            (await ErrorAsync(host, host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain($"Post {number}"))))).Should().Be(TelegramMarketingError.MissingRights);
        }

        (await host.LedgerAsync()).Should().OnlyContain(publication => publication.State == PublicationState.Held);
        host.Shop.AddAdministrator(host.Bot);
        await host.AdvanceAsync(600);

        host.Shop.Posts.Select(post => post.Text).Should().Equal("Post 0", "Post 1", "Post 2");
        (await host.LedgerAsync()).Should().OnlyContain(publication => publication.State == PublicationState.Published);
    }

    [Fact]
    public async Task CallerWhoTriesTheHeldOneFirstGivesUp_ItIsStillTried()
    {
        await using var host = new FakeHost();
        var other = host.Telegram.AddChannel("@other");
        host.Shop.RemoveAdministrator(host.Bot);
        await host.FailureAsync(host.Publisher.PublishAsync("@myshop", _post));
        await host.FailureAsync(host.Publisher.PublishAsync("@other", _post));
        await host.AdvanceAsync(29);

        // The round that begins at 30 s tries the first channel in vain, and waits for its turn in the other one.
        other.AddAdministrator(host.Bot);
        host.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(16)) with { Channel = other });
        var slow = host.Publisher.PublishAsync("@other", Post.News(PostText.Plain("Slow")));
        await host.AdvanceAsync(6);

        // Meanwhile a caller has the held one tried, and the round ends.
        host.Shop.AddAdministrator(host.Bot);
        host.Telegram.FailNext(TelegramFault.TooManyRequests(60) with { Channel = host.Shop });
        using var patience = new CancellationTokenSource();
        var impatient = host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Impatient")), cancellationToken: patience.Token);
        await host.AdvanceAsync(20);
        await patience.CancelAsync();
        await host.AdvanceAsync(600);

        await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<OperationCanceledException>();
        await slow;
        host.Shop.Posts.Should().ContainSingle().Which.Text.Should().Be("Ciao!");
    }

    [Fact]
    public async Task RightsNotRegained_MissedAfterTheGracePeriod()
    {
        await using var host = new FakeHost(options: options => options.GracePeriod = TimeSpan.FromMinutes(20));
        host.Shop.RemoveAdministrator(host.Bot);
        await ErrorAsync(host, host.Publisher.PublishAsync("@myshop", _post));

        await host.AdvanceAsync(1500);
        host.Shop.AddAdministrator(host.Bot);
        await host.AdvanceAsync(3600);

        (await host.LedgerAsync()).Should().ContainSingle().Which.State.Should().Be(PublicationState.Missed);
        host.Shop.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task TokenRevoked_HeldThenMissed()
    {
        await using var host = new FakeHost(options: options => options.GracePeriod = TimeSpan.FromMinutes(20));
        await host.RunAsync(host.Publisher.PublishAsync("@myshop", _post));
        host.Bot.RevokeToken();

        var error = await ErrorAsync(host, host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Again"))));
        var held = (await host.LedgerAsync()).Single(publication => publication.State == PublicationState.Held);
        await host.AdvanceAsync(1500);

        error.Should().Be(TelegramMarketingError.InvalidToken);
        (await host.Ledger.FindAsync(held.Id))!.State.Should().Be(PublicationState.Missed);
    }

    [Fact]
    public async Task TokenRefused_TheWholeBotIsHeld_AndReleasedByOneTry()
    {
        await using var host = new FakeHost();
        var other = host.Telegram.AddChannel("@other");
        other.AddAdministrator(host.Bot);
        var sends = 0;
        host.Telegram.FailNext(TelegramFault.Refuse(401, "Unauthorized") with { Times = 2, When = request => request.Method == "sendMessage" && ++sends > 0 });

        (await ErrorAsync(host, host.Publisher.PublishAsync("@myshop", _post))).Should().Be(TelegramMarketingError.InvalidToken);
        (await ErrorAsync(host, host.Publisher.PublishAsync("@other", _post))).Should().Be(TelegramMarketingError.InvalidToken);
        var sendsWhileHeld = sends;
        await host.AdvanceAsync(40);
        var sendsAfterOneTry = sends;
        await host.AdvanceAsync(600);

        sendsWhileHeld.Should().Be(1, "what the token is refused for is not asked for another chat");
        sendsAfterOneTry.Should().Be(2, "one try tells for all chats");
        (host.Shop.Posts.Count, other.Posts.Count).Should().Be((1, 1));
        (await host.LedgerAsync()).Should().OnlyContain(publication => publication.State == PublicationState.Published);
    }

    [Fact]
    public async Task CancelAsync_Held_NeverGoesOut()
    {
        await using var host = new FakeHost();
        host.Shop.AddAdministrator(host.Bot, AdministratorRights.None);
        await ErrorAsync(host, host.Publisher.PublishAsync("@myshop", _post));
        var held = (await host.LedgerAsync()).Single();

        var cancelled = await host.RunAsync(host.Ledger.CancelAsync(held.Id));
        host.Shop.AddAdministrator(host.Bot);
        await host.AdvanceAsync(3600);

        cancelled.State.Should().Be(PublicationState.Cancelled);
        host.Shop.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task CancelAsync_HeldWhileItIsTried_NeverGoesOutAndTheOthersAreTriedOn()
    {
        await using var host = new FakeHost();
        host.Shop.AddAdministrator(host.Bot, AdministratorRights.None);
        await ErrorAsync(host, host.Publisher.PublishAsync("@myshop", _post));
        var held = (await host.LedgerAsync()).Single();
        await ErrorAsync(host, host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Another"))));
        host.Shop.AddAdministrator(host.Bot);
        host.Telegram.FailNext(TelegramFault.TooManyRequests(60) with { Method = "sendMessage" });
        for (var tries = 0; tries < 60 && (await host.Ledger.FindAsync(held.Id))!.State != PublicationState.Sending; tries++)
        {
            await host.AdvanceAsync(10);
        }

        (await host.Ledger.FindAsync(held.Id))!.State.Should().Be(PublicationState.Sending);

        await host.RunAsync(host.Ledger.CancelAsync(held.Id));
        await host.AdvanceAsync(3600);

        (await host.Ledger.FindAsync(held.Id))!.State.Should().Be(PublicationState.Cancelled);
        host.Shop.Posts.Select(post => post.Text).Should().Equal("Another");
    }

    [Fact]
    public async Task AStream_OverRetriesAndChannels_IsReadOnceAndUploadedOnce()
    {
        await using var host = new FakeHost();
        var other = host.Telegram.AddChannel("@other");
        other.AddAdministrator(host.Bot);
        using var once = new OnceStream([1, 2, 3, 4]);
        var post = Post.Promotion(PostText.Plain("New")) with { Media = [PostMedia.Document(MediaSource.FromStream(once, "list.pdf"))] };
        host.Telegram.FailNext(TelegramFault.TooManyRequests(2));
        host.Telegram.FailNext(TelegramFault.RefuseConnection());

        await host.RunAsync(host.Publisher.PublishAsync("@myshop", post));
        await host.RunAsync(host.Publisher.PublishAsync("@other", post));

        once.Reads.Should().BeLessThanOrEqualTo(2, "its content, then its end");
        (host.Shop.Posts.Single().Media!.Origin, other.Posts.Single().Media!.Origin).Should().Be(("upload", "file_id"));
    }

    [Fact]
    public async Task AFile_ThatVanishesWhileItsPostWaits_IsRejected()
    {
        await using var host = new FakeHost();
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [1, 2, 3]);
        host.Telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(30)));
        var ahead = host.Publisher.PublishAsync("@myshop", _post);
        var behind = host.Publisher.PublishAsync("@myshop", new Post { Media = [PostMedia.Document(MediaSource.FromPath(path))] });
        await host.AdvanceAsync(1);
        File.Delete(path);

        var failure = await host.FailureAsync(behind);

        await host.RunAsync(ahead);
        failure.Should().BeOfType<TelegramMarketingException>().Which.PublicationId.Should().NotBeNull();
        (await host.LedgerAsync()).Select(publication => publication.State).Should().BeEquivalentTo([PublicationState.Published, PublicationState.Rejected]);
        host.Shop.Posts.Should().ContainSingle();
    }

    private static async Task<TelegramMarketingError?> ErrorAsync(FakeHost host, Task task) =>
        (await host.FailureAsync(task)).Should().BeOfType<TelegramMarketingException>().Which.Error;

    /// <summary>A stream that can be read once only, as that of a request is.</summary>
    private sealed class OnceStream(byte[] content) : MemoryStream(content)
    {
        public int Reads { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Reads++;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
