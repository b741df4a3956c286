namespace TelegramMarketing;

/// <summary>How politely the public pages are read.</summary>
public sealed class PublicPagesOptions
{
    /// <summary>The least time between two page reads of one bot.</summary>
    /// <value>Defaults to 1 second; zero for none.</value>
    public TimeSpan Spacing { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a page that was read is used again instead of being read anew; the age shows as the staleness of its counters.</summary>
    /// <value>Defaults to 30 seconds; zero for never.</value>
    public TimeSpan CacheFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one page read may take.</summary>
    /// <value>Defaults to 30 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
