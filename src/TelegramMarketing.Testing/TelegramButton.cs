namespace TelegramMarketing.Testing;

/// <summary>A button under a message.</summary>
/// <param name="Text">What stands on it.</param>
/// <param name="Url">The address that it opens; null for another kind of button.</param>
/// <param name="CallbackData">What the bot receives when it is pressed; null for another kind of button.</param>
public sealed record TelegramButton(string Text, string? Url = null, string? CallbackData = null);
