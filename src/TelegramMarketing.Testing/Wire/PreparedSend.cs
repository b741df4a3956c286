using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>A send that Telegram accepts, as far as the pace allows it.</summary>
/// <param name="Chat">Where it goes.</param>
/// <param name="Messages">How many messages it is.</param>
/// <param name="Commit">Does it, and gives the result. Called under the world's lock.</param>
internal sealed record PreparedSend(Chat Chat, int Messages, Func<JsonNode> Commit);
