using System.Text;
using EditorialDesk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramMarketing;

const int WrongUse = 2;
if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return WrongUse;
}

// Names, emoji and frames, also where the output goes to a file.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var seed = arguments.Seed ?? 1;
var town = new Town(seed);
var plan = Shop.Plan(new Random(seed));
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.AddTelegramMarketing(options =>
{
    // From now on the views of each post are read at set ages. All posts are the library's own, so there is no need to look for others every hour.
    options.Statistics.Channels.Add(Town.Channel);
    options.Statistics.LookEvery = TimeSpan.FromDays(1);
}).UseInMemoryTelegram(town.Telegram);
using var host = builder.Build();
try
{
    await host.StartAsync();
    await Screen.ProgressAsync("Three months in the shop", PublishAsync);
    Console.WriteLine($"{plan.Count} posts went out in {Shop.Weeks} weeks.");
    var report = await MeasureAsync();
    Screen.Show(report, arguments.Culture);
    Save(report);
    await host.StopAsync();
    return 0;
}
catch (Exception exception) when (exception is TelegramMarketingException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception is TelegramMarketingException { Error: var error } ? $"{error}: {exception.Message}" : exception.Message);
    return 1;
}

async Task PublishAsync(Action<double> report)
{
    var publisher = host.Services.GetRequiredService<IChannelPublisher>();
    for (var week = 0; week < Shop.Weeks; week++)
    {
        town.Grow(week);
        foreach (var (at, post) in plan.Where(planned => planned.At >= Shop.Time(7 * week, 0) && planned.At < Shop.Time(7 * (week + 1), 0)))
        {
            await town.PassAsync(at);
            await publisher.PublishAsync(Town.Channel, post);
        }

        report((week + 1.0) / Shop.Weeks);
    }

    await town.PassAsync(Shop.Time(7 * Shop.Weeks, 8));
}

async Task<EditorialReport> MeasureAsync()
{
    // What has not been collected is read now, a page a second, and nobody else moves the clock meanwhile.
    town.Telegram.RunByItself = true;
    var statistics = host.Services.GetRequiredService<IPostStatistics>();
    return await statistics.GetReportAsync(Town.Channel, Shop.Time(0, 7), town.Now, new ReportOptions { Age = TimeSpan.FromDays(2), TimeZone = Shop.Zone });
}

void Save(EditorialReport report)
{
    Directory.CreateDirectory(arguments.Folder);
    var page = Path.Combine(arguments.Folder, "report.html");
    File.WriteAllText(page, report.ToHtml(arguments.Culture));
    Console.WriteLine($"The whole report, with pictures: {page}");
    if (!arguments.WithPictures)
    {
        return;
    }

    foreach (var theme in Enum.GetValues<ChartTheme>())
    {
        var options = new ChartOptions { Culture = arguments.Culture, Theme = theme };
        foreach (var (name, chart) in new[] { ("kinds", report.DrawKinds(options)), ("growth", report.DrawGrowth(options)), ("week", report.DrawWeek(options)), ("audience", report.DrawAudience(options)) })
        {
            var file = Path.Combine(arguments.Folder, $"{name}-{theme.ToString().ToLowerInvariant()}.png");
            File.WriteAllBytes(file, chart.ToPng());
            Console.WriteLine($"{chart.Title}: {file}");
        }
    }
}
