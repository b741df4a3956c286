using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelegramMarketing.Tests.Wire;

/// <summary>
/// The wire under the real library, answering as scripted: for the answers that a whole fake would never give. Without a script each send
/// is confirmed with the next id.
/// </summary>
internal sealed class ScriptedTelegram : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private int _nextId = 100;

    /// <summary>Answers a call, or returns null for the usual answer.</summary>
    public Func<ScriptedCall, CancellationToken, Task<HttpResponseMessage?>>? Script { get; set; }

    public List<ScriptedCall> Calls { get; } = [];

    /// <summary>The texts that were accepted, per chat, in order of acceptance.</summary>
    public List<(string Chat, string Text)> Accepted { get; } = [];

    public static HttpResponseMessage Refuse(int code, string description, int? retryAfter = null) =>
        Json((HttpStatusCode)code, retryAfter is null
            ? new { ok = false, error_code = code, description }
            : (object)new { ok = false, error_code = code, description, parameters = new { retry_after = retryAfter } });

    public static HttpResponseMessage Page(int status, string html) =>
        new((HttpStatusCode)status) { Content = new StringContent(html, Encoding.UTF8, "text/html") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var method = request.RequestUri!.Segments[^1];
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(CancellationToken.None);
        var parameters = request.Content?.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(body)!.AsObject() : [];
        var call = new ScriptedCall(method, parameters, body);
        lock (_lock)
        {
            Calls.Add(call);
        }

        if (Script is { } script && await script(call, cancellationToken) is { } answer)
        {
            return answer;
        }

        return Accept(call);
    }

    /// <summary>What Telegram does when all is well.</summary>
    public HttpResponseMessage Accept(ScriptedCall call)
    {
        lock (_lock)
        {
            switch (call.Method)
            {
                case "sendMediaGroup":
                    var count = call.Parameters["media"]?.AsArray().Count ?? 2;
                    Accepted.Add((call.Chat, "album"));
                    return Json(HttpStatusCode.OK, new { ok = true, result = Enumerable.Range(0, count).Select(_ => Message(call)).ToArray() });
                case { } name when name.StartsWith("edit", StringComparison.Ordinal):
                    return Json(HttpStatusCode.OK, new { ok = true, result = Message(call) });
                case { } name when name.StartsWith("send", StringComparison.Ordinal):
                    Accepted.Add((call.Chat, call.Text));
                    return Json(HttpStatusCode.OK, new { ok = true, result = Message(call) });
                case "getChat":
                    return Json(HttpStatusCode.OK, new { ok = true, result = new { id = -1001000000001, type = "channel", title = "Shop", username = "shop", accent_color_id = 0, max_reaction_count = 11, accepted_gift_types = new { unlimited_gifts = false, limited_gifts = false, unique_gifts = false, premium_subscription = false, gifts_from_channels = false } } });
                default:
                    return Json(HttpStatusCode.OK, new { ok = true, result = true });
            }
        }
    }

    private static HttpResponseMessage Json(HttpStatusCode status, object body) =>
        new(status) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };

    private object Message(ScriptedCall call) => new
    {
        message_id = _nextId++,
        date = 1_700_000_000,
        chat = new { id = call.ChatId, type = "channel", title = "Shop", username = call.Chat.StartsWith('@') ? call.Chat[1..] : call.ChatId == -1001000000001 ? "shop" : null },
        text = "x",
    };
}
