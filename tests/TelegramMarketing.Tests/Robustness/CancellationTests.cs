using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>Whenever a caller gives up: no permit and no turn is lost, and every send that had begun is recorded.</summary>
public sealed class CancellationTests
{
    /// <summary>From before the first wait to after the last, in steps finer than any of them.</summary>
    public static TheoryData<int, string?> Moments()
    {
        var moments = new TheoryData<int, string?>();
        for (var tenth = 0; tenth <= 80; tenth += 2)
        {
            moments.Add(tenth, tenth % 4 == 0 ? "key" : null);
        }

        return moments;
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task PublishAsync_CallerGivesUpAtAnyMoment_NothingIsLeakedAndAllIsRecorded(int tenths, string? key)
    {
        await using var host = new FakeHost(telegram => telegram.Latency = TimeSpan.FromMilliseconds(300));
        host.Telegram.FailNext(TelegramFault.TooManyRequests(2) with { When = request => Chaos.MarkerOf(request.Parameters.GetValueOrDefault("text")) == Newsroom.Marker(3) });
        using var giveUp = new CancellationTokenSource();
        var ahead = host.Publisher.PublishAsync("@myshop", Newsroom.PostOf(0));
        var caller = host.Publisher.PublishAsync(ChannelAddress.FromId(host.Shop.Id), Newsroom.PostOf(3), key, giveUp.Token);

        await host.AdvanceAsync(tenths / 10.0);
        await giveUp.CancelAsync();
        await host.DriveAsync(ahead);
        var failure = await host.FailureAsync(caller);
        await host.AdvanceAsync(120);

        if (failure is not null)
        {
            failure.Should().BeAssignableTo<OperationCanceledException>();
        }

        await VerifyRecordedAsync(host);
        await VerifyFullPaceAsync(host);
    }

    [Theory]
    [InlineData("getChat")]
    [InlineData("sendMessage")]
    [InlineData("sendMediaGroup")]
    public async Task PublishAsync_CallerGivesUpInTheMiddleOfACall_ItIsFinishedAndRecorded(string method)
    {
        await using var host = new FakeHost();
        var known = await host.RunAsync(host.Publisher.PublishAsync("@myshop", Newsroom.PostOf(0)));
        known.State.Should().Be(PublicationState.Published);
        using var giveUp = new CancellationTokenSource();
        var other = host.Telegram.AddPrivateChannel("Private");
        other.AddAdministrator(host.Bot);
        host.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(20)) with { Method = method, When = _ => { giveUp.Cancel(); return true; } });

        var failure = await host.FailureAsync(host.Publisher.PublishAsync(ChannelAddress.FromId(host.Shop.Id), Newsroom.PostOf(7), null, giveUp.Token));
        await host.AdvanceAsync(120);

        if (failure is not null)
        {
            failure.Should().BeAssignableTo<OperationCanceledException>();
        }

        await VerifyRecordedAsync(host);
        await VerifyFullPaceAsync(host);
    }

    private static async Task VerifyRecordedAsync(FakeHost host)
    {
        var ledger = await host.LedgerAsync();
        ledger.SelectMany(publication => publication.Messages).Select(message => message.MessageId).Should().BeEquivalentTo(host.Shop.Posts.Select(post => post.MessageId));
        ledger.Should().OnlyContain(publication => publication.State == PublicationState.Published || publication.State == PublicationState.Cancelled);
    }

    /// <summary>The rested channel takes its twenty in a minute, as if nothing had happened.</summary>
    private static async Task VerifyFullPaceAsync(FakeHost host)
    {
        var start = host.Now;
        var after = Enumerable.Range(100, 20).Select(number => host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain($"After {number}")))).ToList();
        await host.DriveAsync(Task.WhenAll(after), step: 0.5);
        (host.Shop.Posts[^1].Date - start).Should().BeLessThan(TimeSpan.FromSeconds(30), "no permit and no turn is kept by one who left");
    }
}
