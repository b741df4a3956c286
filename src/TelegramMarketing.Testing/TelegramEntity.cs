namespace TelegramMarketing.Testing;

/// <summary>A piece of a text with a style or a link.</summary>
/// <param name="Type">The type as Telegram names it: <c>bold</c>, <c>text_link</c>, …</param>
/// <param name="Offset">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="Detail">The URL of a link, the language of a code block, or the id of a custom emoji.</param>
public sealed record TelegramEntity(string Type, int Offset, int Length, string? Detail = null);
