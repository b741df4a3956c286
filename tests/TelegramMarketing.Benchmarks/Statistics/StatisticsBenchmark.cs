using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Benchmarks.Stores;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Benchmarks.Statistics;

/// <summary>How long the report over a large channel takes from a durable store, how much memory, and how long a page of twenty posts with their figures.</summary>
internal static class StatisticsBenchmark
{
    private const int Pages = 200;
    private const int PageSize = 20;

    public static async Task<int> RunAsync(bool quick)
    {
        var figures = new List<Figure>();
        foreach (var create in BenchmarkStore.All())
        {
            await using var store = await create();
            figures.AddRange(await MeasureAsync(store, posts: quick ? 10_000 : 100_000));
        }

        return Figure.Report(figures);
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkStore store, int posts)
    {
        await using var services = Services(store);
        await services.GetRequiredService<BotRegistry>().Get("").PrepareAsync(CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow();
        await StatisticsRowsOfAChannel.AddAsync(store, posts, now);
        var channel = ChannelAddress.Parse(StatisticsRowsOfAChannel.Channel);
        var statistics = services.GetRequiredService<IPostStatistics>();

        // The code is compiled and the file's pages are read before the clock starts.
        await statistics.GetReportAsync(channel, now.AddDays(-100), now);
        await statistics.GetReportAsync(channel, DateTimeOffset.MinValue, now);
        var (mature, matureCpu, memory) = await ReportAsync(statistics, channel, now, new ReportOptions());
        var (equalAge, equalAgeCpu, _) = await ReportAsync(statistics, channel, now, new ReportOptions { Age = TimeSpan.FromHours(24) });
        var pages = await PagesAsync(services, posts, now);

        // PostgreSQL is measured for comparison: the bounds are those of a file on this machine.
        Bound Most(double value) => store is SqliteBenchmarkStore ? Bound.Most(value) : Bound.None;
        var name = $"{store.Name}, {posts:N0} posts";
        return
        [
            new(name, "seconds for the report over mature posts, median", mature, Most(2)),
            new(name, "of which: of the processor, in all threads", matureCpu, Bound.None),
            new(name, "seconds for the report at 24 hours of age, median", equalAge, Most(2)),
            new(name, "of which: of the processor, in all threads", equalAgeCpu, Bound.None),
            new(name, "MB in use at the peak of a report", memory, Most(500), "0"),
            new(name, "ms for a page of twenty posts with their figures, median", pages, Most(5)),
        ];
    }

    private static async Task<(double Seconds, double ProcessorSeconds, double Megabytes)> ReportAsync(IPostStatistics statistics, ChannelAddress channel, DateTimeOffset now, ReportOptions options)
    {
        using var process = Process.GetCurrentProcess();
        var (times, processor) = (new List<double>(), new List<double>());
        for (var round = 0; round < 5; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            var start = TimeProvider.System.GetTimestamp();
            var report = await statistics.GetReportAsync(channel, DateTimeOffset.MinValue, now, options);
            times.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            process.Refresh();
            processor.Add((process.TotalProcessorTime - before).TotalSeconds);
            if (report.Kinds.Count != 4 || report.Kinds.Any(kind => kind.Compared == 0))
            {
                throw new InvalidOperationException("The report is not about what was stored.");
            }
        }

        // Of the whole process, since it started: the database driver's own memory is in it as well.
        return (Median(times), Median(processor), process.PeakWorkingSet64 / 1e6);
    }

    private static async Task<double> PagesAsync(IServiceProvider services, int posts, DateTimeOffset now)
    {
        await using var storage = services.GetRequiredKeyedService<IBotStorageFactory>("").Open(services.GetRequiredService<BotRegistry>().Get("").Context);
        var times = new List<double>();
        for (var page = 0; page < Pages; page++)
        {
            // All over the channel, the latest page included.
            int? before = page == 0 ? null : posts - (page * (posts / Pages));
            var start = TimeProvider.System.GetTimestamp();
            var read = await storage.Statistics.LoadPageAsync(StatisticsRowsOfAChannel.Channel, DateTimeOffset.MinValue, now, before, PageSize, CancellationToken.None);
            times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            if (read.Count != PageSize || read.Any(post => post.Views is null))
            {
                throw new InvalidOperationException("The page does not hold what was stored.");
            }
        }

        return Median(times);
    }

    private static ServiceProvider Services(BenchmarkStore store)
    {
        var services = new ServiceCollection();
        store.Use(services.AddTelegramMarketing(options =>
        {
            options.BotToken = "1:AAtokenAAtokenAAtokenAAtokenAAtokenA";
            options.ApiAddress = new Uri("http://127.0.0.1:9");
            options.PublicPagesAddress = new Uri("http://127.0.0.1:9");
            options.Statistics.Channels.Add(ChannelAddress.Parse(StatisticsRowsOfAChannel.Channel));
        }));
        return services.BuildServiceProvider();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
