using System.Net.Http.Headers;

namespace TelegramMarketing.Testing.Wire;

/// <summary>A request that has arrived.</summary>
internal sealed record ReceivedRequest(HttpMethod HttpMethod, RequestTarget Target, MediaTypeHeaderValue? ContentType, byte[] Content)
{
    /// <summary>As it is logged.</summary>
    public TelegramRequest AsPage(DateTimeOffset now) =>
        new(now, "page", new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = Target.Path, ["query"] = Target.Query }, null);

    /// <summary>As it is logged, without token and without the bytes of files.</summary>
    public static TelegramRequest AsCall(DateTimeOffset now, BotApiCall call)
    {
        var parameters = new Dictionary<string, string>(call.Body.Values, StringComparer.Ordinal);
        foreach (var (name, file) in call.Body.Files)
        {
            parameters[name] = $"{file.FileName} ({file.Content.Length} bytes)";
        }

        return new TelegramRequest(now, call.Method, parameters, call.Bot.Username);
    }
}
