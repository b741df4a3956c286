using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing;

/// <summary>A message in the chat of a person with a bot, or a <see cref="TelegramPost"/>.</summary>
public class TelegramMessage
{
    internal TelegramMessage(Chat chat, int messageId, DateTimeOffset date)
    {
        Chat = chat;
        MessageId = messageId;
        Date = date;
    }

    /// <summary>The id of the message in its chat.</summary>
    public int MessageId { get; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset Date { get; }

    /// <summary>When it was last edited; null when it never was.</summary>
    public DateTimeOffset? EditDate { get; internal set; }

    /// <summary>The text, without markup; null when the message is a file.</summary>
    public string? Text { get; internal set; }

    /// <summary>The text under a file, without markup; null when there is none.</summary>
    public string? Caption { get; internal set; }

    /// <summary>The styles and links of the text or caption.</summary>
    public IReadOnlyList<TelegramEntity> Entities { get; internal set; } = [];

    /// <summary>The file; null for a text.</summary>
    public TelegramMedia? Media { get; internal set; }

    /// <summary>The rows of buttons.</summary>
    public IReadOnlyList<IReadOnlyList<TelegramButton>> Buttons { get; internal set; } = [];

    /// <summary>The album that it belongs to; null when it stands alone.</summary>
    public string? AlbumId { get; internal set; }

    /// <summary>The message that it answers; null when it answers none.</summary>
    public int? ReplyTo { get; internal set; }

    /// <summary>Whether it came without a sound.</summary>
    public bool IsSilent { get; internal set; }

    /// <summary>Whether it cannot be forwarded or saved.</summary>
    public bool IsProtected { get; internal set; }

    /// <summary>Whether its picture is covered until it is tapped.</summary>
    public bool HasSpoiler { get; internal set; }

    /// <summary>Whether the caption stands above the file.</summary>
    public bool IsCaptionAboveMedia { get; internal set; }

    /// <summary>Whether no preview of its first link is shown.</summary>
    public bool IsLinkPreviewDisabled { get; internal set; }

    /// <summary>Whether it has been deleted.</summary>
    public bool IsDeleted { get; internal set; }

    /// <summary>The bot that sent it; null when a person did.</summary>
    public TelegramBot? Bot { get; internal set; }

    internal Chat Chat { get; }

    internal TelegramPerson? Sender { get; set; }

    internal JsonObject? ReplyMarkup { get; set; }

    internal JsonObject? LinkPreviewOptions { get; set; }

    internal TelegramMessage? Pinned { get; set; }

    internal TelegramMessage? ForwardedFrom { get; set; }

    internal bool IsService => Pinned is not null;
}
