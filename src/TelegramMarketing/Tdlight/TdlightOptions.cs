namespace TelegramMarketing;

/// <summary>Where a TDLight Bot API server reads view counters, and as which bot.</summary>
public sealed class TdlightOptions
{
    /// <summary>The address of the TDLight server.</summary>
    /// <value>
    /// Defaults to <see langword="null"/>: the bot's own server, <see cref="TelegramMarketingOptions.ApiAddress"/>, through which all its traffic goes then.
    /// </value>
    public Uri? Address { get; set; }

    /// <summary>
    /// The token of a second bot, which must be an administrator of the channels that are read. Keep it in a secret store. A bot must not be logged in on two servers at once, so that a server beside the
    /// bot's own needs a bot of its own.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: the bot's own token, on its own server.</value>
    public string? BotToken { get; set; }

    /// <summary>How long a figure is kept before the server is asked for it again.</summary>
    /// <value>Defaults to 45 minutes; at least that. The server answers from a cache that it keeps for half an hour after the last question, and would repeat itself.</value>
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>How long one answer is waited for.</summary>
    /// <value>Defaults to 60 seconds; more than zero.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);
}
