using TelegramMarketing.Publishing;

namespace TelegramMarketing;

/// <summary>One send of a <see cref="PostPlan"/>: a text message, a message with one media, or an album.</summary>
public sealed record PlannedMessage
{
    /// <summary>The text, or the caption; <see langword="null"/> when there is none.</summary>
    public PostText? Text { get; init; }

    /// <summary>Nothing for a text message, one, or two to ten for an album.</summary>
    public IReadOnlyList<PostMedia> Media { get; init; } = [];

    /// <summary>Rows of buttons; none on an album.</summary>
    public IReadOnlyList<IReadOnlyList<PostButton>> Buttons { get; init; } = [];

    /// <summary>This message answers the first one of the plan, so that readers see that they belong together.</summary>
    public bool RepliesToFirst { get; init; }

    /// <inheritdoc cref="Post.Silent"/>
    public bool Silent { get; init; }

    /// <summary>Hours in which it makes no sound, whenever it goes out.</summary>
    internal QuietHours? QuietHours { get; init; }

    /// <inheritdoc cref="Post.Protected"/>
    public bool Protected { get; init; }

    /// <inheritdoc cref="Post.Spoiler"/>
    public bool Spoiler { get; init; }

    /// <summary>The caption stands above the media.</summary>
    public bool CaptionAbove { get; init; }

    /// <summary>How a link in the text is previewed; <see langword="null"/> on media, and where Telegram decides.</summary>
    public LinkPreview? LinkPreview { get; init; }

    /// <summary>An album: two or more media in one send.</summary>
    public bool IsAlbum => Media.Count > 1;

    /// <summary>How many messages Telegram counts for this send: the items of an album, else one.</summary>
    public int Cost => Math.Max(1, Media.Count);

    /// <summary>The message as it is sent at this moment.</summary>
    internal PlannedMessage At(DateTimeOffset moment) => !Silent && QuietHours?.Contains(moment) == true ? this with { Silent = true } : this;

    /// <summary>How many bytes a send by this bot uploads now.</summary>
    internal long UploadLength(string botName) => Media.Sum(media => media.Source.UploadLength(botName, media.Kind));

    /// <summary>What it is, for people: <c>photo with caption (120 characters, 1 button)</c>. Holds nothing of the text.</summary>
    public override string ToString() => MessageSummary.Of(this);
}
