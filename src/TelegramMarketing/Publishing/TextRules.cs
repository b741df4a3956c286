using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>What one message can hold of a text, and the rules for the options that concern texts.</summary>
internal static class TextRules
{
    public static bool FitsCaption(PostText text) => text.Length <= PostLimits.CaptionLength && FitsMarkup(text);

    public static bool FitsMarkup(PostText text) => MarkupBytes(text) <= PostLimits.MarkupBytes;

    public static int MarkupBytes(PostText text) => Encoding.UTF8.GetByteCount(text.Markup);

    /// <summary>The text as one message or several; the whole text when it cannot be divided, which the markup's size then reports.</summary>
    public static IReadOnlyList<PostText> Split(PostText text)
    {
        try
        {
            // A part of invisible marks alone would be refused.
            var parts = text.Split(PostLimits.TextLength);
            return parts.Count > 1 && parts.Any(part => part.IsEmpty) ? [.. parts.Where(part => !part.IsEmpty)] : parts;
        }
        catch (PostTextFormatException)
        {
            return [text];
        }
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
}
