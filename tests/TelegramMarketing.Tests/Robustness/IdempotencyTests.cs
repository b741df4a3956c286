using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>What a caller repeats under one key is published once, whatever happened the time before.</summary>
public sealed class IdempotencyTests
{
    private static readonly Post _post = Post.News(PostText.Plain("Ciao!"));

    [Fact]
    public async Task PublishAsync_FirstCallerGivesUpWhileAnotherWaits_TheOtherGetsItPublished()
    {
        await using var host = new FakeHost();
        host.Telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(30)));
        var ahead = host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Ahead")));
        using var giveUp = new CancellationTokenSource();
        var first = host.Publisher.PublishAsync("@myshop", _post, "spring", giveUp.Token);
        var second = host.Publisher.PublishAsync("@myshop", _post, "spring");
        await host.AdvanceAsync(1);

        await giveUp.CancelAsync();

        (await host.FailureAsync(first)).Should().BeAssignableTo<OperationCanceledException>();
        (await host.RunAsync(second)).State.Should().Be(PublicationState.Published);
        await host.RunAsync(ahead);
        host.Shop.Posts.Select(post => post.Text).Should().Equal("Ahead", "Ciao!");
    }

    [Fact]
    public async Task PublishAsync_CallerGivesUpWhileItIsBeingSent_NobodyOvertakesIt()
    {
        await using var host = new FakeHost();
        host.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(30)));
        using var giveUp = new CancellationTokenSource();
        var first = host.Publisher.PublishAsync("@myshop", _post, "spring", giveUp.Token);
        await host.AdvanceAsync(1);
        await giveUp.CancelAsync();

        await host.RunAsync(host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Behind"))));

        (await host.FailureAsync(first)).Should().BeAssignableTo<OperationCanceledException>();
        host.Shop.Posts.Select(post => post.Text).Should().Equal("Ciao!", "Behind");
        (await host.LedgerAsync()).Should().OnlyContain(publication => publication.State == PublicationState.Published, "the send that had begun was finished and recorded");
    }

    [Fact]
    public async Task PublishAsync_SecondPartRefused_TheKeyResumesThere()
    {
        await using var host = new FakeHost();
        var post = Newsroom.PostOf(3);
        var tries = 0;
        host.Telegram.FailNext(TelegramFault.Refuse(400, "MESSAGE_TOO_LONG") with { When = _ => ++tries == 2 });
        var failure = await host.FailureAsync(host.Publisher.PublishAsync("@myshop", post, "long"));

        var publication = await host.RunAsync(host.Publisher.PublishAsync("@myshop", post, "long"));

        failure.Should().BeOfType<TelegramMarketingException>().Which.PublicationId.Should().Be(publication.Id);
        publication.Messages.Select(message => message.MessageId).Should().Equal(host.Shop.Posts.Select(message => message.MessageId));
        string.Join(' ', host.Shop.Posts.Select(message => message.Text)).Should().Be(post.Text!.PlainText, "each part is there once, in order");
    }

    [Fact]
    public async Task PublishAsync_KeyOfOtherContent_RefusedWithThePublicationItBelongsTo()
    {
        await using var host = new FakeHost();
        var first = await host.RunAsync(host.Publisher.PublishAsync("@myshop", _post, "spring"));

        var failure = await host.FailureAsync(host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Other")), "spring"));

        var refusal = failure.Should().BeOfType<TelegramMarketingException>().Which;
        (refusal.Error, refusal.PublicationId).Should().Be((TelegramMarketingError.IdempotencyConflict, first.Id));
        host.Shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task PublishAsync_KeyOfOneCancelledInTheLedger_PublishedWhenAskedAgain()
    {
        await using var host = new FakeHost();
        host.Telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(30)));
        var ahead = host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Ahead")));
        var first = host.Publisher.PublishAsync("@myshop", _post, "spring");
        await host.AdvanceAsync(1);
        var waiting = (await host.LedgerAsync()).Single(publication => publication.IdempotencyKey == "spring");

        var cancelled = await host.RunAsync(host.Ledger.CancelAsync(waiting.Id));
        var failure = await host.FailureAsync(first);
        var again = await host.RunAsync(host.Publisher.PublishAsync("@myshop", _post, "spring"));

        cancelled.State.Should().Be(PublicationState.Cancelled);
        failure.Should().BeAssignableTo<OperationCanceledException>();
        again.State.Should().Be(PublicationState.Published);
        again.Id.Should().Be(waiting.Id);
        await host.RunAsync(ahead);
        host.Shop.Posts.Select(post => post.Text).Should().Equal("Ahead", "Ciao!");
    }

    [Fact]
    public async Task PublishAsync_KeyOfOneInDoubt_NotSentAgain()
    {
        await using var host = new FakeHost();
        host.Shop.PreviewEnabled = false;
        host.Telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "sendMessage" });
        var first = await host.FailureAsync(host.Publisher.PublishAsync("@myshop", _post, "spring"));

        var again = await host.FailureAsync(host.Publisher.PublishAsync("@myshop", _post, "spring"));

        foreach (var failure in (Exception?[])[first, again])
        {
            failure.Should().BeOfType<TelegramMarketingException>().Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        }

        host.Shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task PublishAsync_SameKeyForBothFormsOfTheAddress_PublishedOnce()
    {
        await using var host = new FakeHost();
        var byName = await host.RunAsync(host.Publisher.PublishAsync("@myshop", _post, "spring"));

        var byId = await host.RunAsync(host.Publisher.PublishAsync(ChannelAddress.FromId(host.Shop.Id), _post, "spring"));

        byId.Id.Should().Be(byName.Id);
        host.Shop.Posts.Should().ContainSingle();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task PublishAsync_ManyCallersOfOneKeyWhoGiveUp_PublishedOnce(int seed)
    {
        await using var host = new FakeHost(telegram => telegram.Latency = TimeSpan.FromMilliseconds(300));
        var random = new Random(seed);
        var post = Newsroom.PostOf(3);
        var patience = Enumerable.Range(0, 50).Select(_ => TimeSpan.FromMilliseconds(random.Next(0, 4_000))).ToList();
        var callers = patience.Select(async time =>
        {
            using var giveUp = new CancellationTokenSource(time, host.Telegram.Clock);
            return await Record.ExceptionAsync(() => host.Publisher.PublishAsync("@myshop", post, "one", giveUp.Token));
        }).ToList();

        await host.DriveAsync(Task.WhenAll(callers), step: 0.1);
        var publication = await host.RunAsync(host.Publisher.PublishAsync("@myshop", post, "one"));

        foreach (var caller in callers)
        {
            if (await caller is { } failure)
            {
                failure.Should().BeAssignableTo<OperationCanceledException>();
            }
        }

        (await host.LedgerAsync()).Should().ContainSingle();
        publication.Messages.Select(message => message.MessageId).Should().Equal(host.Shop.Posts.Select(message => message.MessageId));
        string.Join(' ', host.Shop.Posts.Select(message => message.Text)).Should().Be(post.Text!.PlainText);
    }
}
