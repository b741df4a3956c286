using System.Globalization;

namespace TelegramMarketing.Channels;

/// <summary>The ids of channels: the Bot API writes the internal id as a negative number below -1000000000000.</summary>
internal static class ChannelId
{
    private const long Zero = -1_000_000_000_000;
    private const long MaxInternal = 1_000_000_000_000 - (1L << 31);

    public static long ToInternal(long id) => Zero - id;

    /// <summary>The id that the Bot API uses, or null when there is no such channel.</summary>
    public static long? FromInternal(long internalId) => internalId is >= 1 and <= MaxInternal ? Zero - internalId : null;

    /// <summary>Why a number is no channel's id, with the remedy; null when it is one.</summary>
    public static string? Refuse(long id)
    {
        if (id is < Zero and >= Zero - MaxInternal)
        {
            return null;
        }

        var shown = id.ToString(CultureInfo.InvariantCulture);
        return id switch
        {
            0 => "0 is no channel's id. A channel's id looks like -1001234567890.",
            > 0 when FromInternal(id) is { } full =>
                $"{shown} is positive, and the ids of channels are negative. If it comes from a link such as t.me/c/{shown}/1, the channel's id is {full.ToString(CultureInfo.InvariantCulture)}.",
            > 0 => $"{shown} is positive, and the ids of channels are negative, such as -1001234567890.",
            >= Zero => $"{shown} is the id of a basic group, not of a channel: a channel's id has 13 digits and begins with -100, such as -1001234567890.",
            _ => $"{shown} is beyond the ids of channels, which look like -1001234567890.",
        };
    }
}
