using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using TelegramMarketing.CrashTest.Time;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.CrashTest.Child;

/// <summary>The library as a host registers it. Only the clock is another one, and the pace is lifted.</summary>
internal static class BotHost
{
    public static IHost Build(Orders orders, FastTime time)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        if (orders.Logs)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true)
                .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        builder.Services.AddKeyedSingleton<TimeProvider>(ClockKey.For(""), time);
        var bot = builder.Services.AddTelegramMarketing(options =>
        {
            options.BotToken = orders.Token;
            options.ApiAddress = orders.Server;
            options.PublicPagesAddress = orders.Server;
            options.SendTimeout = TimeSpan.FromSeconds(60);

            // A day of this clock is seven minutes: on a busy machine a campaign lasts longer, and what is late by then is not what is tested.
            options.GracePeriod = options.Reconciliation.GiveUpAfter = TimeSpan.FromDays(30);
            options.Reconciliation.ReviewChatId = orders.ReviewChat;
            options.Pace.MessagesPerSecond = 0;
            options.Pace.MessagesPerSecondPerChat = 0;
            options.Pace.MessagesPerMinutePerChannel = 0;
        });
        _ = orders.Store == StoreKind.Sqlite ? bot.UseSqlite(orders.Connection) : bot.UsePostgreSql(orders.Connection);
        return builder.Build();
    }
}
