namespace TelegramMarketing.Diagnostics;

/// <summary>The names of tags. They are a contract: see docs/telemetry.md.</summary>
internal static class TelemetryTags
{
    public const string Bot = "telegram.bot";
    public const string Channel = "telegram.channel";
    public const string Method = "telegram.method";
    public const string PublicationId = "telegram_marketing.publication.id";
    public const string Kind = "telegram_marketing.kind";
    public const string Parts = "telegram_marketing.parts";
    public const string Outcome = "telegram_marketing.outcome";
    public const string Attempt = "telegram_marketing.attempt";
    public const string Priority = "telegram_marketing.priority";
    public const string ErrorType = "error.type";
}
