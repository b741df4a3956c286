using System.Globalization;
using AngleSharp.Dom;

namespace TelegramMarketing.PublicPages;

/// <summary>Reads one message block in one walk through it (selectors: telegram-facts 5.2).</summary>
internal sealed class MessageReader
{
    // Deeper nesting than any message has is not followed, so that a hostile page cannot exhaust the stack.
    private const int MaxDepth = 64;

    private readonly PostName _name;
    private readonly bool _mayHaveOneDecimal;
    private readonly List<ReactionCount> _reactions = [];
    private readonly SortedSet<int> _album = [];
    private Count? _views;
    private Count? _voters;
    private DateTimeOffset? _publishedAt;
    private string? _signature;
    private string? _text;
    private string? _forwardedFrom;
    private bool _isEdited;
    private bool _hasMedia;
    private bool _hasButtons;
    private PostMediaType? _media;
    private bool _isService;
    private bool _isHeldBack;

    private MessageReader(PostName name, string? token) => (_name, _mayHaveOneDecimal) = (name, ViewToken.IsOfOneDecimalYears(token));

    /// <summary>The message, or <see langword="null"/> when the block does not say which post it is.</summary>
    public static PageMessage? Read(IElement block)
    {
        if (PostName.Parse(block.GetAttribute("data-post")) is not { } name || block.ClassList.Contains("err_message"))
        {
            return null;
        }

        var reader = new MessageReader(name, block.GetAttribute("data-view"));
        reader.Walk(block, depth: 0);
        return reader.Result(block);
    }

    private PageMessage Result(IElement block)
    {
        // A single item that links to itself is no album.
        _album.Add(_name.MessageId);
        var isService = _isService || block.ClassList.Contains("service_message");
        return new PageMessage
        {
            Name = _name,
            ChannelId = ViewToken.ChannelId(block.GetAttribute("data-view")),
            IsService = isService,
            Views = isService ? null : _views,
            PollVoters = _voters,
            Reactions = _reactions,
            PublishedAt = _publishedAt,
            Signature = _signature,
            IsEdited = _isEdited,
            Text = _text,
            ForwardedFrom = _forwardedFrom,

            // What is held back of a post that shows its text is its media; of one that shows nothing it may be anything.
            HasMedia = _hasMedia || (_isHeldBack && _text is not null),
            AlbumIds = _album.Count > 1 ? [.. _album] : [],
            Media = _album.Count > 1 ? PostMediaType.Album : _media ?? (_hasMedia || _isHeldBack || isService ? null : PostMediaType.None),

            // That a page without buttons belongs to a post without them is not known.
            HasButtons = _hasButtons ? true : null,
        };
    }

    private void Walk(IElement parent, int depth)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement element && Take(element) && depth < MaxDepth)
            {
                Walk(element, depth + 1);
            }
        }
    }

    /// <summary>Takes what the element says; <see langword="false"/> when what is inside it is no part of the message.</summary>
    private bool Take(IElement element)
    {
        if (IsNamed(element, "svg") || element.HasAttribute("data-post"))
        {
            return false;
        }

        var classes = element.ClassName.AsSpan();
        foreach (var range in classes.SplitAny(" \t\r\n"))
        {
            if (!TakeClass(classes[range], element))
            {
                return false;
            }
        }

        if (IsNamed(element, "time") && ParseTime(element.GetAttribute("datetime")) is { } time)
        {
            _publishedAt = time;
        }

        if (PostName.ParseItem(element.GetAttribute("href"), element.ClassList.Contains("grouped_media_wrap")) is { } item && item.IsOf(_name.Channel))
        {
            _album.Add(item.MessageId);
        }

        return true;
    }

    private bool TakeClass(ReadOnlySpan<char> name, IElement element)
    {
        switch (name)
        {
            case "tgme_widget_message_user" or "tgme_widget_message_author" or "tgme_widget_message_bubble_tail":
            case "tgme_widget_message_reply" or "js-message_reply_text" or "tgme_widget_message_link_preview":
            case "media_not_supported_cont":
                return false;
            case "tgme_widget_message_inline_keyboard":
                _hasButtons = true;
                return false;
            case "tgme_widget_message_text":
                _text ??= element.ClassList.Contains("js-message_reply_text") ? null : PlainText.Of(element);
                return false;
            case "tgme_widget_message_views":
                _views ??= CounterText.Parse(element.TextContent, _mayHaveOneDecimal);
                return false;
            case "tgme_widget_message_voters":
                _voters ??= CounterText.Parse(element.TextContent, _mayHaveOneDecimal);
                return false;
            case "tgme_widget_message_poll_votes":
                _voters ??= LabelledCounter.Parse(element.TextContent, "vote");
                return false;
            case "tgme_reaction":
                TakeReaction(element);
                return false;
            case "tgme_widget_message_from_author":
                _signature ??= PlainText.Of(element);
                return false;
            case "tgme_widget_message_forwarded_from_name":
                _forwardedFrom ??= PlainText.Of(element);
                return false;
            case "tgme_widget_message_meta":
                _isEdited |= PlainText.OwnOf(element).Contains("edited", StringComparison.Ordinal);
                return true;
            case "message_media_not_supported_wrap":
                // Beside what it stands for it is only for browsers that cannot play it.
                _isHeldBack |= !element.ClassList.Contains("media_not_supported_cont");
                return true;
            case "message_media_not_supported_label":
                _isService |= string.Equals(PlainText.Of(element), "Service message", StringComparison.OrdinalIgnoreCase);
                return true;
            default:
                if (MediaOf(name) is { } media)
                {
                    _hasMedia = true;
                    _media ??= media;
                }

                return true;
        }
    }

    private static PostMediaType? MediaOf(ReadOnlySpan<char> name) => name switch
    {
        "tgme_widget_message_photo_wrap" => PostMediaType.Photo,
        "tgme_widget_message_video_player" or "tgme_widget_message_roundvideo_player" => PostMediaType.Video,
        "tgme_widget_message_voice_player" or "tgme_widget_message_audio_player" => PostMediaType.Audio,
        "tgme_widget_message_document_wrap" => PostMediaType.Document,
        "tgme_widget_message_sticker_wrap" or "tgme_widget_message_sticker" => PostMediaType.Sticker,
        "tgme_widget_message_poll" => PostMediaType.Poll,
        "tgme_widget_message_grouped_wrap" => PostMediaType.Album,
        "tgme_widget_message_location_wrap" or "tgme_widget_message_contact_wrap" => PostMediaType.Other,
        _ => null,
    };

    private void TakeReaction(IElement reaction)
    {
        // The count stands behind the emoji, in whatever elements either of them is.
        var text = PlainText.Of(reaction) ?? "";
        var symbol = text.AsSpan().TrimEnd("0123456789.KMB \u00A0\u2009\u202F");
        if (CounterText.Parse(text[symbol.Length..], _mayHaveOneDecimal) is not { } count)
        {
            return;
        }

        if (reaction.ClassList.Contains("tgme_reaction_paid"))
        {
            _reactions.Add(ReactionCount.PaidStar(count));
        }
        else if (reaction.QuerySelector("tg-emoji")?.GetAttribute("emoji-id") is { Length: > 0 } id)
        {
            _reactions.Add(ReactionCount.CustomEmoji(id, count));
        }
        else if (!symbol.IsEmpty)
        {
            _reactions.Add(ReactionCount.Emoji(symbol.ToString(), count));
        }
    }

    private static bool IsNamed(IElement element, string name) => string.Equals(element.LocalName, name, StringComparison.Ordinal);

    private static DateTimeOffset? ParseTime(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
