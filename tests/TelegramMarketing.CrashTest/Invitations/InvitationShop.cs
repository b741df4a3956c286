using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using TelegramMarketing.CrashTest.Child;
using TelegramMarketing.CrashTest.Time;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.CrashTest.Invitations;

/// <summary>A company's process that invites its customers, with the whole list at every start; or one that says what the ledger holds.</summary>
internal static class InvitationShop
{
    /// <summary>What it is started as.</summary>
    public const string Role = "campaign-child";

    /// <summary>What it says when it has done what it was told.</summary>
    public const string Done = "done";

    private const string Campaign = "spring";
    private static readonly TimeSpan _retry = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs until it is killed, or its input ends.</summary>
    public static async Task RunAsync()
    {
        if (await Parent.ListenAsync<InvitationOrders>() is not { } orders)
        {
            return;
        }

        using var host = Build(orders);
        await (orders.OnlyReports ? ReportAsync(orders, host.Services) : InviteAsync(orders, host.Services.GetRequiredService<IOptInInvitation>()));
        Console.WriteLine(Done);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }

    /// <summary>Calls again where the store was not there or Telegram did not answer, as a host does that is told so.</summary>
    private static async Task InviteAsync(InvitationOrders orders, IOptInInvitation invitations)
    {
        var campaign = new InvitationCampaign { Name = Campaign, Channel = ChannelAddress.Parse(orders.Channel) };
        while (true)
        {
            try
            {
                await invitations.InviteAsync(campaign, CustomersAsync(campaign.Channel, orders.Customers));
                return;
            }
            catch (TelegramMarketingException exception) when (exception.Error is TelegramMarketingError.StorageUnavailable or TelegramMarketingError.Unreachable or TelegramMarketingError.OutcomeUnknown)
            {
                await Console.Error.WriteLineAsync(exception.Message);
                await Task.Delay(_retry, TimeProvider.System);
            }
        }
    }

    private static async IAsyncEnumerable<InvitationRequest> CustomersAsync(ChannelAddress channel, long[] customers)
    {
        foreach (var customer in customers)
        {
            yield return new()
            {
                Channel = channel,
                Customer = CustomerOf(customer),
                TelegramUserId = customer,
                LegalBasis = LegalBasis.ExistingCustomer("orders by the bot"),
                AddressSource = "order",
            };
        }

        await Task.CompletedTask;
    }

    private static string CustomerOf(long telegramUserId) => string.Create(CultureInfo.InvariantCulture, $"C-{telegramUserId}");

    /// <summary>One line for each event of a customer's, and one with what is shown as in doubt.</summary>
    private static async Task ReportAsync(InvitationOrders orders, IServiceProvider services)
    {
        var ledger = services.GetRequiredService<IConsentLedger>();
        foreach (var customer in orders.Customers)
        {
            await foreach (var entry in ledger.ListForCustomerAsync(CustomerOf(customer)))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"event {customer} {entry.Kind} {entry.Evidence.MessageId ?? 0}"));
            }
        }

        var funnel = await services.GetRequiredService<IOptInInvitation>().GetFunnelAsync(ChannelAddress.Parse(orders.Channel), Campaign);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"unknown {funnel.Unknown}"));
    }

    private static IHost Build(InvitationOrders orders)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        if (orders.Logs)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true)
                .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        builder.Services.AddKeyedSingleton<TimeProvider>(ClockKey.For(""), new FastTime(orders.Time));
        var bot = builder.Services.AddTelegramMarketing(options =>
        {
            options.BotToken = orders.Token;
            options.ApiAddress = orders.Server;
            options.PublicPagesAddress = orders.Server;
            options.SendTimeout = TimeSpan.FromSeconds(60);
            options.Invitations.SuppressionKey = "a key of the crash test, of no use elsewhere";
            options.Pace.MessagesPerSecond = 0;
            options.Pace.MessagesPerSecondPerChat = 0;
            options.Pace.MessagesPerMinutePerChannel = 0;
        });
        _ = orders.Store == StoreKind.Sqlite ? bot.UseSqlite(orders.Connection) : bot.UsePostgreSql(orders.Connection);
        return builder.Build();
    }
}
