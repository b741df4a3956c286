using CsCheck;
using TelegramMarketing.Delivery;

namespace TelegramMarketing.Tests.Delivery;

public class SlidingWindowTests
{
    private const long Millisecond = TimeSpan.TicksPerMillisecond;
    private const long Second = TimeSpan.TicksPerSecond;

    /// <summary>
    /// Each message with its cost and the times that it takes to the server and back. Every eighth is as fast as the network allows, from which
    /// the window knows the shortest round trip.
    /// </summary>
    private static readonly Gen<(int Cost, long There, long Back)[]> _messages =
        Gen.Select(Gen.Int[1, 12], Gen.Long[0, 300 * Millisecond], Gen.Long[0, 300 * Millisecond]).Array[80, 200]
            .Select(messages => messages.Select((message, i) => i % 8 == 0 ? (message.Item1, 20 * Millisecond, 30 * Millisecond) : (message.Item1, 20 * Millisecond + message.Item2, 30 * Millisecond + message.Item3)).ToArray());

    [Fact]
    public void EarliestStart_AnyLatencies_NeverLetsMoreThanTheLimitIntoAnyWindow() => _messages.Sample(messages =>
    {
        var accepted = Simulate(messages, limit: 30);
        for (var i = 30; i < accepted.Count; i++)
        {
            (accepted[i] - accepted[i - 30]).Should().BeGreaterThanOrEqualTo(Second, "the 31st message, counting from number {0}, comes a second later", i - 30);
        }
    });

    [Fact]
    public void EarliestStart_SteadyLatency_UsesNearlyTheWholeLimit()
    {
        var accepted = Simulate(Enumerable.Repeat((1, 20 * Millisecond, 30 * Millisecond), 3_000).ToArray(), limit: 30);

        var rate = (accepted.Count - 1) * (double)Second / (accepted[^1] - accepted[0]);
        rate.Should().BeInRange(29.7, 30.4);
    }

    [Fact]
    public void EarliestStart_OneMessageHangs_OnlyItsOwnPlaceIsTaken()
    {
        var latency = Known(50 * Millisecond);
        var window = new SlidingWindow(4, TimeSpan.FromSeconds(1), latency);
        window.Charge(1, 0);
        for (var i = 0; i < 3; i++)
        {
            window.Complete(window.Charge(1, 0), 1, 50 * Millisecond);
        }

        window.EarliestStart(3, 2 * Second).Should().BeLessThan(2 * Second);
        window.EarliestStart(4, 2 * Second).Should().Be(long.MaxValue, "the one that hangs may be accepted at any moment");
    }

    [Fact]
    public void EarliestStart_AllHang_HalfOfThePaceIsLeft()
    {
        var window = new SlidingWindow(4, TimeSpan.FromSeconds(1), Known(50 * Millisecond));
        window.Charge(4, 0);

        window.EarliestStart(2, 2 * Second).Should().BeLessThan(2 * Second);
        window.EarliestStart(3, 2 * Second).Should().Be(long.MaxValue);
    }

    [Fact]
    public void EarliestStart_AlbumOfTenInAChatOfOneASecond_KeepsTheChatForTenSeconds()
    {
        var window = new SlidingWindow(1, TimeSpan.FromSeconds(1), Known(50 * Millisecond));
        window.Complete(window.Charge(10, 0), 10, 50 * Millisecond);

        window.EarliestStart(1, Second).Should().BeInRange(10 * Second, 10 * Second + (10 * Millisecond));
    }

    [Fact]
    public void EarliestStart_AfterAStall_OwesNothing()
    {
        var window = new SlidingWindow(2, TimeSpan.FromSeconds(1), Known(50 * Millisecond));
        window.Complete(window.Charge(2, 0), 2, 50 * Millisecond);
        window.Complete(window.Charge(2, 100 * Second), 2, 50 * Millisecond);

        window.EarliestStart(1, 100 * Second).Should().BeGreaterThanOrEqualTo(101 * Second);
    }

    [Fact]
    public void Withdraw_TheLastCharge_LeavesNoTrace()
    {
        var window = new SlidingWindow(1, TimeSpan.FromSeconds(1), Known(50 * Millisecond));

        window.Withdraw(window.Charge(3, 0));

        window.EarliestStart(1, 0).Should().Be(0);
        window.IsIdle(0).Should().BeTrue();
    }

    private static LatencyEstimate Known(long roundTrip)
    {
        var latency = new LatencyEstimate();
        for (var i = 0; i < 10; i++)
        {
            latency.Add(roundTrip);
        }

        return latency;
    }

    /// <summary>Sends each message as soon as the window lets it go.</summary>
    /// <returns>When the server saw each of the messages, an album's items together, in order.</returns>
    private static List<long> Simulate((int Cost, long There, long Back)[] messages, int limit)
    {
        var latency = Known(50 * Millisecond);
        var window = new SlidingWindow(limit, TimeSpan.FromSeconds(1), latency);
        var answers = new PriorityQueue<(long First, int Cost, long RoundTrip), long>();
        var accepted = new List<long>();
        long now = 0;
        foreach (var (cost, there, back) in messages)
        {
            while (window.EarliestStart(cost, now) is var start && start > now)
            {
                if (answers.TryPeek(out _, out var next) && next <= start)
                {
                    now = Math.Max(now, next);
                    Answer();
                }
                else
                {
                    now = start;
                }
            }

            answers.Enqueue((window.Charge(cost, now), cost, there + back), now + there + back);
            accepted.AddRange(Enumerable.Repeat(now + there, cost));
            while (answers.TryPeek(out _, out var due) && due <= now)
            {
                Answer();
            }
        }

        accepted.Sort();
        return accepted;

        void Answer()
        {
            var (first, cost, roundTrip) = answers.Dequeue();
            latency.Add(roundTrip);
            window.Complete(first, cost, roundTrip);
        }
    }
}
