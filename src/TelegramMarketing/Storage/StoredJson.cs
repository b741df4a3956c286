using System.Text.Json.Serialization;

namespace TelegramMarketing.Storage;

/// <summary>How a store writes what has no columns of its own. Names in it are kept for ever.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredPart[]))]
[JsonSerializable(typeof(StoredReaction[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class StoredJson : JsonSerializerContext;
