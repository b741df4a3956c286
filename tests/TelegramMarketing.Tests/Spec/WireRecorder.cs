using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace TelegramMarketing.Tests.Spec;

/// <summary>Stands before the fake and keeps every call to the Bot API, byte for byte as it was sent.</summary>
internal sealed class WireRecorder(HttpMessageHandler inner, List<WireRequest> requests) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.StartsWith("/bot", StringComparison.Ordinal))
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(CancellationToken.None);
            var recorded = Read(request.RequestUri.Segments[^1], request.Content?.Headers.ContentType, body);
            lock (requests)
            {
                requests.Add(recorded);
            }
        }

        return await base.SendAsync(request, cancellationToken);
    }

    private static WireRequest Read(string method, MediaTypeHeaderValue? type, byte[] body)
    {
        switch (type?.MediaType)
        {
            case null:
                return new(method, new Dictionary<string, JsonNode?>(), [], false);
            case "application/json":
                return new(method, JsonNode.Parse(body)!.AsObject().ToDictionary(), [], false);
            case "application/x-www-form-urlencoded":
                var pairs = Encoding.UTF8.GetString(body).Split('&').Select(pair => pair.Split('=', 2));
                return new(method, pairs.ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => (JsonNode?)JsonValue.Create(Uri.UnescapeDataString(pair[1].Replace('+', ' ')))), [], true);
            case "multipart/form-data":
                return ReadParts(method, type.Parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"'), body);
            default:
                throw new NotSupportedException($"{method} was sent as {type}, which the Bot API does not take.");
        }
    }

    private static WireRequest ReadParts(string method, string boundary, byte[] body)
    {
        // One byte a character, so that files survive the reading.
        var parts = Encoding.Latin1.GetString(body).Split($"--{boundary}").Skip(1).SkipLast(1).Select(part => part[2..].Split("\r\n\r\n", 2)).ToList();
        var values = new Dictionary<string, JsonNode?>();
        var files = new List<string>();
        foreach (var part in parts)
        {
            var name = part[0].Split("name=")[1].Split(';', '\r')[0].Trim('"');
            if (part[0].Contains("filename", StringComparison.Ordinal))
            {
                files.Add(name);
            }
            else
            {
                values.Add(name, JsonValue.Create(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(part[1][..^2]))));
            }
        }

        return new(method, values, files, true);
    }
}
