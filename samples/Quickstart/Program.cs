using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quickstart;
using TelegramMarketing;

const int WrongUse = 2;
var isLive = args is ["--live"];
if (!isLive && args.Length > 0)
{
    Console.Error.WriteLine("Usage: dotnet run --project samples/Quickstart [-- --live]");
    return WrongUse;
}

// Links, emoji and frames, also where the output goes to a file.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var (token, channelName) = (Environment.GetEnvironmentVariable("TELEGRAM_BOT_TOKEN"), Environment.GetEnvironmentVariable("TELEGRAM_CHANNEL"));
if (isLive && (string.IsNullOrWhiteSpace(token) || string.IsNullOrWhiteSpace(channelName)))
{
    Console.Error.WriteLine("--live publishes to a real channel and needs two environment variables:");
    Console.Error.WriteLine("  TELEGRAM_BOT_TOKEN  the token that @BotFather gave you");
    Console.Error.WriteLine("  TELEGRAM_CHANNEL    the channel, as @name or its address; the bot must be an administrator with the right to post");
    return WrongUse;
}

// What follows is what a real host does; only the bot's connection differs.
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
var town = isLive ? null : new Town();
if (town is null)
{
    builder.Services.AddTelegramMarketing(options =>
    {
        options.BotToken = token!;
        // A service waits an hour for lost rights or a lost connection; somebody at a terminal does not.
        options.GracePeriod = TimeSpan.FromSeconds(20);
    });
}
else
{
    builder.Services.AddTelegramMarketing().UsePolling().UseInMemoryTelegram(town.Telegram);
}

using var host = builder.Build();
try
{
    await host.StartAsync();
    var channel = ChannelAddress.Parse(channelName is { } name && isLive ? name : Town.ChannelName);
    Screen.Title(isLive ? $"Live, in {channel}" : "On a Telegram in memory, in virtual time: no account, no network");

    var publications = await PublishAsync(channel);
    if (town is null)
    {
        await ReadAsync(publications);
        Screen.Invitation(await InviteAsync(channel, "customer 1"), showsToken: true);
    }
    else
    {
        await MeasureAsync(channel, town);
        await InviteTheTownAsync(channel, town);
    }

    await host.StopAsync();
    return 0;
}
catch (Exception exception) when (exception is TelegramMarketingException or OptionsValidationException or FormatException)
{
    Console.Error.WriteLine(exception is TelegramMarketingException { Error: var error } ? $"{error}: {exception.Message}" : exception.Message);
    return 1;
}

async Task<List<Publication>> PublishAsync(ChannelAddress channel)
{
    var publisher = host.Services.GetRequiredService<IChannelPublisher>();
    var publications = new List<Publication>();
    foreach (var post in Bakery.Posts)
    {
        // On a real channel nobody's telephone shall ring for a sample.
        publications.Add(await publisher.PublishAsync(channel, post with { Silent = isLive }));
    }

    Screen.Published(Bakery.Posts, publications);
    return publications;
}

async Task ReadAsync(List<Publication> publications)
{
    var statistics = host.Services.GetRequiredService<IPostStatistics>();
    foreach (var publication in publications)
    {
        Screen.Reading(publication, await statistics.GetPostAsync(publication.Post!));
    }
}

async Task MeasureAsync(ChannelAddress channel, Town audience)
{
    var from = audience.Telegram.Clock.GetUtcNow().AddHours(-1);
    await audience.ReadForTwoDaysAsync();
    var report = await host.Services.GetRequiredService<IPostStatistics>().GetReportAsync(channel, from, from.AddDays(3));
    Screen.Views(report);
}

async Task InviteTheTownAsync(ChannelAddress channel, Town audience)
{
    var invitations = new List<Invitation>();
    foreach (var customer in Bakery.Customers)
    {
        invitations.Add(await InviteAsync(channel, customer));
    }

    Screen.Invitation(invitations[0], showsToken: false);
    await audience.AnswerAsync(invitations);
    Screen.Funnel(await host.Services.GetRequiredService<IOptInInvitation>().GetFunnelAsync(channel));
}

Task<Invitation> InviteAsync(ChannelAddress channel, string customer) => host.Services.GetRequiredService<IOptInInvitation>().CreateAsync(new()
{
    Channel = channel,
    Customer = customer,
    LegalBasis = LegalBasis.ExistingCustomer("orders bread every week"),
    AddressSource = "order form",
    Language = "it",
});
