using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelegramMarketing.CrashTest.Posts;
using TelegramMarketing.CrashTest.Time;

namespace TelegramMarketing.CrashTest.Child;

/// <summary>
/// A company's process, as any host is: at every start it schedules its campaign, each post with its key, and the ends of its offers, and lets the library work. It says what it was told on its output.
/// </summary>
internal sealed class Newsroom(Orders orders, IHost host, FastTime time)
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _retry = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs until it is killed, or its input ends.</summary>
    public static async Task RunAsync()
    {
        if (await Parent.ListenAsync<Orders>() is not { } orders)
        {
            return;
        }

        var time = new FastTime(orders.Time);
        using var host = BotHost.Build(orders, time);
        await new Newsroom(orders, host, time).WorkAsync();
    }

    private async Task WorkAsync()
    {
        await PersistAsync(() => host.StartAsync());
        Console.WriteLine("started");
        if (orders.Schedules)
        {
            await ScheduleAsync();
            Console.WriteLine("all scheduled");
        }

        while (true)
        {
            await Task.Delay(_look, TimeProvider.System);
            await PersistAsync(ReportAsync);
        }
    }

    private async Task ScheduleAsync()
    {
        var campaign = new Campaign(orders.Round, orders.Files);
        var scheduler = host.Services.GetRequiredService<IPostScheduler>();
        ChannelAddress[] channels = [.. orders.Channels.Select(ChannelAddress.Parse)];
        await Parallel.ForEachAsync(Enumerable.Range(0, orders.Posts), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
            await PersistAsync(async () =>
            {
                var due = orders.DueFrom.AddSeconds(4 * number);
                var soon = time.GetUtcNow().AddMinutes(5);
                var publication = await scheduler.ScheduleAsync(
                    channels[number % channels.Length], campaign.Create(number), due > soon ? due : soon, idempotencyKey: campaign.KeyOf(number), cancellationToken: CancellationToken.None);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scheduled {number} {publication.Id}"));
                if (campaign.EndOf(number) is { } end)
                {
                    await scheduler.EndAsync(publication.Id, end, CancellationToken.None);
                }
            }));
    }

    /// <summary>How many publications are in which state.</summary>
    private async Task ReportAsync()
    {
        var states = LedgerStates.Count(await host.Services.GetRequiredService<IPublicationLedger>().ListAsync().ToListAsync());
        Console.WriteLine(string.Join(' ', states.Select(state => $"{state.Key}={state.Value}").Prepend("ledger")));
    }

    /// <summary>A store that is gone for a while is tried again, as a host does that is told so, and a post whose time has come before it was recorded is given another time.</summary>
    private static async Task PersistAsync(Func<Task> action)
    {
        while (true)
        {
            try
            {
                await action();
                return;
            }
            catch (Exception exception) when (exception is TelegramMarketingException { Error: TelegramMarketingError.StorageUnavailable } or ArgumentOutOfRangeException { ParamName: "at" })
            {
                await Console.Error.WriteLineAsync(exception.Message);
                await Task.Delay(_retry, TimeProvider.System);
            }
        }
    }
}
