using System.Net;
using TelegramMarketing.PublicPages;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tests.PublicPages;

public sealed class PageReaderTests : IDisposable
{
    private const string Path = "/s/panificioaurora";
    private readonly ScriptedSite _site = new();
    private readonly Clock _clock;
    private readonly PageAddress _address = PageAddress.Preview("PanificioAurora");

    public PageReaderTests() => _clock = _site.Context.Clock;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Read_AgainWithinTheTime_IsServedFromMemoryAndAges()
    {
        _site.Show("/panificioaurora", Page.Own("landing-channel.html"));
        var source = new PublicPageSource(_site.Context);
        var channel = ChannelAddress.FromUsername("PanificioAurora");

        await source.ReadSubscribersAsync(channel);
        await _site.Time.AdvanceAsync(TimeSpan.FromSeconds(20));
        var reading = await source.ReadSubscribersAsync(channel);

        _site.Requests.Should().ContainSingle();
        reading!.Staleness.Should().BeCloseTo(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5));
        (reading.ObservedAt - reading.Staleness).Should().Be(reading.TrueFrom).And.Be(_site.Requests.Single().At);

        await _site.Time.AdvanceAsync(TimeSpan.FromSeconds(30));
        await source.ReadSubscribersAsync(channel);
        _site.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Read_ByManyAtOnce_AsksOnce()
    {
        _site.Answer(Path, ScriptedSite.Reset(), ScriptedSite.Html(Page.Own("preview.html")));
        var reader = new PageReader(_site.Context);

        _site.Time.RunsByItself = false;
        var reads = Enumerable.Range(0, 50).Select(_ => ReadAsync(reader)).ToList();
        _site.Time.RunsByItself = true;
        var answers = await Task.WhenAll(reads);

        answers.Should().AllSatisfy(answer => answer.Should().BeSameAs(answers[0]));
        _site.Requests.Should().HaveCount(2, "one failed and one answered");
    }

    [Fact]
    public async Task Read_FirstCallerGivesUp_AnotherTakesOver()
    {
        _site.Answer(Path, ScriptedSite.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)), ScriptedSite.Html(Page.Own("preview.html")));
        var reader = new PageReader(_site.Context);
        _site.Time.RunsByItself = false;
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(10), _site.Time);
        var first = ReadAsync(reader, cancellationToken: giveUp.Token);
        var second = ReadAsync(reader);
        _site.Time.RunsByItself = true;

        (await second).Outcome.Should().Be(PageOutcome.Read);
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Read_WaiterGivesUp_DoesNotStopTheRead()
    {
        _site.Answer(Path, ScriptedSite.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)), ScriptedSite.Html(Page.Own("preview.html")));
        var reader = new PageReader(_site.Context);
        _site.Time.RunsByItself = false;
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(10), _site.Time);
        var first = ReadAsync(reader);
        var second = ReadAsync(reader, cancellationToken: giveUp.Token);
        _site.Time.RunsByItself = true;

        (await first).Outcome.Should().Be(PageOutcome.Read);
        await FluentActions.Awaiting(() => second).Should().ThrowAsync<OperationCanceledException>();
        _site.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Read_ManyPages_AreSpaced()
    {
        var reader = new PageReader(_site.Context);
        for (var before = 1; before <= 5; before++)
        {
            _site.Show($"{Path}?before={before}", Page.Own("preview.html"));
        }

        await Task.WhenAll(Enumerable.Range(1, 5).Select(before => ReadAsync(reader, address: PageAddress.Preview("PanificioAurora", before))));

        var times = _site.Requests.Select(request => request.At).ToList();
        times.Zip(times.Skip(1), (earlier, later) => later - earlier).Should().AllSatisfy(gap => gap.Should().Be(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Read_CallersThatGiveUpTheirTurn_DelayNobody()
    {
        var reader = new PageReader(_site.Context);
        for (var before = 1; before <= 50; before++)
        {
            _site.Show($"{Path}?before={before}", Page.Own("preview.html"));
        }

        using var giveUp = new CancellationTokenSource();
        await ReadAsync(reader, PageAddress.Preview("PanificioAurora", 1));
        _site.Time.RunsByItself = false;
        var impatient = Enumerable.Range(2, 48).Select(before => ReadAsync(reader, PageAddress.Preview("PanificioAurora", before), giveUp.Token)).ToList();
        var patient = ReadAsync(reader, PageAddress.Preview("PanificioAurora", 50));
        await giveUp.CancelAsync();
        _site.Time.RunsByItself = true;
        await FluentActions.Awaiting(() => Task.WhenAll(impatient)).Should().ThrowAsync<OperationCanceledException>();
        await patient;

        _site.Requests.Should().HaveCount(2);
        (_site.Requests.Last().At - _site.Requests.First().At).Should().Be(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task Read_ServerThatFailsTwice_IsTriedAgain(HttpStatusCode status)
    {
        _site.Answer(Path, ScriptedSite.Status(status), ScriptedSite.Status(status), ScriptedSite.Html(Page.Own("preview.html")));

        (await RunAsync()).Outcome.Should().Be(PageOutcome.Read);
    }

    [Fact]
    public async Task Read_NoConnection_EndsInUnreachableWithoutAnAddressInTheMessage()
    {
        _site.Answer(Path, ScriptedSite.Reset());

        var thrown = await FluentActions.Awaiting(RunAsync).Should().ThrowAsync<TelegramMarketingException>();

        thrown.Which.Error.Should().Be(TelegramMarketingError.Unreachable);
        thrown.Which.ToString().Should().NotContain("t.me");
        _site.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task Read_RetryAfterInReason_IsWaitedFor()
    {
        _site.Answer(Path, ScriptedSite.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(40)), ScriptedSite.Html(Page.Own("preview.html")));

        (await RunAsync()).Outcome.Should().Be(PageOutcome.Read);
        (_site.Requests.Last().At - _site.Requests.First().At).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Read_RetryAfterBeyondReason_IsHandedToTheCaller()
    {
        _site.Answer(Path, ScriptedSite.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromHours(2)));

        var answer = await RunAsync();

        answer.Outcome.Should().Be(PageOutcome.Throttled);
        answer.RetryAfter.Should().Be(TimeSpan.FromHours(2));
        _site.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("https://t.me/s/PanificioAurora")]
    [InlineData("https://t.me/somebodyelse")]
    [InlineData("https://t.me/xpanificioaurora")]
    [InlineData("/")]
    public async Task Read_RedirectToElsewhere_IsUnreadableAndNotFollowed(string location)
    {
        _site.Redirect(Path, location);

        (await RunAsync()).Outcome.Should().Be(PageOutcome.Unreadable);
        _site.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("https://t.me/PanificioAurora")]
    [InlineData("/panificioaurora")]
    [InlineData("https://t.me/panificioaurora/?x=1")]
    public async Task Read_RedirectToTheLandingPage_IsTheAnswer(string location)
    {
        _site.Redirect(Path, location);

        (await RunAsync()).Outcome.Should().Be(PageOutcome.SentToLanding);
        _site.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Read_EndlessPage_IsGivenUp()
    {
        _site.Answer(Path, () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) });

        (await RunAsync()).Outcome.Should().Be(PageOutcome.Unreadable);
    }

    [Fact]
    public async Task Read_EmptyPage_IsAskedForAnew()
    {
        _site.Answer(Path, ScriptedSite.Html(Page.Own("preview-empty.html")), ScriptedSite.Html(Page.Own("preview.html")));
        var reader = new PageReader(_site.Context);

        (await ReadAsync(reader)).As<PreviewPage>()!.IsEmpty.Should().BeTrue();
        (await ReadAsync(reader)).As<PreviewPage>()!.IsEmpty.Should().BeFalse();
    }

    [Fact]
    public async Task Read_MorePagesThanAreKept_ForgetsTheOldest()
    {
        _site.Options.PublicPages.Spacing = TimeSpan.Zero;
        _site.Options.PublicPages.CacheFor = TimeSpan.FromDays(1);
        var reader = new PageReader(_site.Context);
        for (var before = 1; before <= PageCache.Capacity + 1; before++)
        {
            var address = PageAddress.Preview("PanificioAurora", before);
            _site.Show($"{Path}?before={before}", Html.Preview("panificioaurora", false, Html.Message("panificioaurora", 1, ScriptedSite.Start)));
            await ReadAsync(reader, address: address);
            await _site.Time.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        reader.FindKept(PageAddress.Preview("PanificioAurora", 1)).Should().BeNull();
        reader.FindKept(PageAddress.Preview("PanificioAurora", 2)).Should().NotBeNull();
    }

    [Fact]
    public async Task Read_Request_SaysWhoAsks()
    {
        _site.Show(Path, Page.Own("preview.html"));

        await RunAsync();

        _site.Messages.Single().Headers.UserAgent.ToString().Should().StartWith("TelegramMarketing/");
        _site.Messages.Single().Method.Should().Be(HttpMethod.Get);
    }

    private Task<PageAnswer> RunAsync() => ReadAsync(new PageReader(_site.Context));

    private async Task<PageAnswer> ReadAsync(PageReader reader, PageAddress? address = null, CancellationToken cancellationToken = default)
    {
        using var operation = _clock.BeginOperation();
        return await reader.ReadAsync(address ?? _address, cancellationToken);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
