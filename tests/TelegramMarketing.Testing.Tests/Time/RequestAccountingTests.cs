using TelegramMarketing.Time;

namespace TelegramMarketing.Testing.Tests.Time;

/// <summary>Virtual time waits for requests, but not for those that Telegram itself holds back.</summary>
public class RequestAccountingTests
{
    private const string Hello = """{"chat_id":"@myshop","text":"Hello"}""";
    private readonly FakeTelegram _fake = new();
    private readonly Clock _clock;

    public RequestAccountingTests() => _clock = new Clock(_fake.Telegram.Clock);

    [Fact]
    public async Task LongPollsOfALoop_DoNotHoldTimeUp()
    {
        await _fake.CallAsync("deleteWebhook", """{"drop_pending_updates":true}""");
        var polls = 0;
        var loop = LoopAsync();

        await _fake.AdvanceAsync(500);

        polls.Should().Be(10);
        _ = loop;

        async Task LoopAsync()
        {
            using var activity = _clock.Begin();
            while (true)
            {
                await _fake.CallAsync("getUpdates", """{"timeout":50}""");
                polls++;
            }
        }
    }

    [Fact]
    public async Task SeveralHeldRequestsOfOneOperation_LetTimePass()
    {
        _fake.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(5)));
        _fake.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(8)));
        var operation = OperationAsync();

        await _fake.AdvanceAsync(10);

        (await operation).Should().Be(8);

        async Task<double> OperationAsync()
        {
            using var activity = _clock.BeginOperation();
            var start = _clock.Timestamp;
            await Task.WhenAll(_fake.CallAsync("sendMessage", Hello), _fake.CallAsync("sendMessage", Hello));
            return _clock.Elapsed(start).TotalSeconds;
        }
    }

    [Fact]
    public async Task GivingUpAHeldRequest_GoesOnAtThatMoment()
    {
        _fake.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromMinutes(5)));
        var gaveUpAt = TimeSpan.Zero;
        var operation = OperationAsync();

        await _fake.Telegram.AdvanceAsync(TimeSpan.FromMinutes(10));

        await operation;
        gaveUpAt.Should().Be(TimeSpan.FromSeconds(100));
        _fake.Shop.Posts.Should().ContainSingle("the request went on by itself");

        async Task OperationAsync()
        {
            using var activity = _clock.BeginOperation();
            using var timeout = _clock.CreateTimeout(TimeSpan.FromSeconds(100));
            var start = _clock.Timestamp;
            try
            {
                using var content = new StringContent(Hello, null, "application/json");
                await _fake.Http.PostAsync($"https://api.telegram.org/bot{_fake.Bot.Token}/sendMessage", content, timeout.Token);
            }
            catch (OperationCanceledException)
            {
                gaveUpAt = _clock.Elapsed(start);
            }
        }
    }

    [Fact]
    public async Task RunByItself_AnOperationThatTelegramHoldsBack_EndsWithoutAdvancing()
    {
        _fake.Telegram.RunByItself = true;
        _fake.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(8)));
        var start = _clock.Timestamp;

        await OperationAsync();

        _clock.Elapsed(start).Should().Be(TimeSpan.FromSeconds(8));

        async Task OperationAsync()
        {
            using var activity = _clock.BeginOperation();
            await _fake.CallAsync("sendMessage", Hello);
        }
    }

    [Fact]
    public async Task SameProgram_RunTwice_GivesTheSameHistory()
    {
        var first = await RunAsync();
        var second = await RunAsync();
        string.Join("\n", second.Except(first)).Should().BeEmpty();
        string.Join("\n", first.Except(second)).Should().BeEmpty();

        static async Task<List<string>> RunAsync()
        {
            var fake = new FakeTelegram(options => options.Latency = TimeSpan.FromMilliseconds(40));
            var clock = new Clock(fake.Telegram.Clock);
            var loops = Enumerable.Range(1, 5).Select(LoopAsync).ToList();
            await fake.Telegram.AdvanceAsync(TimeSpan.FromHours(1));
            loops.Should().AllSatisfy(loop => loop.IsFaulted.Should().BeFalse(loop.Exception?.ToString()));
            return [.. fake.Telegram.Requests.Select(request => $"{request.At:O} {request.Parameters["text"]}"), .. fake.Shop.Posts.Select(post => $"{post.Date:O} {post.MessageId}")];

            async Task LoopAsync(int number)
            {
                using var activity = clock.Begin();
                while (true)
                {
                    await clock.DelayAsync(TimeSpan.FromSeconds(7 * number));
                    await fake.CallAsync("sendMessage", $$"""{"chat_id":"@myshop","text":"Loop {{number}}"}""");
                }
            }
        }
    }

    [Fact]
    public async Task ManyCallersAtOnce_FromManyThreads_AreAllServed()
    {
        var fake = new FakeTelegram(options => options.EnforceLimits = false);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => fake.CallAsync("sendMessage", Hello))));

        fake.Shop.Posts.Select(post => post.MessageId).Should().Equal(Enumerable.Range(2, 200));
    }
}
