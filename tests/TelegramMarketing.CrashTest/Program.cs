using System.Text;
using TelegramMarketing.CrashTest;
using TelegramMarketing.CrashTest.Child;
using TelegramMarketing.CrashTest.Time;

// A process that publishes is killed again and again; then what Telegram has is compared with what the ledger says.
if (args is ["child"])
{
    Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });
    await Newsroom.RunAsync();
    return 0;
}

CrashOptions options;
try
{
    options = CrashOptions.Parse(args);
}
catch (Exception exception) when (exception is FormatException or ArgumentException)
{
    await Console.Error.WriteLineAsync($"{exception.Message}\n{CrashOptions.Usage}");
    return 2;
}

Console.WriteLine($"{options}");
var tally = new Tally();
var random = new Random(options.Seed);
var time = new FastTime(TimeDescription.From(options.Speed));
await using var side = await TelegramSide.StartAsync(options, time);
while (tally.Kills < options.Kills)
{
    using var round = new Round(options, ++tally.Rounds, side, time, random, tally);
    foreach (var fault in await round.RunAsync())
    {
        Console.WriteLine($"round {tally.Rounds}: {fault}");
    }
}

Console.WriteLine($"{tally.Details} in {TimeProvider.System.GetElapsedTime(time.Description.Origin):mm\\:ss}");
Console.WriteLine(tally);
return tally.IsKept(options.Evidence != EvidenceSource.None) ? 0 : 1;
