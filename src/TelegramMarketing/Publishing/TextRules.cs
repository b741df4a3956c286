using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>What one message can hold of a text, and the rules for the options that concern texts.</summary>
internal static class TextRules
{
    public static bool FitsCaption(PostText text) => Fits(text, PostLimits.CaptionLength);

    public static bool FitsText(PostText text) => Fits(text, PostLimits.TextLength);

    public static bool FitsMarkup(PostText text) => MarkupBytes(text) <= PostLimits.MarkupBytes;

    public static int MarkupBytes(PostText text) => Encoding.UTF8.GetByteCount(text.Markup);

    /// <summary>
    /// The text as the fewest messages that hold it. Markup counts as well: parts that are short enough but have too much of it
    /// (long addresses behind short links) are halved again.
    /// </summary>
    public static IReadOnlyList<PostText> Split(PostText text)
    {
        if (FitsText(text))
        {
            return [text];
        }

        var maxLength = text.Length > PostLimits.TextLength ? PostLimits.TextLength : (text.Length + 1) / 2;
        var parts = text.Split(maxLength);
        return parts.Count < 2 ? [text] : [.. parts.SelectMany(Split)];
    }

    public static void CheckLinkPreview(LinkPreview? preview, ViolationList violations)
    {
        if (preview is null)
        {
            return;
        }

        violations.AddIf(
            preview is { PreferSmallMedia: true, PreferLargeMedia: true },
            PlanRules.LinkPreviewConflict,
            $"The link preview prefers both small and large media. Set one of {nameof(LinkPreview.PreferSmallMedia)} and {nameof(LinkPreview.PreferLargeMedia)}.");
        violations.AddIf(
            preview.IsDisabled && (preview.Url is not null || preview.PreferSmallMedia || preview.PreferLargeMedia || preview.ShowAboveText),
            PlanRules.LinkPreviewConflict,
            $"The link preview is disabled and has other settings. Clear {nameof(LinkPreview.IsDisabled)}, or leave the others out.");
        if (preview.Url is { } url)
        {
            var fault = WebAddress.FindFault(url.OriginalString);
            violations.AddIf(fault is not null, PlanRules.LinkPreviewUrl, $"The address of the link preview {fault}.");
        }
    }

    private static bool Fits(PostText text, int maxLength) => text.Length <= maxLength && FitsMarkup(text);
}
