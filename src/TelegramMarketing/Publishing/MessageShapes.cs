namespace TelegramMarketing.Publishing;

/// <summary>
/// Decides the messages of a post: where its text stands, which message carries the buttons, and what follows the first. Every
/// message after the first is silent and answers the first, so that readers hear once and see what belongs together.
/// </summary>
internal sealed class MessageShapes(
    Post post,
    PostText? text,
    IReadOnlyList<IReadOnlyList<PostButton>> buttons,
    IReadOnlyList<IReadOnlyList<PostMedia>> albums)
{
    /// <summary>The text is meant to stand under media: there are some that can have a caption, and no buttons that need a message of their own.</summary>
    public bool TextIsCaption => albums.Count > 0 && albums[0][0].Kind != PostMediaKind.Sticker && (buttons.Count == 0 || IsOneMedia);

    private bool IsOneMedia => albums is [[_]];

    public IReadOnlyList<PlannedMessage> ToMessages()
    {
        var caption = text is not null && TextIsCaption && TextRules.FitsCaption(text) ? text : null;
        var parts = text is null || caption is not null ? [] : TextRules.Split(text);
        var messages = new PlannedMessage[albums.Count + parts.Count];
        for (var i = 0; i < messages.Length; i++)
        {
            messages[i] = i < albums.Count
                ? MediaMessage(albums[i], i == 0 ? caption : null, i)
                : TextMessage(parts[i - albums.Count], i, isFirstPart: i == albums.Count);
        }

        if (messages is [.., { IsAlbum: false } last] && buttons.Count > 0)
        {
            messages[^1] = last with { Buttons = buttons };
        }

        return messages;
    }

    private PlannedMessage MediaMessage(IReadOnlyList<PostMedia> media, PostText? caption, int index)
    {
        var isVisual = MediaRules.IsVisual(media[0]);
        return new PlannedMessage
        {
            Text = caption,
            Media = media,
            RepliesToFirst = index > 0,
            Silent = post.Silent || index > 0,
            Protected = post.Protected,
            Spoiler = post.Spoiler && isVisual,
            CaptionAbove = post.CaptionAbove && isVisual && caption is not null,
        };
    }

    private PlannedMessage TextMessage(PostText part, int index, bool isFirstPart) =>
        new()
        {
            Text = part,
            RepliesToFirst = index > 0,
            Silent = post.Silent || index > 0,
            Protected = post.Protected,
            // An address chosen for the preview is shown once, not under every part.
            LinkPreview = isFirstPart || post.LinkPreview?.Url is null ? post.LinkPreview : LinkPreview.Disabled,
        };
}
