using TelegramMarketing.Hosting;
using TelegramMarketing.Time;

namespace TelegramMarketing.PublicPages;

/// <summary>Reads pages politely: spaced, kept for a while, and once for all who ask for the same page at the same time.</summary>
internal sealed class PageReader(BotContext context)
{
    private readonly Lock _lock = new();
    private readonly PageCache _cache = new(context.Clock, context.Options.PublicPages.CacheFor);
    private readonly Dictionary<PageAddress, List<Gate<PageAnswer?>>> _underWay = [];
    private readonly PageRequest _request = new(context, new TurnQueue(context.Clock, context.Options.PublicPages.Spacing));

    /// <summary>The page if it was read a short time ago.</summary>
    public PageAnswer? FindKept(PageAddress address)
    {
        lock (_lock)
        {
            return _cache.Find(address);
        }
    }

    /// <summary>The previews of a channel that were read a short time ago, the latest first.</summary>
    public IReadOnlyList<PageAnswer> FindKeptPreviews(string username)
    {
        lock (_lock)
        {
            return _cache.Previews(PageAddress.Landing(username));
        }
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="TelegramMarketingException">The site cannot be reached.</exception>
    public async Task<PageAnswer> ReadAsync(PageAddress address, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Gate<PageAnswer?> gate;
            lock (_lock)
            {
                if (_cache.Find(address) is { } kept)
                {
                    return kept;
                }

                if (!_underWay.TryGetValue(address, out var waiting))
                {
                    _underWay.Add(address, []);
                    break;
                }

                gate = new Gate<PageAnswer?>(context.Clock);
                waiting.Add(gate);
            }

            if (await gate.WaitAsync(cancellationToken).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }

            // The one who was reading has given up: somebody else takes over.
        }

        return await ReadForAllAsync(address, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PageAnswer> ReadForAllAsync(PageAddress address, CancellationToken cancellationToken)
    {
        PageAnswer? answer = null;
        TelegramMarketingException? failure = null;
        try
        {
            answer = await _request.SendAsync(address, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch (TelegramMarketingException exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            Finish(address, answer, failure);
        }
    }

    private void Finish(PageAddress address, PageAnswer? answer, TelegramMarketingException? failure)
    {
        List<Gate<PageAnswer?>> waiting;
        lock (_lock)
        {
            _underWay.Remove(address, out waiting!);
            if (answer is not null && IsWorthKeeping(answer))
            {
                _cache.Keep(address, answer);
            }
        }

        foreach (var gate in waiting)
        {
            _ = failure is null ? gate.TryComplete(answer) : gate.TryFail(failure);
        }
    }

    // An empty page may be a throttled one, and is asked for anew.
    private static bool IsWorthKeeping(PageAnswer answer) =>
        answer.Outcome is PageOutcome.Read or PageOutcome.SentToLanding && answer.As<PreviewPage>() is not { IsEmpty: true };
}
