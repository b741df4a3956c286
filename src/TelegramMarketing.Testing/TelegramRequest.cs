namespace TelegramMarketing.Testing;

/// <summary>A request that arrived at the fake. It holds no token.</summary>
/// <param name="At">When, in virtual time.</param>
/// <param name="Method">The Bot API's method, or <c>page</c> for a public page.</param>
/// <param name="Parameters">The parameters by name: texts as they are, all else as JSON; of a file its name and size; of a page its <c>path</c> and <c>query</c>.</param>
/// <param name="Bot">The username of the bot; null for a page or an unknown token.</param>
public sealed record TelegramRequest(DateTimeOffset At, string Method, IReadOnlyDictionary<string, string> Parameters, string? Bot)
{
    /// <summary>The <c>chat_id</c> that was given; null without one.</summary>
    public string? Chat => Parameters.GetValueOrDefault("chat_id");
}
