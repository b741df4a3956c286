using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Benchmarks.Server;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Benchmarks.Stores;

/// <summary>
/// How many publications a second a durable store takes from being scheduled to Published, with the pace lifted and a server that limits nothing, beside
/// the same rows written without the library; and how long the next due one is looked for among a million.
/// </summary>
internal static class StoresBenchmark
{
    private const string Text = "Our <b>autumn collection</b> is here: come and see it, or have a look at the new catalogue.";
    private const int Channels = 200;
    private const int Callers = 64;
    private const int Claims = 300;
    private static readonly TimeSpan _ahead = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(bool quick)
    {
        var figures = new List<Figure>();
        foreach (var create in BenchmarkStore.All())
        {
            await using (var store = await create())
            {
                figures.AddRange(await PublishAsync(store, publications: quick ? 2_000 : 10_000));
            }

            await using (var store = await create())
            {
                figures.AddRange(await ClaimAsync(store, rows: quick ? 100_000 : 1_000_000));
            }
        }

        return Figure.Report(figures);
    }

    private static async Task<IReadOnlyList<Figure>> PublishAsync(BenchmarkStore store, int publications)
    {
        using var server = await ServerProcess.StartAsync();
        var time = new JumpingTime();
        await using var services = Services(store, time, server.Address, await server.AddBotAsync(ServerRules.Unlimited));
        var scheduler = services.GetRequiredService<IPostScheduler>();
        await services.GetRequiredService<BotRegistry>().Get("").PrepareAsync(CancellationToken.None);
        await services.GetRequiredService<IChannelPublisher>().PublishAsync(ChannelAddress.Parse("@channel0"), NewPost());

        using var published = new PublishedCounter(publications);
        var start = TimeProvider.System.GetTimestamp();
        var due = time.GetUtcNow() + _ahead;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var post = caller; post < publications; post += Callers)
            {
                await scheduler.ScheduleAsync(ChannelAddress.Parse($"@channel{post % Channels}"), NewPost(), due);
            }
        }));
        var scheduled = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        time.Jump(_ahead);
        await published.Done;
        var whole = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var bare = await BareRows.RunAsync(store, publications);
        var isSqlite = store is SqliteBenchmarkStore;
        return
        [
            new(store.Name, "publications a second, scheduled and published", publications / whole, isSqlite ? Bound.Least(1_000) : Bound.None, "0"),
            new(store.Name, "of which: scheduled a second", publications / scheduled, Bound.None, "0"),
            new(store.Name, "of which: taken to Published a second", publications / (whole - scheduled), Bound.None, "0"),
            new(store.Name, "the same rows without the library, a second", bare, Bound.None, "0"),
            new(store.Name, "of that rate", publications / whole / bare, Bound.None),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> ClaimAsync(BenchmarkStore store, int rows)
    {
        var time = new JumpingTime();
        await using var services = Services(store, time, new Uri("http://127.0.0.1:9"), "1:AAtokenAAtokenAAtokenAAtokenAAtokenA");
        var context = services.GetRequiredService<BotRegistry>().Get("").Context;
        await using var storage = services.GetRequiredKeyedService<IBotStorageFactory>("").Open(context);
        await storage.PrepareAsync(CancellationToken.None);
        var now = time.GetUtcNow();
        await ManyRows.AddAsync(store, rows, now);

        var (looks, claims) = (new List<double>(), new List<double>());
        var before = 0L;
        for (var claim = -50; claim < Claims; claim++)
        {
            // Each time one more is due.
            now += TimeSpan.FromSeconds(1);
            var start = TimeProvider.System.GetTimestamp();
            var next = await storage.Publications.FindDueAsync(now, 1, null, CancellationToken.None);
            var looked = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            next[0].BeginSend(0, now);
            await storage.Publications.SaveAsync(next[0], CancellationToken.None);
            if (claim == 0)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }

            if (claim >= 0)
            {
                looks.Add(looked);
                claims.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        var grown = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Claims;
        var name = $"{store.Name}, {rows:N0} stored";
        return
        [
            new(name, "ms to find the next due, median", Median(looks), Bound.Most(5)),
            new(name, "ms to find it and record the intent, median", Median(claims), Bound.Most(5)),
            new(name, "bytes kept for each claim", grown, Bound.Most(2_000), "0"),
        ];
    }

    private static Post NewPost() => Post.News(PostText.TrustedHtml(Text));

    private static ServiceProvider Services(BenchmarkStore store, JumpingTime time, Uri server, string token)
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<TimeProvider>(ClockKey.For(""), time);
        store.Use(services.AddTelegramMarketing(options =>
        {
            options.BotToken = token;
            options.ApiAddress = server;
            options.Pace.MessagesPerSecond = 0;
            options.Pace.MessagesPerSecondPerChat = 0;
            options.Pace.MessagesPerMinutePerChannel = 0;
        }));
        return services.BuildServiceProvider();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
