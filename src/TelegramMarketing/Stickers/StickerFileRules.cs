using TelegramMarketing.Publishing;

namespace TelegramMarketing.Stickers;

/// <summary>The rules for the file of a sticker, and for the picture of a series.</summary>
internal static class StickerFileRules
{
    public static void Check(Sticker sticker, StickerFile file, StickerSeriesType type, string where, ViolationList violations)
    {
        if (file.IsRemote)
        {
            CheckRemote(sticker, where, violations);
            return;
        }

        if (!IsReadable(file, where, violations) || file.Format is not { } format)
        {
            return;
        }

        violations.AddIf(
            sticker.Format is not null && sticker.Format != format,
            StickerRules.Format,
            $"{where} is said to be {sticker.Format}, but its bytes are {Describe(file.Type)}. Leave {nameof(Sticker.Format)} out, or use another file.");
        CheckSize(file, StickerLimits.Bytes(format, type), "a sticker of its kind", where, violations);
        CheckPixels(file, format, type, where, violations);
        CheckMotion(file, format, where, violations);
    }

    public static void CheckThumbnail(MediaSource source, StickerFile file, StickerSeriesType type, ViolationList violations)
    {
        var where = source.FileName.Length > 0 ? $"The thumbnail ('{source.FileName}')" : "The thumbnail";
        violations.AddIf(type == StickerSeriesType.CustomEmoji, StickerRules.Thumbnail, $"{where} cannot be uploaded for custom emoji; Telegram shows the first of them. Leave it out.");
        if (file.IsRemote)
        {
            violations.AddIf(source.Origin == MediaOrigin.Url && WebAddress.FindFault(source.Value) is not null, StickerRules.Url, $"The address of the thumbnail {WebAddress.FindFault(source.Value)}.");
            return;
        }

        if (!IsReadable(file, where, violations) || file.Format is not { } format)
        {
            return;
        }

        CheckSize(file, format == StickerFormat.Static ? StickerLimits.ThumbnailBytes : StickerLimits.MovingThumbnailBytes, "a thumbnail of its kind", where, violations);
        if (format != StickerFormat.Animated && file.Pixels is { } pixels)
        {
            violations.AddIf(
                pixels is not { Width: StickerLimits.EmojiSide, Height: StickerLimits.EmojiSide },
                StickerRules.Pixels,
                $"{where} is {pixels.Width} x {pixels.Height} pixels; a thumbnail is 100 x 100. Scale it.");
        }

        CheckMotion(file, format, where, violations);
    }

    private static void CheckRemote(Sticker sticker, string where, ViolationList violations)
    {
        if (sticker.Source.Origin == MediaOrigin.Url)
        {
            var fault = WebAddress.FindFault(sticker.Source.Value);
            violations.AddIf(fault is not null, StickerRules.Url, $"{where} has an address that {fault}.");
            violations.AddIf(
                sticker.Format is StickerFormat.Animated or StickerFormat.Video,
                StickerRules.Url,
                $"{where} comes from an address; Telegram fetches only static stickers. Download it, and use {nameof(MediaSource)}.{nameof(MediaSource.FromPath)}.");
        }
    }

    private static bool IsReadable(StickerFile file, string where, ViolationList violations)
    {
        violations.AddIf(!file.Exists, PlanRules.MediaMissing, $"{where} is not there. Write the file first, or correct the path; a relative one begins at the process's current directory.");
        violations.AddIf(file.Exists && file.Failure is not null, PlanRules.MediaUnreadable, $"{where} cannot be read ({file.Failure?.GetType().Name}). Grant access to the file, or hand over a new stream.");
        if (!file.Exists || file.Failure is not null)
        {
            return false;
        }

        violations.AddIf(file.Type == StickerFileType.Empty, PlanRules.MediaEmpty, $"{where} has 0 bytes. Check how it was written, and that a stream stands at its beginning.");
        violations.AddIf(
            file.Format is null && file.Type != StickerFileType.Empty,
            StickerRules.Format,
            $"{where} is {Describe(file.Type)}, whatever its name says; a sticker is WEBP or PNG, TGS, or WEBM. Convert it.");
        violations.AddIf(
            file.IsDamaged && file.Format is not null,
            StickerRules.Damaged,
            $"{where} is {Describe(file.Type)} that breaks off or is damaged ({file.Length} bytes). Write it anew.");
        return file.Format is not null && !file.IsDamaged;
    }

    private static void CheckSize(StickerFile file, long limit, string what, string where, ViolationList violations) =>
        violations.AddIf(file.Length > limit, StickerRules.Size, $"{where} has {file.Length} bytes; {what} has at most {limit} ({limit >> 10} KB). Compress it.");

    private static void CheckPixels(StickerFile file, StickerFormat format, StickerSeriesType type, string where, ViolationList violations)
    {
        if (file.Pixels is not { } pixels)
        {
            violations.AddIf(format == StickerFormat.Static, StickerRules.Damaged, $"{where} is {Describe(file.Type)} without a readable size. Write it anew.");
            return;
        }

        if (format == StickerFormat.Animated)
        {
            violations.AddIf(
                pixels is not { Width: StickerLimits.Side, Height: StickerLimits.Side },
                StickerRules.Pixels,
                $"{where} is {pixels.Width} x {pixels.Height} pixels; an animated sticker is 512 x 512. Set the size of its canvas.");
        }
        else if (type == StickerSeriesType.CustomEmoji)
        {
            violations.AddIf(
                pixels is not { Width: StickerLimits.EmojiSide, Height: StickerLimits.EmojiSide },
                StickerRules.Pixels,
                $"{where} is {pixels.Width} x {pixels.Height} pixels; a custom emoji is 100 x 100. Scale it.");
        }
        else
        {
            violations.AddIf(
                Math.Max(pixels.Width, pixels.Height) != StickerLimits.Side,
                StickerRules.Pixels,
                $"{where} is {pixels.Width} x {pixels.Height} pixels; the longer side of a sticker is exactly 512. Scale it.");
        }
    }

    private static void CheckMotion(StickerFile file, StickerFormat format, string where, ViolationList violations)
    {
        if (format == StickerFormat.Static)
        {
            return;
        }

        violations.AddIf(
            file.Duration > StickerLimits.Duration,
            StickerRules.Duration,
            $"{where} lasts {file.Duration?.TotalSeconds:0.###} seconds; a sticker lasts at most 3. Cut it.");
        var most = format == StickerFormat.Animated ? StickerLimits.AnimatedFramesPerSecond : StickerLimits.VideoFramesPerSecond;

        // A container rounds the time of a frame: 33 ms are 30 frames per second.
        violations.AddIf(file.FramesPerSecond > most + 0.5, StickerRules.FrameRate, $"{where} has {file.FramesPerSecond:0.##} frames per second; it has at most {most}. Export it with fewer.");
        violations.AddIf(
            format == StickerFormat.Video && file.Codec is not null and not "V_VP9",
            StickerRules.Codec,
            $"{where} is coded as {file.Codec}; a video sticker is VP9. Code it anew.");
        violations.AddIf(file.HasAudio, StickerRules.Audio, $"{where} has a sound track; a sticker has none. Remove it.");
    }

    private static string Describe(StickerFileType type) => type switch
    {
        StickerFileType.Png => "a PNG",
        StickerFileType.Webp => "a WEBP",
        StickerFileType.AnimatedWebp => "an animated WEBP",
        StickerFileType.Gif => "a GIF",
        StickerFileType.Jpeg => "a JPEG",
        StickerFileType.Tgs => "a TGS (gzip)",
        StickerFileType.Webm => "a WEBM (Matroska)",
        StickerFileType.Empty => "empty",
        _ => "neither a picture nor a video that is known here",
    };
}
