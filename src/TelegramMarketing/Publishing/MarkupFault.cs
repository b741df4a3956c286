namespace TelegramMarketing.Publishing;

/// <summary>What Telegram says of a markup that it refuses, or what we say of one of which it would drop a part.</summary>
/// <param name="Position">UTF-16 units from the beginning of the markup.</param>
/// <param name="Message">Telegram's words, or ours.</param>
/// <param name="TagName">The tag in question, lower-case.</param>
internal sealed record MarkupFault(int Position, string Message, string TagName = "");
