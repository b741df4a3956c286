using System.Globalization;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>A send in doubt: what was sent, when, and between which messages it must be if it is there.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Entry">Its publication.</param>
/// <param name="Message">The part in doubt.</param>
/// <param name="LastKnownId">The highest message id known when it began; 0 when none was.</param>
/// <param name="BeganAt">When it began.</param>
/// <param name="Horizon">When it is there, or never will be.</param>
internal sealed record UnknownSend(ChatState Chat, PublicationEntry Entry, PlannedMessage Message, int LastKnownId, DateTimeOffset BeganAt, DateTimeOffset Horizon)
{
    /// <summary>How far Telegram's clock may be from ours.</summary>
    private static readonly TimeSpan _clockDoubt = TimeSpan.FromMinutes(2);

    /// <summary>It is still in doubt.</summary>
    public bool IsOpen => Entry.State == PublicationState.Unknown && Entry.SendBeganAt == BeganAt;

    /// <summary>A message of this date can be the one in doubt.</summary>
    public bool MayBeOf(DateTimeOffset date) => date >= BeganAt - _clockDoubt && date <= Horizon + _clockDoubt;

    /// <summary>A message of this date came when the one in doubt could not come any more.</summary>
    public bool IsBefore(DateTimeOffset date) => date > Horizon + _clockDoubt;

    /// <summary>A message of this date was there before the one in doubt.</summary>
    public bool IsAfter(DateTimeOffset date) => date < BeganAt - _clockDoubt;

    /// <summary>The content is that of the one in doubt, as far as a page or a forwarded copy shows it.</summary>
    public bool LooksLike(string? text, int mediaCount, bool hasMedia) =>
        Visible(text) == Visible(Message.Text?.PlainText)
        && hasMedia == Message.Media.Count > 0
        && mediaCount == (Message.IsAlbum ? Message.Media.Count : 0);

    /// <summary>The two look the same in their channel, and each may stand where the other may.</summary>
    public bool IsDoubleOf(UnknownSend other) =>
        ReferenceEquals(Chat, other.Chat)
        && LooksLike(other.Message.Text?.PlainText, other.Message.IsAlbum ? other.Message.Media.Count : 0, other.Message.Media.Count > 0)
        && BeganAt <= other.Horizon + (2 * _clockDoubt) && other.BeganAt <= Horizon + (2 * _clockDoubt);

    /// <summary>It may be some items of the album in doubt, of which others failed: then it is neither there nor absent.</summary>
    public bool MayBePartOf(string? text, bool hasMedia) => Message.IsAlbum && hasMedia && Visible(text) is var visible && (visible.Length == 0 || visible == Visible(Message.Text?.PlainText));

    /// <summary>It may be the one in doubt, as somebody has changed it since: most of the text is the same.</summary>
    public bool MayBeEdited(string? text)
    {
        var (seen, sent) = (Visible(text), Visible(Message.Text?.PlainText));
        var start = seen.AsSpan().CommonPrefixLength(sent);
        var end = 0;
        while (end < Math.Min(seen.Length, sent.Length) - start && seen[^(end + 1)] == sent[^(end + 1)])
        {
            end++;
        }

        return sent.Length > 0 && (start + end) * 2 > Math.Max(seen.Length, sent.Length);
    }

    /// <summary>
    /// The characters that every way of showing a text keeps: no space, no joiner or other invisible mark, no variation selector, and none of the three combining marks
    /// (ring above, double low line, double overline) that Telegram takes out of a text.
    /// </summary>
    private static string Visible(string? text) => text is null ? "" : string.Concat(text.Where(IsVisible));

    private static bool IsVisible(char character) =>
        !char.IsWhiteSpace(character) && character is not ('\uFE0F' or '\uFE0E' or '\u030A' or '\u0333' or '\u033F') && char.GetUnicodeCategory(character) != UnicodeCategory.Format;
}
