using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TelegramMarketing.Hosting;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>The library as a host registers it, over the whole fake and in its virtual time.</summary>
internal sealed class FakeHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public FakeHost(
        Action<InMemoryTelegramOptions>? telegram = null,
        Action<TelegramMarketingOptions>? options = null,
        Action<ITelegramMarketingBuilder>? builder = null,
        Func<HttpMessageHandler, HttpMessageHandler>? wire = null)
    {
        var settings = new InMemoryTelegramOptions();
        telegram?.Invoke(settings);
        Telegram = new InMemoryTelegram(settings);
        Bot = Telegram.AddBot("shop_bot");
        Shop = Telegram.AddChannel("@myshop", "My shop");
        Shop.AddAdministrator(Bot);

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Logs)));
        var marketing = services.AddTelegramMarketing(options).UseInMemoryTelegram(Telegram);
        builder?.Invoke(marketing);
        if (wire is not null)
        {
            foreach (var client in (string[])[HttpClientNames.BotApi(""), HttpClientNames.PublicPages("")])
            {
                services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => wire(Telegram.CreateHandler()));
            }
        }

        _services = services.BuildServiceProvider();
    }

    public InMemoryTelegram Telegram { get; }

    public TelegramBot Bot { get; }

    public TelegramChannel Shop { get; }

    public FakeLogCollector Logs { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public IServiceProvider Services => _services;

    public IChannelPublisher Publisher => Get<IChannelPublisher>();

    public IPublicationLedger Ledger => Get<IPublicationLedger>();

    public DateTimeOffset Now => Telegram.Clock.GetUtcNow();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }
    }

    public async Task StopAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    public async Task<List<Publication>> LedgerAsync() => await Ledger.ListAsync().ToListAsync();

    public Task AdvanceAsync(double seconds) => Telegram.AdvanceAsync(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets time pass until the task has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        await DriveAsync(task);
        return await task;
    }

    /// <summary>Lets time pass until the task has ended, and gives what it failed with.</summary>
    public async Task<Exception?> FailureAsync(Task task)
    {
        await DriveAsync(task);
        return await Record.ExceptionAsync(() => task);
    }

    /// <summary>Lets time pass until the task has ended, however it ends.</summary>
    public async Task DriveAsync(Task task, double step = 1)
    {
        await AdvanceAsync(0);
        for (var passed = 0.0; passed < 30 * 86_400 && !task.IsCompleted; passed += step)
        {
            await AdvanceAsync(step);

            // The caller's own code, which virtual time knows nothing of, gets its chance too.
            await Task.Yield();
        }

        task.IsCompleted.Should().BeTrue("it must end within thirty days");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
