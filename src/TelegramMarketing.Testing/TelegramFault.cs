namespace TelegramMarketing.Testing;

/// <summary>Something that goes wrong with a request. Narrow it with <c>with { Method = "sendMessage", Times = 3 }</c>.</summary>
public sealed record TelegramFault
{
    private TelegramFault(FaultKind kind) => Kind = kind;

    /// <summary>The Bot API's method that it befalls, or <c>page</c> for public pages; null for all.</summary>
    public string? Method { get; init; }

    /// <summary>The channel that it befalls; null for all.</summary>
    public TelegramChannel? Channel { get; init; }

    /// <summary>Which requests it befalls; null for all.</summary>
    public Func<TelegramRequest, bool>? When { get; init; }

    /// <summary>How many requests it befalls; <see cref="int.MaxValue"/> for all to come.</summary>
    /// <value>Defaults to 1.</value>
    public int Times { get; init; } = 1;

    internal FaultKind Kind { get; }

    internal int Code { get; private init; }

    internal string Description { get; private init; } = "";

    internal TimeSpan Delay { get; private init; }

    internal bool IsProcessed { get; private init; }

    internal bool NeverArrives => Kind is FaultKind.RefuseConnection or FaultKind.NameNotResolved;

    /// <summary>Telegram says no.</summary>
    /// <param name="code">The code: 400, 403, …; put through Telegram's own rules, so that e.g. 406 is answered as 400.</param>
    /// <param name="description">The text without prefix, e.g. <c>CHAT_WRITE_FORBIDDEN</c>.</param>
    public static TelegramFault Refuse(int code, string description) => new(FaultKind.Refuse) { Code = code, Description = description };

    /// <summary>429, with the seconds to wait.</summary>
    public static TelegramFault TooManyRequests(int retryAfter) => new(FaultKind.TooManyRequests) { Delay = TimeSpan.FromSeconds(retryAfter) };

    /// <summary>The request is processed and answered only after that time; with <see cref="Timeout.InfiniteTimeSpan"/> never.</summary>
    public static TelegramFault Hang(TimeSpan delay) => new(FaultKind.Hang) { Delay = delay };

    /// <summary>The request is processed at once, and answered after that time.</summary>
    public static TelegramFault AnswerLate(TimeSpan delay) => new(FaultKind.AnswerLate) { Delay = delay };

    /// <summary>The request is processed, and the connection breaks before the answer.</summary>
    public static TelegramFault LoseAnswer() => new(FaultKind.LoseAnswer);

    /// <summary>The connection breaks after the request was sent, and it isn't processed: to the application the same as <see cref="LoseAnswer"/>.</summary>
    public static TelegramFault ResetConnection() => new(FaultKind.ResetConnection);

    /// <summary>The connection is refused: the request never left.</summary>
    public static TelegramFault RefuseConnection() => new(FaultKind.RefuseConnection);

    /// <summary>The server's name cannot be resolved: the request never left.</summary>
    public static TelegramFault NameNotResolved() => new(FaultKind.NameNotResolved);

    /// <summary>502 with a page of HTML, as front-end servers answer.</summary>
    /// <param name="processed">Whether the request is processed all the same.</param>
    public static TelegramFault BadGateway(bool processed = false) => new(FaultKind.BadGateway) { IsProcessed = processed };

    /// <summary>The request is processed, and half of the answer's JSON is missing.</summary>
    public static TelegramFault TruncateAnswer() => new(FaultKind.TruncateAnswer);

    /// <summary>Half of an album is published, then the call fails with <c>group send failed</c>.</summary>
    public static TelegramFault HalfAnAlbum() => new(FaultKind.HalfAnAlbum) { Method = "sendMediaGroup" };

    internal bool Befalls(TelegramRequest request) =>
        (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (Channel is null || Channel.IsMeantBy(request))
        && (When is null || When(request));
}
