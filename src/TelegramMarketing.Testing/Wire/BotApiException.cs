namespace TelegramMarketing.Testing.Wire;

/// <summary>Telegram says no.</summary>
internal sealed class BotApiException : Exception
{
    /// <param name="code">The code of the error, before Telegram's rules change it.</param>
    /// <param name="message">The text, without the prefix that comes from the code.</param>
    public BotApiException(int code, string message)
        : base(message) => (Code, Description) = BotApiErrors.Describe(code, message);

    public BotApiException(TimeSpan retryAfter)
        : base("Too Many Requests")
    {
        RetryAfter = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds));
        Code = 429;
        Description = $"Too Many Requests: retry after {RetryAfter}";
    }

    public int Code { get; }

    public string Description { get; }

    public int? RetryAfter { get; }

    public static BotApiException Bad(string message) => new(400, message);

    public static BotApiException Forbidden(string message) => new(403, message);
}
