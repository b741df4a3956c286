using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Files as the Bot API writes them.</summary>
internal static class FileJson
{
    /// <summary>A photo comes in two sizes, the smaller one first.</summary>
    public static JsonArray PhotoOf(TelegramMedia media)
    {
        var id = FileId.Parse(media.FileId);
        return new JsonArray(
            Size(id with { Size = Math.Min(id.Size, 1_500) }, 90, 67),
            Size(id, 1280, 960));

        static JsonObject Size(FileId id, int width, int height) => new()
        {
            ["file_id"] = id.ToString(),
            ["file_unique_id"] = $"{id.UniqueId}{width}",
            ["file_size"] = id.Size,
            ["width"] = width,
            ["height"] = height,
        };
    }

    public static JsonObject Of(TelegramMedia media)
    {
        var id = FileId.Parse(media.FileId);
        var result = new JsonObject();
        if (media.Kind is "video" or "animation" or "audio")
        {
            result["duration"] = 0;
        }

        if (media.Kind is "video" or "animation")
        {
            result["width"] = 0;
            result["height"] = 0;
        }

        if (media.FileName is not null)
        {
            result["file_name"] = media.FileName;
        }

        result["file_id"] = media.FileId;
        result["file_unique_id"] = id.UniqueId;
        result["file_size"] = media.Size;
        return result;
    }
}
