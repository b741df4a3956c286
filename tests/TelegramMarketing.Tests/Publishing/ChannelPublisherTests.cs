using TelegramMarketing.Tests.Wire;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tests.Publishing;

/// <summary>Publishing over the wire: what goes out, once, in order, and what is told when it does not.</summary>
public sealed class ChannelPublisherTests
{
    private static readonly Post _post = Post.News(PostText.Plain("Ciao!"));

    [Fact]
    public async Task PublishAsync_AllWell_PublishedWithTelegramsIdAndDate()
    {
        await using var host = new ScriptedHost();

        var publication = await host.Publisher.PublishAsync("@shop", _post);

        publication.State.Should().Be(PublicationState.Published);
        publication.Post!.MessageId.Should().Be(100);
        publication.PublishedAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        publication.Attempts.Should().Be(1);
        (await host.Ledger.FindAsync(publication.Id)).Should().BeEquivalentTo(publication);
    }

    [Fact]
    public async Task PublishAsync_429_WaitsAndSendsOnce()
    {
        await using var host = new ScriptedHost();
        var start = host.Clock.GetUtcNow();
        host.Telegram.Script = (_, _) => Task.FromResult(host.Telegram.Calls.Count == 1 ? ScriptedTelegram.Refuse(429, "Too Many Requests: retry after 37", 37) : null);

        var publication = await host.RunAsync(host.Publisher.PublishAsync("@shop", _post));

        publication.Attempts.Should().Be(2);
        host.Telegram.Accepted.Should().HaveCount(1);
        (host.Clock.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(37));
    }

    [Fact]
    public async Task PublishAsync_NoConnection_TriesAgainUntilItIsThere()
    {
        await using var host = new ScriptedHost();
        host.Telegram.Script = (_, _) => host.Telegram.Calls.Count < 4
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused")
            : Task.FromResult<HttpResponseMessage?>(null);

        var publication = await host.RunAsync(host.Publisher.PublishAsync("@shop", _post));

        publication.Attempts.Should().Be(4);
        host.Telegram.Accepted.Should().HaveCount(1);
    }

    [Fact]
    public async Task PublishAsync_NoConnectionBeyondTheGracePeriod_Missed()
    {
        await using var host = new ScriptedHost(options => options.GracePeriod = TimeSpan.FromMinutes(5));
        host.Telegram.Script = (_, _) => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host");

        var failure = await Failure(host, host.Publisher.PublishAsync("@shop", _post));

        failure.Error.Should().Be(TelegramMarketingError.Missed);
        (await host.Ledger.FindAsync(failure.PublicationId!.Value))!.State.Should().Be(PublicationState.Missed);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("502")]
    [InlineData("html")]
    [InlineData("cut")]
    [InlineData("timeout")]
    public async Task PublishAsync_NoClearAnswer_UnknownAndNeverSentAgain(string answer)
    {
        await using var host = new ScriptedHost();
        host.Telegram.Script = async (call, cancellation) => answer switch
        {
            "reset" => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset"),
            "502" => ScriptedTelegram.Refuse(502, "Bad Gateway"),
            "html" => ScriptedTelegram.Page(502, "<html>Bad Gateway</html>"),
            "cut" => ScriptedTelegram.Page(200, "{\"ok\":tru"),
            _ => await Never(host, cancellation),
        };

        var failure = await Failure(host, host.Publisher.PublishAsync("@shop", _post));

        failure.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        host.Telegram.Calls.Should().HaveCount(1);
        (await host.Ledger.FindAsync(failure.PublicationId!.Value))!.State.Should().Be(PublicationState.Unknown);
    }

    [Fact]
    public async Task PublishAsync_EqualPostWhileOneIsUnknown_RefusedWithItsId()
    {
        await using var host = new ScriptedHost();
        host.Telegram.Script = (_, _) => Task.FromResult(host.Telegram.Calls.Count == 1 ? ScriptedTelegram.Refuse(500, "Internal Server Error: restart") : null);
        var unknown = await Failure(host, host.Publisher.PublishAsync("@shop", _post));

        var again = await Failure(host, host.Publisher.PublishAsync("@shop", _post));
        var other = await host.RunAsync(host.Publisher.PublishAsync("@shop", Post.News(PostText.Plain("Another"))));

        again.Error.Should().Be(TelegramMarketingError.EqualPostPending);
        again.PublicationId.Should().Be(unknown.PublicationId);
        other.State.Should().Be(PublicationState.Published);
        host.Telegram.Accepted.Should().Equal(("@shop", "Another"));
    }

    [Fact]
    public async Task SettleAsPublishedAsync_Unknown_PublishedAndEqualPostsGoAgain()
    {
        await using var host = new ScriptedHost();
        host.Telegram.Script = (_, _) => Task.FromResult(host.Telegram.Calls.Count == 1 ? ScriptedTelegram.Refuse(500, "Internal Server Error: restart") : null);
        var unknown = await Failure(host, host.Publisher.PublishAsync("@shop", _post));

        var settled = await host.Ledger.SettleAsPublishedAsync(unknown.PublicationId!.Value, [77]);
        var again = await host.RunAsync(host.Publisher.PublishAsync("@shop", _post));

        settled.State.Should().Be(PublicationState.Published);
        settled.Post!.MessageId.Should().Be(77);
        again.State.Should().Be(PublicationState.Published);
    }

    [Fact]
    public async Task PublishAsync_SameKeyConcurrently_OnePublicationForAll()
    {
        await using var host = new ScriptedHost();

        var publications = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.RunAsync(host.Publisher.PublishAsync("@shop", _post, "spring"))));
        var later = await host.RunAsync(host.Publisher.PublishAsync("@shop", _post, "spring"));

        publications.Append(later).Select(publication => publication.Id).Distinct().Should().HaveCount(1);
        host.Telegram.Accepted.Should().HaveCount(1);
    }

    [Fact]
    public async Task PublishAsync_SameKeyOtherContent_Refused()
    {
        await using var host = new ScriptedHost();
        var first = await host.RunAsync(host.Publisher.PublishAsync("@shop", _post, "spring"));

        var failure = await Failure(host, host.Publisher.PublishAsync("@shop", Post.News(PostText.Plain("Other")), "spring"));

        failure.Error.Should().Be(TelegramMarketingError.IdempotencyConflict);
        failure.PublicationId.Should().Be(first.Id);
        host.Telegram.Accepted.Should().HaveCount(1);
    }

    [Fact]
    public async Task PublishAsync_RightsLost_HeldThenReleasedInOrder()
    {
        await using var host = new ScriptedHost();
        var hasRights = false;
        host.Telegram.Script = (_, _) => Task.FromResult(hasRights ? null : ScriptedTelegram.Refuse(400, "Bad Request: need administrator rights in the channel chat"));
        var held = await Failure(host, host.Publisher.PublishAsync("@shop", _post));
        held.Error.Should().Be(TelegramMarketingError.MissingRights);
        (await host.Ledger.FindAsync(held.PublicationId!.Value))!.State.Should().Be(PublicationState.Held);

        hasRights = true;
        await host.RunAsync(host.Publisher.PublishAsync("@shop", Post.News(PostText.Plain("Second"))));

        host.Telegram.Accepted.Should().Equal(("@shop", "Ciao!"), ("@shop", "Second"));
        (await host.Ledger.FindAsync(held.PublicationId!.Value))!.State.Should().Be(PublicationState.Published);
    }

    [Fact]
    public async Task PublishAsync_HeldPostAskedForAgain_GoesOutOnceAndTheCallerIsTold()
    {
        await using var host = new ScriptedHost();
        var hasRights = false;
        host.Telegram.Script = (_, _) => Task.FromResult(hasRights ? null : ScriptedTelegram.Refuse(400, "Bad Request: need administrator rights in the channel chat"));
        var held = await Failure(host, host.Publisher.PublishAsync("@shop", _post));

        hasRights = true;
        var again = await Failure(host, host.Publisher.PublishAsync("@shop", _post));

        again.Error.Should().Be(TelegramMarketingError.EqualPostPending);
        again.PublicationId.Should().Be(held.PublicationId);
        again.Message.Should().Contain("has just gone out");
        host.Telegram.Accepted.Should().Equal(("@shop", "Ciao!"));
    }

    [Fact]
    public async Task PublishAsync_RightsLostForGood_MissedAfterTheGracePeriod()
    {
        await using var host = new ScriptedHost(options => options.GracePeriod = TimeSpan.FromMinutes(10));
        host.Telegram.Script = (_, _) => Task.FromResult<HttpResponseMessage?>(ScriptedTelegram.Refuse(401, "Unauthorized"));
        var held = await Failure(host, host.Publisher.PublishAsync("@shop", _post));
        held.Error.Should().Be(TelegramMarketingError.InvalidToken);

        await host.AdvanceAsync(TimeSpan.FromMinutes(12));

        (await host.Ledger.FindAsync(held.PublicationId!.Value))!.State.Should().Be(PublicationState.Missed);
        host.Telegram.Calls.Count.Should().BeInRange(3, 20, "it is tried again from time to time, and not more");
    }

    [Fact]
    public async Task PublishAsync_CancelledWhileWaiting_NothingSentAndTheNextGoesOn()
    {
        await using var host = new ScriptedHost();
        host.Telegram.Script = (_, _) => Task.FromResult(host.Telegram.Calls.Count == 1 ? ScriptedTelegram.Refuse(429, "Too Many Requests: retry after 60", 60) : null);
        using var patience = new CancellationTokenSource();
        var waiting = host.Publisher.PublishAsync("@shop", _post, cancellationToken: patience.Token);
        var next = host.Publisher.PublishAsync("@shop", Post.News(PostText.Plain("Next")));
        await host.SettleAsync();

        await patience.CancelAsync();
        await ((Func<Task>)(() => waiting)).Should().ThrowAsync<OperationCanceledException>();
        await host.RunAsync(next);

        host.Telegram.Accepted.Should().Equal(("@shop", "Next"));
    }

    [Fact]
    public async Task PublishAsync_CancelledDuringTheSend_FinishedAndRecorded()
    {
        await using var host = new ScriptedHost();
        using var patience = new CancellationTokenSource();
        host.Telegram.Script = async (call, _) =>
        {
            await patience.CancelAsync();
            return null;
        };

        var publication = await host.RunAsync(host.Publisher.PublishAsync("@shop", _post, cancellationToken: patience.Token));

        publication.State.Should().Be(PublicationState.Published);
        host.Telegram.Accepted.Should().HaveCount(1);
    }

    [Fact]
    public async Task PublishAsync_HundredCallers_OrderOfArrivalKept()
    {
        await using var host = new ScriptedHost();
        var texts = Enumerable.Range(0, 100).Select(number => $"post {number}").ToArray();

        var all = Task.WhenAll(texts.Select(text => host.Publisher.PublishAsync("@shop", Post.News(PostText.Plain(text)))));
        await host.DriveAsync(all);

        host.Telegram.Accepted.Select(accepted => accepted.Text).Should().Equal(texts);
    }

    [Fact]
    public async Task PublishAsync_OneChannelRefused_AnotherGoesOn()
    {
        await using var host = new ScriptedHost();
        host.Telegram.Script = (call, _) => Task.FromResult(call.Chat == "@slow_shop" ? ScriptedTelegram.Refuse(429, "Too Many Requests: retry after 3000", 3000) : null);
        var slow = host.Publisher.PublishAsync("@slow_shop", _post);

        var other = await host.RunAsync(host.Publisher.PublishAsync("@other_shop", _post));

        other.State.Should().Be(PublicationState.Published);
        slow.IsCompleted.Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PublishAsync_NameAndIdOfOneChannel_OnePace(bool firstAnswersAtOnce)
    {
        await using var host = new ScriptedHost(options => options.Pace.MessagesPerMinutePerChannel = 0);
        host.Telegram.Script = async (_, _) =>
        {
            if (!firstAnswersAtOnce)
            {
                await Task.Yield();
            }

            return null;
        };
        var start = host.Clock.GetUtcNow();

        var all = Task.WhenAll(
            host.Publisher.PublishAsync(ChannelAddress.FromId(-1001000000001), Post.News(PostText.Plain("a"))),
            host.Publisher.PublishAsync("@shop", Post.News(PostText.Plain("b"))),
            host.Publisher.PublishAsync(ChannelAddress.FromId(-1001000000001), Post.News(PostText.Plain("c"))));
        await host.DriveAsync(all);

        (host.Clock.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2), "three messages to one chat take two seconds");
    }

    [Fact]
    public async Task EditAsync_MessageWithMedia_EditsItsCaption()
    {
        await using var host = new ScriptedHost();
        host.Telegram.Script = (call, _) => Task.FromResult(call.Method == "editMessageText" ? ScriptedTelegram.Refuse(400, "Bad Request: there is no text in the message to edit") : null);

        await host.Publisher.EditAsync(new PostReference(ChannelAddress.Parse("@shop"), 7), Post.News(PostText.Plain("New")));

        host.Telegram.Calls.Select(call => call.Method).Should().Equal("editMessageText", "editMessageCaption");
        host.Telegram.Calls[1].Parameters["caption"]!.ToString().Should().Be("New");
    }

    [Theory]
    [InlineData("Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")]
    public async Task EditAsync_NothingToChange_Succeeds(string description)
    {
        await using var host = new ScriptedHost();
        host.Telegram.Script = (_, _) => Task.FromResult<HttpResponseMessage?>(ScriptedTelegram.Refuse(400, description));

        await host.Publisher.EditAsync(new PostReference(ChannelAddress.Parse("@shop"), 7), _post);

        host.Telegram.Calls.Should().HaveCount(1);
    }

    private static async Task<HttpResponseMessage?> Never(ScriptedHost host, CancellationToken cancellation)
    {
        // Waits for the library's time-out, and counts as waiting meanwhile.
        await new Gate<bool>(new Clock(host.Clock)).WaitAsync(cancellation);
        return null;
    }

    private static async Task<TelegramMarketingException> Failure(ScriptedHost host, Task task)
    {
        await host.DriveAsync(task);
        return (await ((Func<Task>)(() => task)).Should().ThrowAsync<TelegramMarketingException>()).Which;
    }
}
