using System.Text.Json;

namespace TelegramMarketing.Tdlight;

/// <summary>What the server said about one message.</summary>
/// <param name="Message">The message; <see langword="null"/> when there is none.</param>
/// <param name="Availability">Why there is none.</param>
/// <param name="RetryAfter">For how long it wants to be left alone.</param>
internal readonly record struct TdlightAnswer(JsonElement? Message, PostAvailability Availability, TimeSpan? RetryAfter = null);
