using Microsoft.Extensions.Logging;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Time;

namespace TelegramMarketing.Hosting;

/// <summary>What every part of one bot shares.</summary>
/// <param name="Name">The name under which the bot was registered; empty for the default one.</param>
/// <param name="Options">Its validated options.</param>
/// <param name="Clock">The library's time.</param>
/// <param name="Chance">The library's chance.</param>
/// <param name="Http">Makes the named clients of HttpClientNames.</param>
/// <param name="Loggers">Makes loggers.</param>
/// <param name="Telemetry">Its activities and metrics; <see langword="null"/> for a meter of its own.</param>
internal sealed record BotContext(string Name, TelegramMarketingOptions Options, Clock Clock, Chance Chance, IHttpClientFactory Http, ILoggerFactory Loggers, BotTelemetry? Telemetry = null)
{
    private const int UploadBytesPerSecond = 64 * 1024;

    public BotTelemetry Telemetry { get; } = Telemetry ?? new BotTelemetry(Name, Clock, meters: null);

    /// <summary>How long a send may last: the time-out of sends, and a second for each 64 KB that it uploads.</summary>
    public TimeSpan SendTimeoutFor(long uploadedBytes) => Options.SendTimeout + TimeSpan.FromSeconds(uploadedBytes / UploadBytesPerSecond);
}
