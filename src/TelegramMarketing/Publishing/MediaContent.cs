namespace TelegramMarketing.Publishing;

/// <summary>Bytes that are ours to upload.</summary>
internal abstract class MediaContent
{
    /// <summary>Changes when the bytes do.</summary>
    public abstract ContentVersion Version { get; }

    public abstract Task<MediaFacts> InspectAsync(CancellationToken cancellationToken);

    public abstract Stream OpenRead(MediaSource source);

    /// <summary>The bytes cannot be had any more: the same violation as when it is found while planning.</summary>
    protected static TelegramMarketingException Unavailable(MediaSource source, string rule, string message, Exception? cause)
    {
        var violation = new PlanViolation(rule, $"The media '{source.FileName}' {message}");
        return new TelegramMarketingException(TelegramMarketingError.InvalidPost, violation.Message, cause) { Violations = [violation] };
    }
}
