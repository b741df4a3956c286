using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The parameters of a request, from its query and its body: JSON, a form, or a form with files.</summary>
internal sealed class RequestBody
{
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, UploadedFile> Files { get; } = new(StringComparer.Ordinal);

    public static RequestBody Read(string query, MediaTypeHeaderValue? type, byte[] content)
    {
        var body = new RequestBody();
        body.AddForm(query.TrimStart('?'));
        if (content.Length == 0)
        {
            return body;
        }

        switch (type?.MediaType?.ToLowerInvariant())
        {
            case "application/json":
                body.AddJson(content);
                break;
            case "application/x-www-form-urlencoded":
                body.AddForm(Encoding.UTF8.GetString(content));
                break;
            case "multipart/form-data":
                var boundary = type.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, "boundary", StringComparison.OrdinalIgnoreCase))?.Value;
                body.AddMultipart(content, boundary?.Trim('"') ?? throw BotApiException.Bad("boundary not found in the multipart header"));
                break;
            default:
                break; // Telegram ignores a body of any other type.
        }

        return body;
    }

    private void AddForm(string form)
    {
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            Values[Decode(parts[0])] = parts.Length > 1 ? Decode(parts[1]) : "";
        }

        static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    private void AddJson(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Null)
                {
                    Values[property.Name] = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw BotApiException.Bad("can't parse JSON object");
        }
    }

    private void AddMultipart(byte[] content, string boundary)
    {
        var delimiter = Encoding.ASCII.GetBytes($"--{boundary}");
        ReadOnlySpan<byte> rest = content;
        var at = rest.IndexOf(delimiter);
        while (at >= 0)
        {
            rest = rest[(at + delimiter.Length)..];
            if (!rest.StartsWith("\r\n"u8))
            {
                return;
            }

            rest = rest[2..];
            at = rest.IndexOf(delimiter);
            var headersEnd = rest.IndexOf("\r\n\r\n"u8);
            if (at < 2 || headersEnd < 0 || headersEnd > at)
            {
                throw BotApiException.Bad("can't parse multipart form data");
            }

            AddPart(Encoding.UTF8.GetString(rest[..headersEnd]), rest[(headersEnd + 4)..(at - 2)]);
        }
    }

    private void AddPart(string headers, ReadOnlySpan<byte> content)
    {
        foreach (var line in headers.Split("\r\n"))
        {
            const string Name = "Content-Disposition:";
            if (!line.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
                || !ContentDispositionHeaderValue.TryParse(line[Name.Length..].Trim(), out var disposition)
                || disposition.Name is not { } name)
            {
                continue;
            }

            if ((disposition.FileNameStar ?? disposition.FileName) is { } fileName)
            {
                Files[name.Trim('"')] = new UploadedFile(fileName.Trim('"'), content.ToArray());
            }
            else
            {
                Values[name.Trim('"')] = Encoding.UTF8.GetString(content);
            }
        }
    }
}
