namespace TelegramMarketing.Storage;

/// <summary>A <see cref="PostButton"/> as JSON.</summary>
internal sealed record StoredButton(string Action, string Text, string Value);
