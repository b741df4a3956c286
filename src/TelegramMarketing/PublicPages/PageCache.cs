using TelegramMarketing.Time;

namespace TelegramMarketing.PublicPages;

/// <summary>The pages read a short time ago, at most <see cref="Capacity"/> of them. Not safe for use by several threads at once.</summary>
internal sealed class PageCache(Clock clock, TimeSpan keepFor)
{
    public const int Capacity = 128;

    private readonly Dictionary<PageAddress, (PageAnswer Answer, long Since)> _pages = [];

    public PageAnswer? Find(PageAddress address) =>
        _pages.TryGetValue(address, out var entry) && clock.Elapsed(entry.Since) < keepFor ? entry.Answer : null;

    /// <summary>The previews of a channel, the latest first.</summary>
    public IReadOnlyList<PageAnswer> Previews(PageAddress anyOfItsPages) =>
    [
        .. _pages
            .Where(entry => entry.Key.Kind == PageKind.Preview && string.Equals(entry.Key.Channel, anyOfItsPages.Channel, StringComparison.Ordinal))
            .Where(entry => clock.Elapsed(entry.Value.Since) < keepFor)
            .OrderByDescending(entry => entry.Value.Since)
            .Select(entry => entry.Value.Answer),
    ];

    public void Keep(PageAddress address, PageAnswer answer)
    {
        if (keepFor <= TimeSpan.Zero)
        {
            return;
        }

        if (_pages.Count >= Capacity && !_pages.ContainsKey(address))
        {
            _pages.Remove(_pages.MinBy(entry => entry.Value.Since).Key);
        }

        _pages[address] = (answer, clock.Timestamp);
    }
}
