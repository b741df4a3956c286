using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TelegramMarketing.Hosting;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Wire;

/// <summary>The library as a host registers it, on a scripted wire and in virtual time.</summary>
internal sealed class ScriptedHost : IAsyncDisposable
{
    public const string Token = "123456789:AAtokenAAtokenAAtokenAAtokenAAtoken";
    private readonly ServiceProvider _services;
    private readonly InMemoryTelegram _time = new();

    public ScriptedHost(Action<TelegramMarketingOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Logs)));
        collection.AddTelegramMarketing(options =>
        {
            options.BotToken = Token;
            configure?.Invoke(options);
        });
        collection.AddKeyedSingleton<TimeProvider>(ClockKey.For(""), Clock);
        collection.AddHttpClient(HttpClientNames.BotApi("")).ConfigurePrimaryHttpMessageHandler(() => Telegram);
        collection.AddHttpClient(HttpClientNames.PublicPages("")).ConfigurePrimaryHttpMessageHandler(static () => new NoPublicPages());
        services?.Invoke(collection);
        _services = collection.BuildServiceProvider();
    }

    public TimeProvider Clock => _time.Clock;

    public ScriptedTelegram Telegram { get; } = new();

    public FakeLogCollector Logs { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public IChannelPublisher Publisher => _services.GetRequiredService<IChannelPublisher>();

    public IPublicationLedger Ledger => _services.GetRequiredService<IPublicationLedger>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Lets time pass until the task has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        await DriveAsync(task);
        return await task;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public async Task DriveAsync(Task task)
    {
        for (var seconds = 0; seconds < 86_400 && !task.IsCompleted; seconds++)
        {
            await AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        task.IsCompleted.Should().BeTrue("it must end within a day");
    }

    /// <summary>Lets time pass, timer by timer.</summary>
    public Task AdvanceAsync(TimeSpan duration) => _time.AdvanceAsync(duration);

    /// <summary>Lets everything come to rest, without time passing.</summary>
    public Task SettleAsync() => _time.AdvanceAsync(TimeSpan.Zero);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
