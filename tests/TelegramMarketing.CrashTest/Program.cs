using System.Text;
using TelegramMarketing.CrashTest;
using TelegramMarketing.CrashTest.Child;
using TelegramMarketing.CrashTest.Invitations;
using TelegramMarketing.CrashTest.Stickers;
using TelegramMarketing.CrashTest.Time;

// A process that publishes is killed again and again; then what Telegram has is compared with what the ledger says.
if (args is ["child" or StickerStudio.Role or InvitationShop.Role])
{
    Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });
    await (args[0] switch
    {
        StickerStudio.Role => StickerStudio.RunAsync(),
        InvitationShop.Role => InvitationShop.RunAsync(),
        _ => Newsroom.RunAsync(),
    });
    return 0;
}

// With stickers first it is a process that brings a folder of pictures to Telegram; with campaign first, one that invites customers.
var isOfStickers = args is ["stickers", ..];
var isOfInvitations = args is ["campaign", ..];

CrashOptions options;
try
{
    options = CrashOptions.Parse(isOfStickers ? ["--speed", StickerTest.Speed, .. args[1..]] : isOfInvitations ? ["--speed", InvitationTest.Speed, .. args[1..]] : args);
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
if (isOfStickers)
{
    return await new StickerTest(options, side, time, random).RunAsync() ? 0 : 1;
}

if (isOfInvitations)
{
    return await new InvitationTest(options, side, time, random).RunAsync() ? 0 : 1;
}

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
