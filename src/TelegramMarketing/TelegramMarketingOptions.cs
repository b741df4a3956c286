namespace TelegramMarketing;

/// <summary>The settings of one bot. They are checked when the host starts, or at first use without a host.</summary>
public sealed class TelegramMarketingOptions
{
    /// <summary>The bot's token, as @BotFather gives it: <c>123456789:AA…</c>. Keep it in a secret store.</summary>
    /// <value>No default; required unless the host hands over its own <c>ITelegramBotClient</c>.</value>
    public string BotToken { get; set; } = "";

    /// <summary>The address of the Bot API server: Telegram's own, or a local one.</summary>
    /// <value>Defaults to <c>https://api.telegram.org</c>.</value>
    public Uri ApiAddress { get; set; } = new("https://api.telegram.org");

    /// <summary>The address of the public pages.</summary>
    /// <value>Defaults to <c>https://t.me</c>.</value>
    public Uri PublicPagesAddress { get; set; } = new("https://t.me");

    /// <summary>
    /// How long a send may take. Telegram holds a call back for up to 8 s instead of answering 429, so that a shorter time-out would turn
    /// throttling into unknown outcomes. Uploads get one second more for each 64 KB.
    /// </summary>
    /// <value>Defaults to 100 seconds; at least 10.</value>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a publication that cannot go out (no connection, lost rights, revoked token) is kept and tried, before it is Missed.</summary>
    /// <value>Defaults to one hour; at most 365 days.</value>
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The limits that Telegram puts on sending.</summary>
    public PaceOptions Pace { get; } = new();

    /// <summary>How a send whose answer never came is cleared up.</summary>
    public ReconciliationOptions Reconciliation { get; } = new();

    /// <summary>How politely the public pages are read.</summary>
    public PublicPagesOptions PublicPages { get; } = new();

    /// <summary>Of which channels figures are collected over time.</summary>
    public StatisticsOptions Statistics { get; } = new();

    /// <summary>How customers are invited.</summary>
    public InvitationOptions Invitations { get; } = new();

    /// <summary>How long a durable store remembers.</summary>
    public LedgerOptions Ledger { get; } = new();

    /// <summary>How much the state in memory may hold.</summary>
    public MemoryOptions Memory { get; } = new();
}
