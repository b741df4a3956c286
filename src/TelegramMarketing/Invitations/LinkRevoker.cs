using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;

namespace TelegramMarketing.Invitations;

/// <summary>
/// Revokes the links of what has ended, at once where that is possible and again later where it failed, and has the requests to join declined that are over. What is still to be done
/// stands in the store.
/// </summary>
internal sealed class LinkRevoker(BotContext context, IBotSender sender, IInvitationStore store, RequestDecliner requests)
{
    private const int AtOnce = 100;

    // For what expired or failed; for an opt-out it is woken.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    private readonly ILogger _logger = context.Loggers.CreateLogger<LinkRevoker>();
    private Gate<bool>? _sleep;
    private int _isWoken;

    /// <summary>What bears the name of a link, where the name is one of ours.</summary>
    public static Guid? IdOf(ChatInviteLink? link) => Guid.TryParseExact(link?.Name, "N", out var id) ? id : null;

    /// <summary>An update has told a link: if it is one whose creation gave no answer, it is kept and revoked.</summary>
    public async Task LearnAsync(ChatInviteLink? link, CancellationToken cancellationToken)
    {
        // Of other administrators' links only the beginning is told.
        if (IdOf(link) is { } id && !link!.InviteLink.EndsWith("...", StringComparison.Ordinal)
            && await store.LearnLinkAsync(id, link.InviteLink, context.Clock.UtcNow, cancellationToken).ConfigureAwait(false))
        {
            InvitationLog.LinkFound(_logger, id);
            Wake();
        }
    }

    /// <summary>Something has ended: its link is revoked, and a request by it declined, in the background, so that nobody waits for Telegram.</summary>
    public void Wake()
    {
        Interlocked.Exchange(ref _isWoken, 1);
        Volatile.Read(ref _sleep)?.TryComplete(true);
    }

    /// <summary>Revokes and has declined what becomes due until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var activity = context.Clock.Begin();
        await Task.Yield();
        try
        {
            while (true)
            {
                await SleepAsync(stop).ConfigureAwait(false);
                await RevokeDueAsync(stop).ConfigureAwait(false);
                await requests.DeclineDueAsync(stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Revokes what is due now. Does not throw for what Telegram or the store answers: what failed is tried again later.</summary>
    public async Task RevokeDueAsync(CancellationToken cancellationToken)
    {
        var revoked = new List<string>();
        try
        {
            try
            {
                foreach (var link in await store.ListLinksToRevokeAsync(context.Clock.UtcNow, AtOnce, cancellationToken).ConfigureAwait(false))
                {
                    if (!await TryRevokeAsync(link, revoked, cancellationToken).ConfigureAwait(false))
                    {
                        break;
                    }
                }
            }
            finally
            {
                if (revoked.Count > 0)
                {
                    await store.LinksRevokedAsync(revoked, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        catch (TelegramMarketingException exception)
        {
            InvitationLog.LinkNotRevoked(_logger, exception.Error, exception.Message);
        }
    }

    private async Task SleepAsync(CancellationToken stop)
    {
        var gate = new Gate<bool>(context.Clock);
        Interlocked.Exchange(ref _sleep, gate);
        if (Interlocked.Exchange(ref _isWoken, 0) == 0)
        {
            using var timer = context.Clock.Time.CreateTimer(static state => ((Gate<bool>)state!).TryComplete(false), gate, LookEvery, Timeout.InfiniteTimeSpan);
            await gate.WaitAsync(stop).ConfigureAwait(false);
            Interlocked.Exchange(ref _isWoken, 0);
        }
    }

    /// <returns>Whether Telegram has answered, so that the next one is worth trying.</returns>
    private async Task<bool> TryRevokeAsync(LinkToRevoke link, List<string> revoked, CancellationToken cancellationToken)
    {
        try
        {
            await sender.CallAsync(new RevokeChatInviteLinkRequest { ChatId = link.ChannelId, InviteLink = link.Link }, repeatable: true, cancellationToken).ConfigureAwait(false);
            revoked.Add(link.Link);
            return true;
        }
        catch (TelegramMarketingException exception) when (exception.Message.Contains("INVITE_HASH_EXPIRED", StringComparison.OrdinalIgnoreCase))
        {
            // A link that is gone already is as it was asked.
            revoked.Add(link.Link);
            return true;
        }
        catch (TelegramMarketingException exception)
        {
            InvitationLog.LinkNotRevoked(_logger, exception.Error, exception.Message);
            await store.PostponeRevocationAsync(link.Link, context.Clock.UtcNow + CleanUpRetry.After(exception.Error), CancellationToken.None).ConfigureAwait(false);
            return !CleanUpRetry.IsSilence(exception.Error);
        }
    }
}
