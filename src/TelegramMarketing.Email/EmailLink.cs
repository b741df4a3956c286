namespace TelegramMarketing.Email;

/// <summary>An address that a reader can follow.</summary>
/// <param name="Target">Where it leads: <c>https:</c> or <c>mailto:</c>.</param>
/// <param name="Text">How it stands in plain text.</param>
internal sealed record EmailLink(string Target, string Text);
