using TelegramMarketing.Benchmarks.Overhead;
using TelegramMarketing.Benchmarks.Pacing;
using TelegramMarketing.Benchmarks.Server;
using TelegramMarketing.Benchmarks.Statistics;
using TelegramMarketing.Benchmarks.Stores;

switch (args)
{
    case ["pacing", .. var options]:
        return await PacingBenchmark.RunAsync(quick: options.Contains("--quick"));
    case ["overhead", .. var options]:
        return await OverheadBenchmark.RunAsync(quick: options.Contains("--quick"));
    case ["stores", .. var options]:
        return await StoresBenchmark.RunAsync(quick: options.Contains("--quick"));
    case ["statistics", .. var options]:
        return await StatisticsBenchmark.RunAsync(quick: options.Contains("--quick"));
    case ["server"]:
        await StrictServer.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("pacing [--quick] | overhead [--quick] | stores [--quick] | statistics [--quick]: measures, and ends with 1 where a bound is missed. server: what both talk to, in a process of its own.");
        return 2;
}
