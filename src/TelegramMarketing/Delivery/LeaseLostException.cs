namespace TelegramMarketing.Delivery;

/// <summary>Another process sends for this bot now: nothing was sent here, and that one goes on.</summary>
internal sealed class LeaseLostException() : Exception("Another process sends for this bot now.");
