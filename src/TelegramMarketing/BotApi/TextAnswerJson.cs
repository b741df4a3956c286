using System.Text.Json.Serialization;

namespace TelegramMarketing.BotApi;

/// <summary>Reads a <see cref="TextAnswer"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TextAnswer))]
internal sealed partial class TextAnswerJson : JsonSerializerContext;
