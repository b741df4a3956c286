using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.PublicPages;

/// <summary>Goes through a channel's preview from the newest message backwards.</summary>
internal sealed class ChannelWalk(BotContext context, PageReader pages)
{
    private static readonly TimeSpan[] WaitsForPosts = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1)];

    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.PublicPages");

    /// <summary>The messages, newest first, until one that is older than <paramref name="from"/>; each with the time at which its page was asked for.</summary>
    public async IAsyncEnumerable<(PageMessage Message, DateTimeOffset AskedAt)> ListAsync(
        string username, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int? before = null;
        var mayEnd = false;
        (PageMessage Message, DateTimeOffset AskedAt)? heldBack = null;
        while (true)
        {
            var answer = await ReadAsync(username, before, mayEnd, cancellationToken).ConfigureAwait(false);
            var page = answer.As<PreviewPage>()!;
            var messages = page.MessagesOf(username).Where(message => before is null || message.Name.MessageId < before).Reverse().ToList();
            if (messages.Count == 0 && !page.IsEmpty)
            {
                throw PageFailure.NotUnderstood();
            }

            // The oldest of a page is held back until the next one shows whether the end of the page has cut an album.
            foreach (var message in messages)
            {
                var current = (Message: message, answer.AskedAt);
                if (heldBack is { } newer)
                {
                    if (message.TryJoin(newer.Message) is { } whole && ReferenceEquals(message, messages[0]))
                    {
                        current = (whole, newer.AskedAt < answer.AskedAt ? newer.AskedAt : answer.AskedAt);
                    }
                    else
                    {
                        yield return newer;
                    }
                }

                heldBack = current;
            }

            var oldest = messages.Count > 0 ? messages[^1] : null;
            if (oldest is null || oldest.FirstId <= 1 || oldest.PublishedAt < from)
            {
                break;
            }

            before = oldest.FirstId;
            mayEnd = !page.HasOlder;
        }

        if (heldBack is { } last)
        {
            yield return last;
        }
    }

    /// <summary>The messages of one page, ascending, and the time at which it was asked for.</summary>
    public async Task<(IReadOnlyList<PageMessage> Messages, DateTimeOffset AskedAt)> ReadPageAsync(string username, int? before, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(username, before, mayBeEmpty: false, cancellationToken).ConfigureAwait(false);
        PageMessage[] messages = [.. answer.As<PreviewPage>()!.MessagesOf(username)];
        return messages.Length == 0 ? throw PageFailure.NotUnderstood() : (messages, answer.AskedAt);
    }

    /// <summary>A page with posts; an empty one only after a page that itself said that nothing older follows.</summary>
    private async Task<PageAnswer> ReadAsync(string username, int? before, bool mayBeEmpty, CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        foreach (var wait in WaitsForPosts)
        {
            var answer = await ReadOnceAsync(username, before, cancellationToken).ConfigureAwait(false);
            if (mayBeEmpty || answer.As<PreviewPage>() is { IsEmpty: false })
            {
                return answer;
            }

            PublicPageLog.CameEmpty(_logger, username, wait);
            await context.Clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        var last = await ReadOnceAsync(username, before, cancellationToken).ConfigureAwait(false);
        return last.As<PreviewPage>() is { IsEmpty: false } ? last : throw PageFailure.CameEmpty();
    }

    private async Task<PageAnswer> ReadOnceAsync(string username, int? before, CancellationToken cancellationToken)
    {
        var answer = await pages.ReadAsync(PageAddress.Preview(username, before), cancellationToken).ConfigureAwait(false);
        return answer.Outcome switch
        {
            PageOutcome.Read => answer,
            PageOutcome.Throttled => throw PageFailure.Throttled(answer.RetryAfter),
            PageOutcome.SentToLanding => throw await ExplainAsync(username, cancellationToken).ConfigureAwait(false),
            _ => throw PageFailure.NotUnderstood(),
        };
    }

    private async Task<TelegramMarketingException> ExplainAsync(string username, CancellationToken cancellationToken)
    {
        var landing = await pages.ReadAsync(PageAddress.Landing(username), cancellationToken).ConfigureAwait(false);
        return landing.Outcome == PageOutcome.Throttled ? PageFailure.Throttled(landing.RetryAfter)
            : landing.As<LandingPage>()?.Kind switch
            {
                LandingKind.Channel => PageFailure.NoPreview(),
                LandingKind.Group or LandingKind.PersonOrNobody => PageFailure.NoChannel(landing.As<LandingPage>()!.Kind),
                _ => PageFailure.NotUnderstood(),
            };
    }
}
