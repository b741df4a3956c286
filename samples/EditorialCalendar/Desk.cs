using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramMarketing;

namespace EditorialCalendar;

/// <summary>The editor's desk: a host that keeps its queue in a file. It may be closed at any time, or be killed, and opened again.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly ChannelAddress _channel;
    private readonly IReadOnlyList<PlannedPost> _plan;

    public Desk(ChannelAddress channel, IReadOnlyList<PlannedPost> plan, string store, Action<ITelegramMarketingBuilder> connect)
    {
        (_channel, _plan) = (channel, plan);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

        // What was due while nothing ran still goes out, up to a day late.
        connect(builder.Services.AddTelegramMarketing(options => options.GracePeriod = TimeSpan.FromDays(1)).UseSqlite(store));
        _host = builder.Build();
    }

    /// <summary>Ctrl+C was pressed.</summary>
    public CancellationToken Stopping => _host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    /// <summary>From now on, what is due goes out.</summary>
    public Task StartAsync() => _host.StartAsync();

    /// <summary>Schedules what is not past. Doing it again schedules nothing twice, as the keys are known.</summary>
    public async Task ScheduleAsync(DateTimeOffset now)
    {
        var scheduler = _host.Services.GetRequiredService<IPostScheduler>();
        foreach (var planned in _plan.Where(planned => planned.At > now))
        {
            await scheduler.ScheduleAsync(_channel, planned.Post, planned.At, Week.Night, planned.Key);
        }
    }

    /// <summary>The plan beside what the ledger knows, in the order in which it is due.</summary>
    public async Task<IReadOnlyList<QueueRow>> ReadAsync()
    {
        var ledger = _host.Services.GetRequiredService<IPublicationLedger>();
        var publications = await ledger.ListAsync().Where(publication => publication.Channel == _channel && publication.IdempotencyKey is not null).ToDictionaryAsync(publication => publication.IdempotencyKey!);
        return [.. _plan.Select(planned => new QueueRow(planned, publications.GetValueOrDefault(planned.Key))).OrderBy(row => row.DueAt)];
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
