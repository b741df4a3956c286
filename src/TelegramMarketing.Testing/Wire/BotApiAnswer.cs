using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Answers as they go over the wire.</summary>
internal static class BotApiAnswer
{
    // Telegram escapes no apostrophes, which the default encoder does.
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HttpResponseMessage Success(BotApiResult result)
    {
        var json = new JsonObject { ["ok"] = true, ["result"] = result.Value };
        if (result.Description is not null)
        {
            json["description"] = result.Description;
        }

        return Json(200, json);
    }

    public static HttpResponseMessage Error(int code, string description, int? retryAfter = null)
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (retryAfter is not null)
        {
            json["parameters"] = new JsonObject { ["retry_after"] = retryAfter };
        }

        var response = Json(code, json);
        if (retryAfter is { } seconds)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    public static HttpResponseMessage BadGateway() => new(HttpStatusCode.BadGateway)
    {
        Content = new StringContent(
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
            Encoding.UTF8,
            "text/html"),
    };

    public static async Task<HttpResponseMessage> TruncateAsync(HttpResponseMessage response)
    {
        var content = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        var type = response.Content.Headers.ContentType;
        response.Content = new ByteArrayContent(content, 0, content.Length / 2);
        response.Content.Headers.ContentType = type;
        return response;
    }

    private static HttpResponseMessage Json(int code, JsonObject json) => new((HttpStatusCode)code)
    {
        Content = new StringContent(json.ToJsonString(_plain), Encoding.UTF8, "application/json"),
    };
}
