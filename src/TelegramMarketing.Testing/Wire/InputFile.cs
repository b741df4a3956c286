using System.Buffers.Binary;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Reads a file of a request: uploaded, from a URL, or one that Telegram has already.</summary>
internal static class InputFile
{
    private const int MegaByte = 1 << 20;

    /// <param name="call">The call.</param>
    /// <param name="kind">The kind of file that is wanted.</param>
    /// <param name="parameter">The parameter that holds it, for an upload without <c>attach://</c>.</param>
    /// <param name="value">Its text.</param>
    public static TelegramMedia Read(BotApiCall call, string kind, string parameter, string value)
    {
        if (call.Body.Files.GetValueOrDefault(parameter) is { } direct)
        {
            return Uploaded(kind, direct);
        }

        if (value.StartsWith("attach://", StringComparison.Ordinal))
        {
            return call.Body.Files.GetValueOrDefault(value["attach://".Length..]) is { } attached
                ? Uploaded(kind, attached)
                : throw BotApiException.Bad("wrong file identifier/HTTP URL specified");
        }

        if (value.Length == 0)
        {
            throw BotApiException.Bad($"there is no {kind} in the request");
        }

        return FileId.TryParse(value, out var id) ? Known(kind, id, value) : FromUrl(kind, value);
    }

    private static TelegramMedia Uploaded(string kind, UploadedFile file)
    {
        var content = file.Content.Span;
        if (content.Length == 0)
        {
            throw BotApiException.Bad("file must be non-empty");
        }

        if (content.Length > 50 * MegaByte)
        {
            throw new BotApiException(413, "Request Entity Too Large");
        }

        if (kind == "photo")
        {
            CheckPhoto(content);
        }

        return new TelegramMedia(kind, FileId.Of(kind, content).ToString(), kind == "photo" ? null : file.FileName, content.Length, "upload");
    }

    private static void CheckPhoto(ReadOnlySpan<byte> content)
    {
        if (content.Length > 10 * MegaByte)
        {
            throw BotApiException.Bad("file is too big");
        }

        // The size of a PNG stands at a fixed place; other formats are believed.
        if (content.Length >= 24 && content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            var width = BinaryPrimitives.ReadUInt32BigEndian(content[16..]);
            var height = BinaryPrimitives.ReadUInt32BigEndian(content[20..]);
            if (width + (ulong)height > 10_000 || width > height * 20UL || height > width * 20UL)
            {
                throw BotApiException.Bad("PHOTO_INVALID_DIMENSIONS");
            }
        }
    }

    private static TelegramMedia Known(string kind, FileId id, string value) =>
        id.Kind == kind || (kind, id.Kind) is ("document", "animation")
            ? new TelegramMedia(kind, value, null, id.Size, "file_id")
            : throw BotApiException.Bad($"can't use file of type {char.ToUpperInvariant(id.Kind[0])}{id.Kind[1..]} as {char.ToUpperInvariant(kind[0])}{kind[1..]}");

    private static TelegramMedia FromUrl(string kind, string value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            return uri.Host.Contains('.', StringComparison.Ordinal)
                ? new TelegramMedia(kind, FileId.OfUrl(kind, value).ToString(), null, 0, "url")
                : throw BotApiException.Bad("wrong HTTP URL specified");
        }

        throw BotApiException.Bad(value.Contains('.', StringComparison.Ordinal) || value.Contains('/', StringComparison.Ordinal)
            ? "wrong file identifier/HTTP URL specified"
            : "wrong remote file identifier specified: Wrong character in the string");
    }
}
