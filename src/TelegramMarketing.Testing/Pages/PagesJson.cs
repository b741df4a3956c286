using System.Text.Json.Serialization;

namespace TelegramMarketing.Testing.Pages;

/// <summary>Writes the answer to the page's script, which is one string of JSON.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class PagesJson : JsonSerializerContext;
