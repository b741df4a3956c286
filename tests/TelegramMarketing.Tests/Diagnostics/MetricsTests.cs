using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Diagnostics;

/// <summary>What the instruments of docs/telemetry.md say of what happens on the wire, in virtual time.</summary>
public class MetricsTests
{
    private const string Outcome = "telegram_marketing.outcome";
    private const string Kind = "telegram_marketing.kind";
    private const string ErrorType = "error.type";
    private const string Method = "telegram.method";

    [Fact]
    public async Task Publications_Published_AreCountedByKindWithoutAnError()
    {
        await using var host = new ObservedHost();
        using var counted = host.Collect<long>("telegram_marketing.publications");

        await host.PublishAsync(kind: PostKind.Promotion);

        var only = counted.GetMeasurementSnapshot().Should().ContainSingle().Which;
        only.Value.Should().Be(1);
        only.Tags.Should().BeEquivalentTo(new Dictionary<string, object?> { [Outcome] = "Published", [Kind] = "Promotion" });
    }

    [Theory]
    [InlineData(400, "MESSAGE_EMPTY", "Rejected", null)]
    [InlineData(403, "CHAT_WRITE_FORBIDDEN", "Held", "MissingRights")]
    public async Task Publications_RefusedByTelegram_AreCountedWithTheError(int code, string description, string outcome, string? error)
    {
        await using var host = new ObservedHost();
        using var counted = host.Collect<long>("telegram_marketing.publications");
        host.Telegram.FailNext(TelegramFault.Refuse(code, description));

        var thrown = await host.FailToPublishAsync();

        var tags = counted.GetMeasurementSnapshot().Should().ContainSingle().Which.Tags;
        tags[Outcome].Should().Be(outcome);
        tags[ErrorType].Should().Be(error ?? thrown.Error.ToString());
    }

    [Fact]
    public async Task Publications_HeldAgainAndAgain_AreCountedOnceAndThenByTheirEnd()
    {
        await using var host = new ObservedHost();
        using var counted = host.Collect<long>("telegram_marketing.publications");
        host.Shop.RemoveAdministrator(host.Bot);
        await host.FailToPublishAsync();
        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        host.Telegram.Requests.Count.Should().BeGreaterThan(2, "it was tried again meanwhile");

        host.Shop.AddAdministrator(host.Bot);
        await host.Telegram.AdvanceAsync(TimeSpan.FromMinutes(6));

        counted.GetMeasurementSnapshot().Select(one => one.Tags[Outcome]).Should().Equal("Held", "Published");
    }

    [Fact]
    public async Task Publications_CancelledInTheLedger_AreCountedAndLeaveTheQueue()
    {
        await using var host = new ObservedHost();
        using var counted = host.Collect<long>("telegram_marketing.publications");
        using var depth = host.Collect<int>("telegram_marketing.queue.depth");
        host.Shop.RemoveAdministrator(host.Bot);
        var held = await host.FailToPublishAsync();
        depth.RecordObservableInstruments();

        await host.Ledger.CancelAsync(held.PublicationId!.Value);
        depth.RecordObservableInstruments();

        counted.GetMeasurementSnapshot().Select(one => one.Tags[Outcome]).Should().Equal("Held", "Cancelled");
        counted.LastMeasurement!.Tags.Should().NotContainKey(ErrorType, "nothing went wrong");
        depth.GetMeasurementSnapshot().Select(one => one.Value).Should().Equal(1, 0);
    }

    [Fact]
    public async Task SendDuration_OfASlowAnswer_IsItsTimeInSeconds()
    {
        await using var host = new ObservedHost();
        host.Telegram.RunByItself = true;
        using var durations = host.Collect<double>("telegram_marketing.send.duration");
        host.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(8)));

        await host.PublishAsync();

        var only = durations.GetMeasurementSnapshot().Should().ContainSingle().Which;
        only.Value.Should().BeApproximately(8, 0.1);
        only.Tags.Should().BeEquivalentTo(new Dictionary<string, object?> { [Method] = "sendMessage", [Outcome] = "Sent" });
    }

    [Fact]
    public async Task SendDurationAndThrottled_After429_TellTheRefusedTryAndTheSuccess()
    {
        await using var host = new ObservedHost();
        host.Telegram.RunByItself = true;
        using var durations = host.Collect<double>("telegram_marketing.send.duration");
        using var throttled = host.Collect<long>("telegram_marketing.throttled");
        host.Telegram.FailNext(TelegramFault.TooManyRequests(5));

        await host.PublishAsync();

        durations.GetMeasurementSnapshot().Select(one => (one.Tags[Outcome], one.Tags.GetValueOrDefault(ErrorType))).Should().Equal(("NotSent", "TooManyRequests"), ("Sent", null));
        throttled.GetMeasurementSnapshot().Should().ContainSingle().Which.Tags.Should().Contain(Method, "sendMessage");
    }

    [Fact]
    public async Task PaceWait_OfThreePostsAtOnce_IsTheTimeThatEachWaited()
    {
        await using var host = new ObservedHost();
        host.Telegram.RunByItself = true;
        using var waits = host.Collect<double>("telegram_marketing.pace.wait");

        await Task.WhenAll(host.PublishAsync("a"), host.PublishAsync("b"), host.PublishAsync("c"));

        // One at a time in a channel: the second asks for leave when the first has it, and waits out its second.
        var values = waits.GetMeasurementSnapshot().Select(one => one.Value).ToList();
        values.Should().HaveCount(3);
        values[0].Should().Be(0);
        values.Skip(1).Should().AllSatisfy(value => value.Should().BeInRange(0.9, 2));
        waits.LastMeasurement!.Tags.Should().Contain("telegram_marketing.priority", "Post");
    }

    [Fact]
    public async Task Queue_WhilePostsWait_TellsTheirNumberAndTheAgeOfTheOldest()
    {
        await using var host = new ObservedHost();
        using var depth = host.Collect<int>("telegram_marketing.queue.depth");
        using var age = host.Collect<double>("telegram_marketing.queue.oldest_age");
        host.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(8)));
        var first = host.PublishAsync("a");
        await host.Telegram.AdvanceAsync(TimeSpan.FromSeconds(3));
        var second = host.PublishAsync("b");
        await host.Telegram.AdvanceAsync(TimeSpan.FromSeconds(2));

        Observe(depth).Should().Be(2);
        Observe(age).Should().Be(5);

        await host.Telegram.AdvanceAsync(TimeSpan.FromSeconds(10));
        await Task.WhenAll(first, second);
        Observe(depth).Should().Be(0);
        Observe(age).Should().Be(0);
    }

    [Fact]
    public async Task Meter_OfANamedBot_CarriesItsName()
    {
        await using var host = new ObservedHost();
        using var counted = host.Collect<long>("telegram_marketing.publications");

        await host.PublishAsync();

        counted.Instrument!.Meter.Tags.Should().Contain(new KeyValuePair<string, object?>("telegram.bot", host.Name));
        counted.Instrument.Unit.Should().Be("{publication}");
    }

    private static T Observe<T>(MetricCollector<T> collector)
        where T : struct
    {
        collector.RecordObservableInstruments();
        return collector.LastMeasurement!.Value;
    }
}
