using System.Runtime.CompilerServices;
using TelegramMarketing.Hosting;
using TelegramMarketing.Statistics;

namespace TelegramMarketing.PublicPages;

/// <summary>
/// Views from the public pages of t.me. It never asks for the address that counts a view, follows no redirect, and reads no page of a private channel.
/// </summary>
internal sealed class PublicPageSource : IPagedViewSource
{
    private readonly BotContext _context;
    private readonly PageReader _pages;
    private readonly PostLookup _posts;
    private readonly ChannelWalk _walk;
    private readonly StatisticsMapper _mapper;

    public PublicPageSource(BotContext context)
    {
        _context = context;
        _pages = new PageReader(context);
        _mapper = new StatisticsMapper(context.Clock, Name);
        _posts = new PostLookup(_pages, _mapper);
        _walk = new ChannelWalk(context, _pages);
    }

    public string Name => "t.me";

    public ViewSourceCapabilities Capabilities => ViewSourceCapabilities.Posts | ViewSourceCapabilities.Channels | ViewSourceCapabilities.Subscribers;

    public async Task<PostStatistics> ReadPostAsync(PostReference post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        using var activity = _context.Clock.BeginOperation();
        return post.Channel.Username is { } username
            ? await _posts.FindAsync(post, username, cancellationToken).ConfigureAwait(false)
            : new PostStatistics { Post = post, Availability = PostAvailability.PrivateChannel };
    }

    public async IAsyncEnumerable<PostStatistics> ReadChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var username = channel.Username ?? throw new TelegramMarketingException(
            TelegramMarketingError.NoPublicPage, "A channel addressed by its numeric id has no public page. Address a public channel by its @name.");
        await foreach (var (message, askedAt) in _walk.ListAsync(username, from, cancellationToken).ConfigureAwait(false))
        {
            if (message.PublishedAt is not { } publishedAt || (publishedAt >= from && publishedAt < to))
            {
                yield return _mapper.Map(new PostReference(channel, message.FirstId), message, askedAt);
            }
        }
    }

    public async Task<IReadOnlyList<PostStatistics>> ReadPageAsync(ChannelAddress channel, int? before, CancellationToken cancellationToken)
    {
        var (messages, askedAt) = await _walk.ReadPageAsync(channel.Username!, before, cancellationToken).ConfigureAwait(false);
        return [.. messages.Select(message => _mapper.Map(new PostReference(channel, message.FirstId), message, askedAt))];
    }

    public async Task<Reading?> ReadSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        using var activity = _context.Clock.BeginOperation();
        if (channel.Username is not { } username)
        {
            return null;
        }

        var landing = await _pages.ReadAsync(PageAddress.Landing(username), cancellationToken).ConfigureAwait(false);
        if (landing.As<LandingPage>() is { Kind: LandingKind.Group or LandingKind.PersonOrNobody } other)
        {
            throw PageFailure.NoChannel(other.Kind);
        }

        if (landing.As<LandingPage>()?.Subscribers is { } exact)
        {
            return _mapper.Reading(exact, landing.AskedAt);
        }

        var preview = await _pages.ReadAsync(PageAddress.Preview(username), cancellationToken).ConfigureAwait(false);
        return preview.As<PreviewPage>()?.Subscribers is { } rounded ? _mapper.Reading(rounded, preview.AskedAt) : null;
    }
}
