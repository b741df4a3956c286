namespace TelegramMarketing;

/// <summary>What a host names to collect the library's telemetry: <c>AddSource(TelegramMarketingTelemetry.Name)</c> and <c>AddMeter(TelegramMarketingTelemetry.Name)</c>.</summary>
/// <remarks>The instruments and activities, with their units and tags, are listed in <c>docs/telemetry.md</c>. None holds a token, an address with one, the text of a post or a person.</remarks>
public static class TelegramMarketingTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Name = "TelegramMarketing";
}
