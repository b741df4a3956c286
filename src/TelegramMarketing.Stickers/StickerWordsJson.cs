using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramMarketing.Stickers;

/// <summary>How stickers.json is read.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Dictionary<string, StickerWords>))]
internal sealed partial class StickerWordsJson : JsonSerializerContext;
