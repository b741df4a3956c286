using System.Globalization;
using TelegramMarketing.LoopbackServer;
using TelegramMarketing.Testing;

// Telegram in memory for other processes: a bot, a public channel of the bot's, and their addresses on the first lines of the output.
var port = args is ["--port", var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
var telegram = new InMemoryTelegram(new InMemoryTelegramOptions { StartAt = TimeProvider.System.GetUtcNow() });
var bot = telegram.AddBot("loopback_bot");
telegram.AddChannel("@loopback").AddAdministrator(bot);

await using var server = await LoopbackTelegram.StartAsync(telegram, port, inRealTime: true);
Console.WriteLine(server.Address);
Console.WriteLine(bot.Token);
Console.WriteLine("@loopback");
while (await Console.In.ReadLineAsync() is not null)
{
    // Until the input ends.
}
