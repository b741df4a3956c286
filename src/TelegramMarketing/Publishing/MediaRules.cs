namespace TelegramMarketing.Publishing;

/// <summary>The rules for each photo, video or file by itself.</summary>
internal static class MediaRules
{
    private static readonly string[] PhotoExtensions = [".jpg", ".jpeg", ".gif", ".png", ".tif", ".bmp"];
    private static readonly string[] StickerExtensions = [".webp", ".png", ".tgs", ".webm"];

    /// <summary>Checks the media and returns those that are there.</summary>
    public static IReadOnlyList<PostMedia> Check(
        IReadOnlyList<PostMedia>? media,
        IReadOnlyDictionary<MediaSource, MediaFacts> facts,
        UploadLimits limits,
        ViolationList violations)
    {
        if (media is { Count: 0 })
        {
            return [];
        }

        var present = new List<PostMedia>();
        violations.AddIf(media is null, PlanRules.NullValue, $"{nameof(Post.Media)} is null. Leave it out for a post without media.");
        for (var i = 0; i < (media?.Count ?? 0); i++)
        {
            if (media![i] is not { } item)
            {
                violations.AddIf(true, PlanRules.NullValue, $"Media {i + 1} is null. Remove it.");
                continue;
            }

            present.Add(item);
            var where = FormattableString.Invariant($"Media {i + 1} ({NameOf(item.Kind)})");
            CheckSource(item, where, violations);
            if (facts.TryGetValue(item.Source, out var found))
            {
                CheckFacts(item, found, where, limits, violations);
            }
        }

        return present;
    }

    public static string NameOf(PostMediaKind kind) => kind switch
    {
        PostMediaKind.Photo => "photo",
        PostMediaKind.Video => "video",
        PostMediaKind.Animation => "animation",
        PostMediaKind.Audio => "audio",
        PostMediaKind.Sticker => "sticker",
        _ => "document",
    };

    /// <summary>Photos, videos and animations: what can be covered and can have its caption above.</summary>
    public static bool IsVisual(PostMedia media) => media.Kind is PostMediaKind.Photo or PostMediaKind.Video or PostMediaKind.Animation;

    private static void CheckSource(PostMedia media, string where, ViolationList violations)
    {
        var source = media.Source;
        if (source.Origin == MediaOrigin.Url)
        {
            var fault = WebAddress.FindFault(source.Value);
            violations.AddIf(fault is not null, PlanRules.MediaUrl, $"The address of {char.ToLowerInvariant(where[0])}{where[1..]} {fault}.");
        }
        else if (source.Origin != MediaOrigin.FileId && media.Kind == PostMediaKind.Photo)
        {
            // Without an extension Telegram looks at the bytes.
            var extension = Path.GetExtension(source.FileName);
            violations.AddIf(
                extension.Length > 1 && !PhotoExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase),
                PlanRules.PhotoExtension,
                $"{where} has the extension '{extension}'; as a photo Telegram takes {string.Join(' ', PhotoExtensions)}. Convert it, or send it as a document.");
        }
        else if (source.Origin != MediaOrigin.FileId && media.Kind == PostMediaKind.Sticker)
        {
            var extension = Path.GetExtension(source.FileName);
            violations.AddIf(
                !StickerExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase),
                PlanRules.StickerExtension,
                $"{where} has the extension '{extension}'; as a sticker Telegram takes {string.Join(' ', StickerExtensions)}. Convert it, or send it as a photo.");
        }
    }

    private static void CheckFacts(PostMedia media, MediaFacts facts, string where, UploadLimits limits, ViolationList violations)
    {
        if (!facts.Exists)
        {
            violations.AddIf(true, PlanRules.MediaMissing, $"{where} is not there: no file '{media.Source.FileName}' at its path. Write the file first, or correct the path; a relative one begins at the process's current directory.");
            return;
        }

        if (facts.Failure is { } failure)
        {
            violations.AddIf(true, PlanRules.MediaUnreadable, $"{where} cannot be read ({failure.GetType().Name}). Grant access to the file, or hand over a new stream.");
            return;
        }

        violations.AddIf(facts.Length == 0, PlanRules.MediaEmpty, $"{where} has 0 bytes. Check how it was written, and that a stream stands at its beginning.");
        var limit = limits.For(media.Kind);
        violations.AddIf(
            facts.Length > limit,
            PlanRules.MediaSize,
            $"{where} has {facts.Length} bytes; an upload has at most {limit} ({(limit < 1 << 20 ? limit >> 10 : limit >> 20)} {(limit < 1 << 20 ? "KB" : "MB")}). {(media.Kind == PostMediaKind.Photo ? "Compress it, or send it as a document" : "Compress it")}.");
        if (media.Kind == PostMediaKind.Photo && facts.Pixels is { } pixels)
        {
            CheckPixels(pixels, where, violations);
        }
    }

    private static void CheckPixels(PixelSize pixels, string where, ViolationList violations)
    {
        violations.AddIf(
            pixels.Sides > PostLimits.PhotoSides,
            PlanRules.PhotoDimensions,
            $"{where} is {pixels.Width} x {pixels.Height} pixels; width and height together have at most {PostLimits.PhotoSides}. Shrink it, or send it as a document.");
        violations.AddIf(
            pixels.Ratio > PostLimits.PhotoRatio,
            PlanRules.PhotoRatio,
            $"{where} is {pixels.Width} x {pixels.Height} pixels; the longer side is at most {PostLimits.PhotoRatio} times the shorter. Crop it, or send it as a document.");
    }
}
