using System.Text.Json.Nodes;

namespace TelegramMarketing.Tests.Spec;

/// <summary>A request of the Bot API as it went over the wire.</summary>
/// <param name="Method">The method in its address.</param>
/// <param name="Values">The parameters: JSON as it is, fields of a form as texts.</param>
/// <param name="Files">The names of the parts that are files.</param>
/// <param name="IsForm">It came as a form, in which everything is text.</param>
internal sealed record WireRequest(string Method, IReadOnlyDictionary<string, JsonNode?> Values, IReadOnlyList<string> Files, bool IsForm);
