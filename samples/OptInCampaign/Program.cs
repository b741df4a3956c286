using System.Net;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OptInCampaign;
using TelegramMarketing;

const int WrongUse = 2;
if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return WrongUse;
}

// Names, emoji and frames, also where the output goes to a file.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var town = new Town();
var list = new CustomerRegister(arguments.Length, town);
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
var bot = builder.Services.AddTelegramMarketing().UsePolling().UseInMemoryTelegram(town.Telegram);
_ = arguments.Smtp is { } server ? bot.UseEmail(options => ConfigureEmail(options, server)) : bot.AddInvitationTransport<Mailboxes>();
using var host = builder.Build();
try
{
    await host.StartAsync();
    var campaign = new Campaign(town, list, host.Services);
    await campaign.PrepareAsync();
    await campaign.RunAsync(arguments.Smtp is null ? "e-mail, to mailboxes in memory" : $"e-mail, by the server at {arguments.Smtp.Host}:{arguments.Smtp.Port}");
    await campaign.WaitTwoDaysAsync();
    await campaign.RunAgainAsync();
    await campaign.AnswerForOneAsync();
    await host.StopAsync();
    return 0;
}
catch (Exception exception) when (exception is TelegramMarketingException or OptionsValidationException)
{
    Console.Error.WriteLine(exception is TelegramMarketingException { Error: var error } ? $"{error}: {exception.Message}" : exception.Message);
    return 1;
}

static void ConfigureEmail(EmailOptions options, DnsEndPoint server)
{
    (options.Host, options.Port) = (server.Host, server.Port);

    // Permitted for a server on this machine only.
    options.Security = EmailSecurity.None;
    options.From = "news@aurora.example";
    options.UnsubscribeMailbox = "unsubscribe@aurora.example";
}
