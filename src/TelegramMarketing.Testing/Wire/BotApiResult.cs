using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>What a method gives back.</summary>
/// <param name="Value">The result.</param>
/// <param name="Description">What is said besides; the webhook methods do that.</param>
internal sealed record BotApiResult(JsonNode Value, string? Description = null);
