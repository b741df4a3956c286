using TelegramMarketing.Time;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Tests.Updates;

public sealed class SideBySideTests
{
    [Fact]
    public async Task RunAsync_AllWait_VirtualTimeMayMove()
    {
        var gauge = new CountingTime();
        var clock = new Clock(gauge);
        var gates = new[] { new Gate<bool>(clock), new Gate<bool>(clock), new Gate<bool>(clock) };

        var caller = clock.Begin();
        var running = SideBySide.RunAsync(clock, gates, gate => gate.WaitAsync());

        gauge.Runnable.Should().Be(0, "all wait, the caller included");
        gates[0].TryComplete(true);
        gates[1].TryComplete(true);
        running.IsCompleted.Should().BeFalse();
        gates[2].TryComplete(true);
        await running;
        caller.Dispose();

        gauge.Runnable.Should().Be(0);
        gauge.Lowest.Should().Be(0);
    }

    [Fact]
    public async Task RunAsync_OneFails_TheOthersEndBeforeTheFailureIsSeen()
    {
        var clock = new Clock(new CountingTime());
        var ended = 0;

        var act = () => SideBySide.RunAsync(clock, Enumerable.Range(0, 5), async i =>
        {
            await Task.Yield();
            if (i == 0)
            {
                throw new InvalidOperationException("boom");
            }

            Interlocked.Increment(ref ended);
        });

        await act.Should().ThrowAsync<InvalidOperationException>();
        ended.Should().Be(4);
    }

    [Fact]
    public async Task RunAsync_NothingToDo_ReturnsAtOnce() =>
        await SideBySide.RunAsync(new Clock(new CountingTime()), Array.Empty<int>(), _ => throw new InvalidOperationException());

    private sealed class CountingTime : TimeProvider, IQuietGauge
    {
        private readonly Lock _lock = new();

        public int Runnable { get; private set; }

        public int Lowest { get; private set; }

        public void Enter() => Change(1);

        public void Exit() => Change(-1);

        public void BeginOperation()
        {
        }

        public void EndOperation()
        {
        }

        private void Change(int by)
        {
            lock (_lock)
            {
                Runnable += by;
                Lowest = Math.Min(Lowest, Runnable);
            }
        }
    }
}
