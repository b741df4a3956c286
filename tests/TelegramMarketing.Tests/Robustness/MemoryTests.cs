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
    public async Task ThousandsOfPosts_BelowTheCaps_EachKeepsLittle()
    {
        const int Step = 600;
        await using var host = Create(caps: 100_000);
        await PublishAsync(host, 0, 4 * Step);
        var kept = new List<long> { Kept() };
        for (var step = 4; step < 9; step++)
        {
            await PublishAsync(host, step * Step, (step + 1) * Step);
            kept.Add(Kept());
        }

        // The middle one: what the process lets go of at its own time falls into some steps. A cost that grew with the number of posts would be far above by now.
        var costs = kept.Zip(kept.Skip(1), (before, after) => (after - before) / (double)Step);
        costs.Order().ElementAt(2).Should().BeLessThan(4_000, "a post, its ledger row and the fake's record of it are small, however many there are");
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
