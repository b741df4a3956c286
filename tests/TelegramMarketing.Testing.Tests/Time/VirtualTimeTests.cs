using TelegramMarketing.Testing.Time;
using TelegramMarketing.Time;

namespace TelegramMarketing.Testing.Tests.Time;

public class VirtualTimeTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly VirtualClock _virtual = new(_start);
    private readonly Clock _clock;

    public VirtualTimeTests() => _clock = new Clock(_virtual);

    [Fact]
    public async Task AdvanceAsync_ByNinetyDays_RunsAnHourlyLoop2160Times()
    {
        var runs = new List<DateTimeOffset>();
        using var stop = new CancellationTokenSource();
        var loop = LoopAsync(TimeSpan.FromHours(1), () => runs.Add(_clock.UtcNow), stop.Token);

        await _virtual.AdvanceAsync(TimeSpan.FromDays(90));

        runs.Should().HaveCount(2160);
        runs.Should().Equal(Enumerable.Range(1, 2160).Select(hour => _start.AddHours(hour)));
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => loop).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task SuspendAsync_OverNinetyDays_RunsAnHourlyLoopOnceAtTheirEnd()
    {
        var runs = new List<DateTimeOffset>();
        using var stop = new CancellationTokenSource();
        var loop = LoopAsync(TimeSpan.FromHours(1), () => runs.Add(_clock.UtcNow), stop.Token);

        await _virtual.SuspendAsync(TimeSpan.FromDays(90));
        await _virtual.AdvanceAsync(TimeSpan.FromMinutes(90));

        runs.Should().Equal(_start.AddDays(90), _start.AddDays(90).AddHours(1));
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => loop).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task SuspendAsync_OverManyPeriods_FiresATimerOnceAndInOrderOfTheTimesDue()
    {
        var fired = new List<string>();
        await using var periodic = _virtual.CreateTimer(_ => fired.Add($"every minute at {_clock.UtcNow - _start}"), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        await using var once = _virtual.CreateTimer(_ => fired.Add($"once at {_clock.UtcNow - _start}"), null, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);

        await _virtual.SuspendAsync(TimeSpan.FromHours(8));
        await _virtual.AdvanceAsync(TimeSpan.FromMinutes(1));

        fired.Should().Equal("once at 08:00:00", "every minute at 08:00:00", "every minute at 08:01:00");
    }

    [Fact]
    public async Task AdvanceAsync_WithTimersDueTogether_FiresInTheOrderTheyWereArmed()
    {
        var fired = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            var number = i;
            _ = _virtual.CreateTimer(_ => fired.Add(number), null, TimeSpan.FromSeconds(i == 4 ? 1 : 5), Timeout.InfiniteTimeSpan);
        }

        await _virtual.AdvanceAsync(TimeSpan.FromSeconds(5));

        fired.Should().Equal(4, 0, 1, 2, 3);
    }

    [Fact]
    public async Task AdvanceAsync_BetweenTimers_WaitsForWhatTheyWoke()
    {
        var events = new List<string>();
        var first = WorkAsync(1, "first");
        var second = WorkAsync(2, "second");

        await _virtual.AdvanceAsync(TimeSpan.FromSeconds(2));

        events.Should().Equal("first begins at 1", "first ends at 1", "second begins at 2", "second ends at 2");
        await first;
        await second;

        async Task WorkAsync(int second, string name)
        {
            using var activity = _clock.Begin();
            await _clock.DelayAsync(TimeSpan.FromSeconds(second));
            events.Add($"{name} begins at {(_clock.UtcNow - _start).TotalSeconds}");
            for (var i = 0; i < 100; i++)
            {
                await Task.Yield();
            }

            events.Add($"{name} ends at {(_clock.UtcNow - _start).TotalSeconds}");
        }
    }

    [Fact]
    public async Task NestedOperations_SideBySide_AreWaitedForAndThenQuiet()
    {
        var outer = OuterAsync();

        await _virtual.AdvanceAsync(TimeSpan.FromSeconds(3));

        (await outer).Should().Equal(1, 2, 3);

        async Task<double[]> OuterAsync()
        {
            using var activity = _clock.BeginOperation();
            return await Task.WhenAll(InnerAsync(1), InnerAsync(2), InnerAsync(3));
        }

        async Task<double> InnerAsync(int seconds)
        {
            using var activity = _clock.BeginOperation();
            await _clock.DelayAsync(TimeSpan.FromSeconds(seconds));
            return (_clock.UtcNow - _start).TotalSeconds;
        }
    }

    [Fact]
    public async Task Timer_ChangedDisposedPeriodic_FiresAsItShould()
    {
        var ticks = 0;
        var changed = 0;
        var disposed = 0;
        await using var periodic = _virtual.CreateTimer(_ => ticks++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        await using var moved = _virtual.CreateTimer(_ => changed++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        var gone = _virtual.CreateTimer(_ => disposed++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        moved.Change(TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan).Should().BeTrue();
        await gone.DisposeAsync();
        gone.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Should().BeFalse();

        await _virtual.AdvanceAsync(TimeSpan.FromSeconds(10));

        (ticks, changed, disposed).Should().Be((5, 0, 0));
        await _virtual.AdvanceAsync(TimeSpan.FromSeconds(10));
        (ticks, changed, disposed).Should().Be((10, 1, 0));
    }

    [Fact]
    public async Task Timestamps_FollowTheClock()
    {
        var before = _virtual.GetTimestamp();

        await _virtual.AdvanceAsync(TimeSpan.FromMinutes(3));

        _virtual.GetElapsedTime(before).Should().Be(TimeSpan.FromMinutes(3));
        _virtual.GetUtcNow().Should().Be(_start.AddMinutes(3));
        _virtual.LocalTimeZone.Should().Be(TimeZoneInfo.Utc);
    }

    [Fact]
    public async Task AdvanceAsync_FromInsideTheLibrary_IsRefused()
    {
        using var activity = _clock.BeginOperation("PublishAsync");

        await FluentActions.Awaiting(() => _virtual.AdvanceAsync(TimeSpan.FromSeconds(1)))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("*PublishAsync*");
    }

    [Fact]
    public async Task AdvanceAsync_WhileSomethingNeverWaitsOnTheClock_SaysWhatItIs()
    {
        var impatient = new VirtualClock(_start, TimeSpan.FromMilliseconds(50));
        var never = new TaskCompletionSource();
        var stuck = StuckAsync();

        await FluentActions.Awaiting(() => impatient.AdvanceAsync(TimeSpan.FromSeconds(1)))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("*StuckAsync*");
        never.SetResult();
        await stuck;
        await impatient.AdvanceAsync(TimeSpan.FromSeconds(1));

        async Task StuckAsync()
        {
            using var activity = new Clock(impatient).Begin(nameof(StuckAsync));
            await never.Task;
        }
    }

    [Fact]
    public async Task AdvanceAsync_CalledTwiceAtOnce_TakesTurns()
    {
        await Task.WhenAll(_virtual.AdvanceAsync(TimeSpan.FromSeconds(1)), _virtual.AdvanceAsync(TimeSpan.FromSeconds(2)));

        _virtual.GetUtcNow().Should().Be(_start.AddSeconds(3));
    }

    [Fact]
    public async Task RunsByItself_WhileAnOperationIsAwaited_TimeMovesOnlyThen()
    {
        var background = 0;
        using var stop = new CancellationTokenSource();
        var loop = LoopAsync(TimeSpan.FromMinutes(1), () => background++, stop.Token);
        _virtual.RunsByItself = true;

        for (var i = 0; i < 3; i++)
        {
            await OperationAsync();
        }

        background.Should().Be(31);
        _virtual.GetUtcNow().Should().Be(_start.AddMinutes(31.5));
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => loop).Should().ThrowAsync<OperationCanceledException>();

        async Task OperationAsync()
        {
            using var activity = _clock.BeginOperation();
            await _clock.DelayAsync(TimeSpan.FromMinutes(10.5));
        }
    }

    private async Task LoopAsync(TimeSpan every, Action run, CancellationToken cancellationToken)
    {
        using var activity = _clock.Begin();
        while (true)
        {
            await _clock.DelayAsync(every, cancellationToken);
            run();
        }
    }
}
