using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.CrashTest.Child;
using TelegramMarketing.CrashTest.Time;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.CrashTest.Stickers;

/// <summary>A company's process that brings its folder of pictures to Telegram, from the beginning at every start, and keeps nothing of its own.</summary>
internal static class StickerStudio
{
    /// <summary>What it is started as.</summary>
    public const string Role = "stickers-child";

    /// <summary>What it says when it is done.</summary>
    public const string Done = "done";

    /// <summary>Runs until it is killed, or its input ends.</summary>
    public static async Task RunAsync()
    {
        if (await Parent.ListenAsync<StickerOrders>() is not { } orders)
        {
            return;
        }

        var folder = await StickerFolder.ReadAsync(orders.Folder, new StickerPictureOptions { Type = orders.Type });
        var series = new StickerSeriesDefinition { Name = orders.Name, Title = orders.Title, Type = orders.Type, OwnerId = orders.OwnerId, Stickers = folder.Stickers };
        await using var services = Build(orders);
        await ApplyAsync(services.GetRequiredService<IStickerSeries>(), series);
        Console.WriteLine(Done);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }

    /// <summary>Calls again where no answer came, as a host does that is told so.</summary>
    private static async Task ApplyAsync(IStickerSeries stickers, StickerSeriesDefinition series)
    {
        while (true)
        {
            try
            {
                await stickers.ApplyAsync(series, new StickerPlanOptions { RemoveMissing = true });
                return;
            }
            catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.OutcomeUnknown)
            {
                await Console.Error.WriteLineAsync(exception.Message);
            }
        }
    }

    private static ServiceProvider Build(StickerOrders orders)
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<TimeProvider>(ClockKey.For(""), new FastTime(orders.Time));
        services.AddTelegramMarketing(options =>
        {
            options.BotToken = orders.Token;
            options.ApiAddress = orders.Server;
            options.PublicPagesAddress = orders.Server;
            options.SendTimeout = TimeSpan.FromSeconds(60);
        });
        return services.BuildServiceProvider();
    }
}
