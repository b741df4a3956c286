using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>What is remembered of a post has a price and an end: a campaign of months must not fill the memory.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests
{
    [Fact]
    public async Task TenThousandPosts_BeyondTheCaps_KeepNothingMore()
    {
        await using var host = Create(caps: 200);
        await PublishAsync(host, 0, 4_000);
        var first = Kept();
        await PublishAsync(host, 4_000, 10_000);
        var second = Kept();

        (second - first).Should().BeLessThan(1_000_000, "six thousand more posts leave nothing behind");
        (await host.LedgerAsync()).Should().HaveCount(200);
    }

    [Fact]
    public async Task ThousandsOfPosts_BelowTheCaps_EachKeepsTheSame()
    {
        const int Step = 600;
        await using var old = Create(caps: 100_000);
        await PublishAsync(old, 0, 5 * Step);
        var fresh = new List<FakeHost>();
        List<double> early = [], late = [];
        for (var pair = 0; pair < 5; pair++)
        {
            // The first step pays for the host.
            fresh.Add(Create(caps: 100_000));
            await PublishAsync(fresh[^1], 0, Step);
            early.Add(await CostAsync(fresh[^1], Step, Step));
            late.Add(await CostAsync(old, (5 + pair) * Step, Step));
        }

        // Turn by turn, and the middle one of each: what the process lets go of at its own time falls into some steps.
        var (first, last) = (early.Order().ElementAt(2), late.Order().ElementAt(2));
        last.Should().BeInRange(first * 0.5, first * 1.5, "a post costs the same, however many there are");
        last.Should().BeLessThan(4_000, "a post, its ledger row and the fake's record of it are small");
        foreach (var host in fresh)
        {
            await host.DisposeAsync();
        }
    }

    private static async Task<double> CostAsync(FakeHost host, int from, int count)
    {
        var before = Kept();
        await PublishAsync(host, from, from + count);
        return (Kept() - before) / (double)count;
    }

    /// <summary>What is kept in the whole process, once what earlier tests left has gone.</summary>
    private static long Kept()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static FakeHost Create(int caps)
    {
        var host = new FakeHost(
            telegram => (telegram.EnforceLimits, telegram.MaxPostsPerChannel, telegram.MaxRequests, telegram.MaxUpdates) = (false, caps, caps, caps),
            options =>
            {
                (options.Pace.MessagesPerSecond, options.Pace.MessagesPerSecondPerChat, options.Pace.MessagesPerMinutePerChannel) = (0, 0, 0);
                options.Memory.EndedPublications = caps;
            },
            builder => builder.Services.AddLogging(logging => logging.ClearProviders())); // a collector would keep every line
        return host;
    }

    private static async Task PublishAsync(FakeHost host, int from, int to)
    {
        for (var number = from; number < to; number++)
        {
            await host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain($"Post {number}")), number % 2 == 0 ? $"key {number}" : null);
        }
    }
}
