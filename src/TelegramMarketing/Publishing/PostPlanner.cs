namespace TelegramMarketing.Publishing;

/// <summary>Checks a post against Telegram's rules and decides its messages. Pure: what is known about files is handed in.</summary>
internal sealed class PostPlanner(Post post, IReadOnlyDictionary<MediaSource, MediaFacts> facts, UploadLimits limits)
{
    private readonly ViolationList _violations = new();

    public PostPlan Plan()
    {
        var text = post.Text is { IsEmpty: false } given ? given : null;
        var media = MediaRules.Check(post.Media, facts, limits, _violations);
        var buttons = ButtonRules.Check(post.Buttons, _violations);
        TextRules.CheckLinkPreview(post.LinkPreview, _violations);
        CheckOptions();

        var runs = AlbumShapes.RunsOf(media);
        CheckContent(text, media, runs);
        var shapes = new MessageShapes(post, text, buttons, runs.Count == 0 ? [] : [.. runs.SelectMany(AlbumShapes.AlbumsOf)]);
        var messages = shapes.ToMessages();
        _violations.AddIf(
            buttons.Count > 0 && messages is [.., { IsAlbum: true }],
            PlanRules.AlbumButtons,
            $"An album cannot carry buttons, and there is no text to carry them in a message of its own. Add a text, or send one of the {media.Count} media.");
        CheckCaptionAbove(messages);
        CheckText(text, shapes, messages);
        return new PostPlan { Messages = messages, Violations = _violations.ToList() };
    }

    private void CheckOptions()
    {
        _violations.AddIf(post.Kind is null, PlanRules.NullValue, $"{nameof(Post.Kind)} is null. Give the post a kind, such as {nameof(PostKind)}.{nameof(PostKind.News)}.");
        CheckDefined(post.LongText, nameof(Post.LongText));
        CheckDefined(post.LargeAlbum, nameof(Post.LargeAlbum));
        CheckDefined(post.MixedAlbum, nameof(Post.MixedAlbum));

        _violations.AddIf(post.Tags is null, PlanRules.NullValue, $"{nameof(Post.Tags)} is null. Leave it out for a post without tags.");
        for (var i = 0; i < (post.Tags?.Count ?? 0); i++)
        {
            var tag = post.Tags![i];
            _violations.AddIf(tag is null, PlanRules.NullValue, $"Tag {i + 1} is null. Remove it.");
            _violations.AddIf(tag is not null && string.IsNullOrWhiteSpace(tag), PlanRules.TagEmpty, $"Tag {i + 1} is empty. Remove it, or give it a name.");
        }
    }

    private void CheckDefined<T>(T value, string name)
        where T : struct, Enum =>
        _violations.AddIf(!Enum.IsDefined(value), PlanRules.OptionValue, $"{name} has the value {value}. Use one of {string.Join(", ", Enum.GetNames<T>())}.");

    private void CheckContent(
        PostText? text,
        IReadOnlyList<PostMedia> media,
        IReadOnlyList<IReadOnlyList<PostMedia>> runs)
    {
        var isBare = text is null && media.Count == 0;
        _violations.AddIf(isBare && post.Text is not null, PlanRules.TextEmpty, $"The text has 0 characters besides space. Write a text, or add media.");
        _violations.AddIf(isBare && post.Text is null, PlanRules.NothingToSend, $"The post has neither a text nor media. Add one of them.");

        _violations.AddIf(
            post.MixedAlbum == MixedAlbum.Refuse && runs.Count > 1,
            PlanRules.AlbumMixed,
            $"The {media.Count} media do not go together in one album: photos and videos do, documents only with documents, audio only with audio, an animation or a sticker stands alone. Separate them, or set {nameof(Post.MixedAlbum)} to {nameof(MixedAlbum.Split)}, which makes {runs.Count} sends.");
        if (post.LargeAlbum == LargeAlbum.Refuse)
        {
            foreach (var run in runs)
            {
                _violations.AddIf(
                    run.Count > PostLimits.AlbumSize,
                    PlanRules.AlbumSize,
                    $"An album of {run.Count} media is asked for; it holds at most {PostLimits.AlbumSize}. Leave out {run.Count - PostLimits.AlbumSize}, or set {nameof(Post.LargeAlbum)} to {nameof(LargeAlbum.Split)}.");
            }
        }

        CheckSpoiler(media);
    }

    private void CheckSpoiler(IReadOnlyList<PostMedia> media)
    {
        if (!post.Spoiler)
        {
            return;
        }

        _violations.AddIf(media.Count == 0, PlanRules.Spoiler, $"{nameof(Post.Spoiler)} covers media, and the post has none. Clear it, or use <tg-spoiler> in the text.");
        for (var i = 0; i < media.Count; i++)
        {
            _violations.AddIf(
                !MediaRules.IsVisual(media[i]),
                PlanRules.Spoiler,
                $"{nameof(Post.Spoiler)} covers photos, videos and animations; media {i + 1} is of the kind {MediaRules.NameOf(media[i].Kind)}. Clear it, or publish that one by itself.");
        }
    }

    private void CheckCaptionAbove(IReadOnlyList<PlannedMessage> messages)
    {
        if (!post.CaptionAbove)
        {
            return;
        }

        var first = messages.Count > 0 && messages[0].Media.Count > 0 ? messages[0].Media[0] : null;
        _violations.AddIf(first is null, PlanRules.CaptionAbove, $"{nameof(Post.CaptionAbove)} is about a caption, and the post has no media. Clear it.");
        _violations.AddIf(
            first is not null && !MediaRules.IsVisual(first),
            PlanRules.CaptionAbove,
            $"{nameof(Post.CaptionAbove)} is for photos, videos and animations; the first media is of the kind {(first is null ? "" : MediaRules.NameOf(first.Kind))}. Clear it, or put a photo first.");
    }

    private void CheckText(PostText? text, MessageShapes shapes, IReadOnlyList<PlannedMessage> messages)
    {
        if (text is null)
        {
            return;
        }

        if (post.LongText == LongText.Refuse)
        {
            var (rule, what, limit) = shapes.TextIsCaption
                ? (PlanRules.CaptionLength, "caption", PostLimits.CaptionLength)
                : (PlanRules.TextLength, "text", PostLimits.TextLength);
            _violations.AddIf(
                text.Length > limit,
                rule,
                $"The {what} has {text.Length} characters; Telegram takes {limit}. Shorten it by {text.Length - limit}, or set {nameof(Post.LongText)} to {nameof(LongText.Split)}.");
        }

        if (TextRules.FitsMarkup(text))
        {
            return;
        }

        var tooMuch = post.LongText == LongText.Refuse
            ? text
            : messages.Select(message => message.Text).FirstOrDefault(part => part is not null && !TextRules.FitsMarkup(part));
        _violations.AddIf(
            tooMuch is not null,
            PlanRules.TextMarkupSize,
            $"The text and its markup have {TextRules.MarkupBytes(tooMuch!)} bytes; Telegram takes {PostLimits.MarkupBytes} in one message. Shorten the addresses in it, or use less markup.");
    }
}
