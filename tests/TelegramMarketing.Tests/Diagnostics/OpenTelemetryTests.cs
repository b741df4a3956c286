using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace TelegramMarketing.Tests.Diagnostics;

/// <summary>A host that collects with OpenTelemetry, as docs/telemetry.md shows.</summary>
[Collection("Listens to every bot")]
public class OpenTelemetryTests
{
    [Fact]
    public async Task Export_OfAPublication_HasItsActivitiesAndEveryInstrument()
    {
        await using var host = new ObservedHost();
        var activities = new List<Activity>();
        var metrics = new List<Metric>();
        using (Sdk.CreateTracerProviderBuilder().AddSource(TelegramMarketingTelemetry.Name).AddInMemoryExporter(activities).Build())
        using (Sdk.CreateMeterProviderBuilder().AddMeter(TelegramMarketingTelemetry.Name).AddInMemoryExporter(metrics).Build())
        {
            await host.PublishAsync();
        }

        // Disposed, not only shut down: the bots of other tests would go on adding theirs.
        var bot = new KeyValuePair<string, object?>("telegram.bot", host.Name);
        activities.Where(activity => activity.Source.Tags?.Contains(bot) == true).Select(activity => activity.OperationName).Should().Equal("send", "publish");
        metrics.Where(metric => metric.MeterTags?.Contains(bot) == true).Select(metric => $"{metric.Name} [{metric.Unit}]").Distinct().Should().BeEquivalentTo(
            "telegram_marketing.publications [{publication}]",
            "telegram_marketing.send.duration [s]",
            "telegram_marketing.pace.wait [s]",
            "telegram_marketing.queue.depth [{publication}]",
            "telegram_marketing.queue.oldest_age [s]");
        Published(metrics, bot).Should().Be(1);
    }

    private static long Published(List<Metric> metrics, KeyValuePair<string, object?> bot)
    {
        foreach (ref readonly var point in metrics.First(metric => metric.Name == "telegram_marketing.publications" && metric.MeterTags?.Contains(bot) == true).GetMetricPoints())
        {
            return point.GetSumLong();
        }

        return 0;
    }
}
