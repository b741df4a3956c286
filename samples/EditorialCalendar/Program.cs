using System.Text;
using EditorialCalendar;
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing;

const int WrongUse = 2;
if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return WrongUse;
}

var (token, channelName) = (Environment.GetEnvironmentVariable("TELEGRAM_BOT_TOKEN"), Environment.GetEnvironmentVariable("TELEGRAM_CHANNEL"));
if (arguments.IsLive && (string.IsNullOrWhiteSpace(token) || string.IsNullOrWhiteSpace(channelName)))
{
    Console.Error.WriteLine("--live needs the environment variables TELEGRAM_BOT_TOKEN and TELEGRAM_CHANNEL; the bot must be an administrator of the channel with the right to post.");
    return WrongUse;
}

// Links, emoji and frames, also where the output goes to a file.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var passing = arguments is { IsDemo: true, Store: null } ? Directory.CreateTempSubdirectory("editorial-calendar-") : null;
var store = passing is null ? arguments.Store ?? "editorial-calendar.db" : Path.Combine(passing.FullName, "demo.db");
try
{
    return arguments.IsDemo ? await DemoAsync(Town.ForDemo()) : await RunAsync(arguments.IsLive ? null : Town.Beside(store));
}
catch (Exception exception) when (exception is TelegramMarketingException or IOException or UnauthorizedAccessException or FormatException)
{
    Console.Error.WriteLine(exception is TelegramMarketingException { Error: var error } ? $"{error}: {exception.Message}" : exception.Message);
    return 1;
}
finally
{
    passing?.Delete(recursive: true);
}

async Task<int> RunAsync(Town? town)
{
    // On a real channel nobody's telephone shall ring for a sample.
    var plan = town is not null ? Week.Plan(Town.Monday) : [.. Week.Plan(Week.MondayOf(TimeProvider.System.GetUtcNow())).Select(planned => planned with { Post = planned.Post with { Silent = true } })];
    Console.WriteLine($"The queue is kept in {store}. Stop with Ctrl+C and start again: it goes on.");
    Screen.Summary(await WorkAsync(town, plan, DateTimeOffset.MaxValue));
    return 0;
}

async Task<int> DemoAsync(Town town)
{
    var plan = Week.Plan(Town.Monday);
    var queue = await WorkAsync(town, plan, until: Week.Time(Town.Monday, day: 3, hour: 10));
    if (queue.Any(row => !row.HasEnded))
    {
        Console.WriteLine($"Stopped on {Screen.Time(town.Now)}. Six hours pass without it, and two posts are due. Then it is started again, on the same file.");
        await town.Telegram.SuspendAsync(TimeSpan.FromHours(6));
        queue = await WorkAsync(town, plan, until: Week.Time(Town.Monday, day: 7, hour: 0));
    }

    Screen.Summary(queue);
    var wrong = plan.Where(planned => town.Count(planned.Post) != 1).ToList();
    Console.WriteLine(wrong.Count == 0 ? "Each stands once in the channel." : $"Not once in the channel: {string.Join(", ", wrong.Select(planned => $"{planned.Title} ({town.Count(planned.Post)} times)"))}.");
    return wrong.Count == 0 && queue.All(row => row.IsPublished) ? 0 : 1;
}

// From a start of the program to its end.
async Task<IReadOnlyList<QueueRow>> WorkAsync(Town? town, IReadOnlyList<PlannedPost> plan, DateTimeOffset until)
{
    var time = town?.Telegram.Clock ?? TimeProvider.System;
    await using var desk = town is null
        ? new Desk(ChannelAddress.Parse(channelName!), plan, store, bot => bot.Services.Configure<TelegramMarketingOptions>(bot.Name, options => options.BotToken = token!))
        : new Desk(Town.Channel, plan, store, bot => bot.UseInMemoryTelegram(town.Telegram));
    var queue = await desk.ReadAsync();
    town?.Remember(queue);
    var known = queue.Count(row => row.Publication is not null);
    await desk.StartAsync();
    await desk.ScheduleAsync(time.GetUtcNow());
    queue = await desk.ReadAsync();
    Console.WriteLine($"Started on {Screen.Time(time.GetUtcNow())}. Of {plan.Count} posts {known} were known, {queue.Count(row => row.Publication is not null) - known} are new.");
    await Screen.ShowAsync(async show =>
    {
        while (true)
        {
            queue = await desk.ReadAsync();
            show(queue, time.GetUtcNow());
            if (queue.All(row => row.HasEnded) || time.GetUtcNow() >= until || desk.Stopping.IsCancellationRequested)
            {
                return;
            }

            await PassAsync(town, queue.FirstOrDefault(row => row.DueAt > time.GetUtcNow())?.DueAt);
        }
    });
    return queue;
}

async Task PassAsync(Town? town, DateTimeOffset? next)
{
    if (Screen.IsTerminal || !arguments.IsDemo)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(arguments.IsDemo ? 20 : 250), TimeProvider.System);
    }

    await (town?.PassAsync(next) ?? Task.CompletedTask);
}
