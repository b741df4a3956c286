using System.Collections.Concurrent;

namespace TelegramMarketing.Stickers;

/// <summary>
/// What this process has put on Telegram: the bytes of a file, and the id that Telegram gave it there. It spares a PNG, of which Telegram's own copy tells little, from being mistaken
/// for a changed one; without it, as after a restart, the comparison still works by what Telegram tells.
/// </summary>
internal sealed class StickerMemory
{
    private const int Capacity = 2_000;
    private readonly ConcurrentDictionary<(string Series, string UniqueId), string> _hashes = new();

    public void Remember(string series, string uniqueId, string? hash)
    {
        if (hash is not null)
        {
            if (_hashes.Count >= Capacity)
            {
                _hashes.Clear();
            }

            _hashes[(series.ToUpperInvariant(), uniqueId)] = hash;
        }
    }

    /// <summary>The hash of the bytes that were put there; <see langword="null"/> when it was not this process.</summary>
    public string? HashOf(SeriesSticker sticker) => _hashes.GetValueOrDefault((sticker.SeriesName.ToUpperInvariant(), sticker.UniqueId));
}
