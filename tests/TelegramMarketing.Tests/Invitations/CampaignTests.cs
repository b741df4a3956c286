namespace TelegramMarketing.Tests.Invitations;

/// <summary>Many customers: each is invited once, by the means that reaches them, whatever happens in between.</summary>
public sealed class CampaignTests
{
    private static readonly InvitationCampaign _spring = new() { Name = "spring", Channel = InvitationBench.Public, Transports = ["telegram", "email"] };
    private readonly ScriptedTransport _email = new();
    private readonly InvitationBench _bench;

    public CampaignTests() => _bench = new InvitationBench(capacity: 10_000, _email);

    [Fact]
    public async Task InviteAsync_MixedList_ReachesEachByTheirMeansAndCountsAll()
    {
        await _bench.Invitations.OptOutAsync("c-3");
        List<CampaignRejection> rejected = [];
        var list = Customers(300).Select((request, index) => index switch
        {
            1 => request with { EmailAddress = "no address" },
            2 => request with { EmailAddress = null, TelegramUserId = 42 },
            4 => request with { EmailAddress = null },
            _ => request,
        }).Append(Customer(" C-7 ", "other@example.com")).Append(Customer("new", "MAIL8@Example.com"));

        var result = await RunAsync(list, _spring with { Rejected = rejected.Add });

        (result.Read, result.Rejected, result.Invited).Should().Be((302, 1, 298));
        result.Refused.Should().BeEquivalentTo(new Dictionary<InvitationRefusal, long> { [InvitationRefusal.OptedOut] = 1, [InvitationRefusal.InvitedAlready] = 2 });
        (result.Delivered, result.Unreachable).Should().Be((297, 1));
        rejected.Should().ContainSingle().Which.Should().Match<CampaignRejection>(row => row.Position == 2 && row.Problem.Contains("EmailAddress") && !row.Problem.Contains("no address"));
        _email.Sent.Should().HaveCount(296).And.OnlyHaveUniqueItems(message => message.Recipient.Customer);
        _email.MostAtOnce.Should().BeLessThanOrEqualTo(4);
        (await _bench.Invitations.GetFunnelAsync(InvitationBench.Public, "spring")).Should().BeEquivalentTo(new { Invited = 298, Delivered = 297, Unknown = 0 });
    }

    [Fact]
    public async Task InviteAsync_RunAgain_InvitesNobodyTwiceAndDeliversWhatWasLeft()
    {
        using var stop = new CancellationTokenSource();
        _email.Answer = _ =>
        {
            if (_email.Sent.Count >= 60)
            {
                stop.Cancel();
            }

            return null;
        };
        var run = () => _bench.Invitations.InviteAsync(_spring, Customers(150).ToAsyncEnumerable(), null, stop.Token);
        await run.Should().ThrowAsync<OperationCanceledException>();
        _email.Sent.Count.Should().BeLessThan(150);

        await RunAsync(Customers(150));

        _email.Sent.Should().HaveCount(150).And.OnlyHaveUniqueItems(message => message.Recipient.Customer);
    }

    [Fact]
    public async Task InviteAsync_Bounce_TriesTheNextMeans_AndTheAddressIsNotUsedAgain()
    {
        var letters = new ScriptedTransport("letters");
        var bench = new InvitationBench(1000, _email, letters);
        _email.Answer = message => message.Recipient.Customer == "c-0" ? InvitationReceipt.Bounced("550 5.1.1") : null;

        var result = await bench.Invitations.InviteAsync(_spring with { Transports = ["email", "letters"] }, Customers(2).ToAsyncEnumerable());

        (result.Delivered, result.Bounced).Should().Be((2, 1));
        letters.Sent.Should().ContainSingle().Which.Recipient.Customer.Should().Be("c-0");
        (await bench.EventsAsync()).Should().Contain(entry => entry.Kind == ConsentEventKind.Bounced && entry.Transport == "email" && entry.Evidence.Reason == "550 5.1.1");
        var elsewhere = await bench.Invitations.CreateAsync(Customer("c-0", "mail0@example.com") with { Channel = InvitationBench.Private });
        var send = () => bench.Invitations.SendAsync(elsewhere.Id, "email");
        (await send.Should().ThrowAsync<TelegramMarketingException>()).Which.Refusal.Should().Be(InvitationRefusal.OptedOut);
    }

    [Fact]
    public async Task InviteAsync_UnknownOutcome_IsNeitherSentAgainNorForgotten()
    {
        _email.Answer = message => message.Recipient.Customer == "c-1" ? throw new IOException("mail1@example.com: broken") : null;
        (await RunAsync(Customers(3))).Unknown.Should().Be(1);
        _email.Answer = _ => null;

        var again = await RunAsync(Customers(3));

        (again.Invited, again.Delivered).Should().Be((0, 0));
        _email.Sent.Should().HaveCount(3);
        (await _bench.Invitations.GetFunnelAsync(InvitationBench.Public, "spring")).Should().BeEquivalentTo(new { Delivered = 2, Unknown = 1 });
        _bench.Logs.GetSnapshot().Should().Contain(log => log.Message.Contains("IOException")).And.NotContain(log => log.Message.Contains("mail1"));
    }

    [Fact]
    public async Task InviteAsync_OptOutWhileBeingInvited_IsNotWrittenTo()
    {
        _bench.Options.Invitations.DailyLimit = 5;
        var running = RunAsync(Customers(8));
        await UntilAsync(() => _email.Sent.Count == 5);
        var left = Enumerable.Range(0, 8).Select(i => $"c-{i}").Except(_email.Sent.Select(message => message.Recipient.Customer)).ToList();
        await _bench.Invitations.OptOutAsync(left[0]);
        while (!running.IsCompleted)
        {
            _bench.Time.Advance(TimeSpan.FromMinutes(10));
            await Task.Yield();
        }

        (await running).Delivered.Should().Be(7);
        _email.Sent.Should().NotContain(message => message.Recipient.Customer == left[0]);
    }

    [Fact]
    public async Task InviteAsync_QuietHours_WaitForTheCustomersOwnMorning()
    {
        // It is 10:00 in Rome, 12:00 in Moscow, and 4:00 in New York.
        _bench.Options.Invitations.QuietHours = new QuietHours(new TimeOnly(21, 0), new TimeOnly(8, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"));
        string?[] zones = [null, "Europe/Moscow", "America/New_York"];
        var waits = new TaskCompletionSource<CampaignProgress>(TaskCreationOptions.RunContinuationsAsynchronously);
        var list = Customers(3).Select((request, index) => request with { TimeZone = zones[index] is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : null });
        var running = _bench.Invitations.InviteAsync(_spring, list.ToAsyncEnumerable(), new FirstWait(waits));

        (await waits.Task).WaitingUntil.Should().Be(new DateTimeOffset(2026, 1, 5, 13, 0, 0, TimeSpan.Zero));
        _email.Sent.Should().HaveCount(2);
        _bench.Time.Advance(TimeSpan.FromHours(4));
        while (!running.IsCompleted)
        {
            // The timer may have been set after the four hours.
            _bench.Time.Advance(TimeSpan.FromMinutes(10));
            await Task.Yield();
        }

        (await running).Delivered.Should().Be(3);
    }

    [Fact]
    public async Task InviteAsync_TransportThatFailsAgainAndAgain_EndsAndCanBeResumed()
    {
        _email.Answer = _ => InvitationReceipt.NotSent("535 refused", TimeSpan.Zero, isTransportsFault: true);
        var run = () => RunAsync(Customers(2));
        (await run.Should().ThrowAsync<TelegramMarketingException>()).WithMessage("*'email' has failed 10 times*535 refused*").Which.Error.Should().Be(TelegramMarketingError.Unreachable);
        _email.Answer = _ => null;

        (await RunAsync(Customers(2))).Delivered.Should().Be(2);
    }

    [Theory]
    [InlineData("", "email", "*Name has 0 characters*")]
    [InlineData("spring", "pigeon", "*no transport 'pigeon'*telegram, email*")]
    public async Task InviteAsync_WrongCampaign_IsRefusedBeforeAnythingIsRead(string name, string transport, string message)
    {
        var run = () => _bench.Invitations.InviteAsync(new() { Name = name, Channel = InvitationBench.Public, Transports = [transport] }, Never());

        await run.Should().ThrowAsync<ArgumentException>().WithMessage(message);
    }

    private static InvitationRequest Customer(string id, string? email) => InvitationBench.Request(id) with { EmailAddress = email };

    private static IEnumerable<InvitationRequest> Customers(int count) => Enumerable.Range(0, count).Select(i => Customer($"c-{i}", $"mail{i}@example.com"));

    private static async IAsyncEnumerable<InvitationRequest> Never()
    {
        await Task.Yield();
        throw new InvalidOperationException("The list was read.");
#pragma warning disable CS0162 // An iterator needs one.
        yield break;
#pragma warning restore CS0162
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Yield();
        }
    }

    private Task<CampaignProgress> RunAsync(IEnumerable<InvitationRequest> customers, InvitationCampaign? campaign = null) =>
        _bench.Invitations.InviteAsync(campaign ?? _spring, customers.ToAsyncEnumerable());

    private sealed class FirstWait(TaskCompletionSource<CampaignProgress> waits) : IProgress<CampaignProgress>
    {
        public void Report(CampaignProgress value)
        {
            if (value.WaitingUntil is not null)
            {
                waits.TrySetResult(value);
            }
        }
    }
}
