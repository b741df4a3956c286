using Microsoft.Extensions.Logging;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Clears up sends whose answer never came. What is found in the channel is Published; what is proved absent is sent again; all else stays Unknown.
/// </summary>
internal sealed class Reconciler(BotContext context, PublicationSender sender, IPublicationStore store, LeaseKeeper lease, IReadOnlyList<IOutcomeEvidence> evidence) : IDisposable
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(15);

    /// <summary>So often it is looked for after each start, however old it is: what is there may be found at any age.</summary>
    private const int LeastRounds = 3;

    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, UnknownSend> _inDoubt = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>When the send in doubt is in the channel, or never will be; not before its own time-out has passed, since whoever sends it may only be cut off from the store.</summary>
    public DateTimeOffset HorizonOf(PublicationEntry entry)
    {
        var uploaded = entry.Parts is { } parts && entry.PartsDone < parts.Count ? parts[entry.PartsDone].UploadLength(context.Name) : 0;
        return EndOf(entry, context.SendTimeoutFor(uploaded));
    }

    /// <summary>A publication has become Unknown.</summary>
    public void Watch(ChatState chat, PublicationEntry entry)
    {
        var send = Describe(chat, entry);
        lock (_lock)
        {
            // Who takes over a second time finds what it watches already.
            if (!_stop.IsCancellationRequested && _inDoubt.GetValueOrDefault(entry.Id)?.BeganAt != send.BeganAt)
            {
                // One that was sent again may be in doubt again, while the look that led to it is just ending.
                _inDoubt[entry.Id] = send;
                _ = SettleAsync(send, _stop.Token); // handles its own failures and ends with the bot
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _stop.Cancel();
        }
    }

    private async Task SettleAsync(UnknownSend send, CancellationToken stop)
    {
        using var activity = context.Clock.Begin();
        var patience = context.Options.Reconciliation.GiveUpAfter;
        var leastRounds = patience > TimeSpan.Zero ? LeastRounds : 0;

        // An upload may be found long before it can be missed.
        var pause = EndOf(send.Entry, context.Options.SendTimeout) - context.Clock.UtcNow;
        EvidenceKind? seen = EvidenceKind.Unclear;
        try
        {
            for (var next = _firstPause; seen is not null && (leastRounds-- > 0 || context.Clock.UtcNow + pause < send.BeganAt + patience); pause = next, next = next * 2 < _longestPause ? next * 2 : _longestPause)
            {
                await context.Clock.DelayAsync(pause, stop).ConfigureAwait(false);
                seen = await TryRoundAsync(send, seen.Value, stop).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The bot shuts down; the publication stays Unknown.
        }
        catch (LeaseLostException)
        {
            // Another process sends for this bot now, and looks for it; unless this one has just become the sender again.
            Forget(send);
            if (lease.MaySendNow && send.IsOpen && send.Entry.Parts is not null)
            {
                Watch(send.Chat, send.Entry);
            }
        }
        finally
        {
            Forget(send);
        }
    }

    private void Forget(UnknownSend send)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_inDoubt.GetValueOrDefault(send.Entry.Id), send))
            {
                _inDoubt.Remove(send.Entry.Id);
            }
        }
    }

    /// <summary>Looks once more; when the store is gone for a while, then in vain.</summary>
    /// <returns>What was seen; <see langword="null"/> when nothing more is to be looked for.</returns>
    private async Task<EvidenceKind?> TryRoundAsync(UnknownSend send, EvidenceKind before, CancellationToken stop)
    {
        try
        {
            return await RoundAsync(send, before, stop).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception)
        {
            _logger.StoreFailed(exception.Error, exception.Message);
            return EvidenceKind.Unclear;
        }
#pragma warning disable CA1031 // A fault that nobody foresaw must not end the looking: it is told, and tried again.
        catch (Exception exception) when (exception is not (OperationCanceledException or ObjectDisposedException or LeaseLostException))
#pragma warning restore CA1031
        {
            _logger.LookFailed(exception);
            return EvidenceKind.Unclear;
        }
    }

    private async Task<EvidenceKind?> RoundAsync(UnknownSend send, EvidenceKind before, CancellationToken stop)
    {
        using var turn = send.Chat.Turns.Enter();
        await turn.WaitAsync(stop).ConfigureAwait(false);
        if (!lease.MaySendNow && !await lease.MaySendAsync().ConfigureAwait(false))
        {
            throw new LeaseLostException();
        }

        send.Entry.BeginWork();
        if (!send.IsOpen)
        {
            return null;
        }

        // Another process has changed it, and what it sends is not read again yet; without it nobody can go on.
        if (send.Entry.Parts is null)
        {
            await store.FindAsync(send.Entry.Id, stop).ConfigureAwait(false);
            return EvidenceKind.Unclear;
        }

        var seen = await LookAsync(send, stop).ConfigureAwait(false);
        if (send.Entry.IsOvertaken)
        {
            return EvidenceKind.Unclear;
        }

        if (seen.Kind == EvidenceKind.Found)
        {
            _logger.UnknownFound(send.Entry.Id, send.Entry.Channel, seen.Sightings[0].MessageIds[0]);
            return await sender.SettleAsync(send.Chat, send.Entry, seen.Sightings[0].MessageIds, stop).ConfigureAwait(false) ? null : seen.Kind;
        }

        if (context.Clock.UtcNow < send.Horizon)
        {
            return EvidenceKind.Unclear;
        }

        if (MayBeSentAgain(send) && (seen.Kind == EvidenceKind.Absent || (seen.Kind == EvidenceKind.NothingFound && before == EvidenceKind.NothingFound)))
        {
            _logger.UnknownAbsent(send.Entry.Id, send.Entry.Channel);
            return await sender.SendAgainAsync(send.Chat, send.Entry, stop).ConfigureAwait(false) ? null : seen.Kind;
        }

        return seen.Kind;
    }

    /// <summary>The strongest of what all ways of looking say.</summary>
    private async Task<Evidence> LookAsync(UnknownSend send, CancellationToken stop)
    {
        if (send.Entry.IsProvedAbsent)
        {
            return Evidence.Absent;
        }

        var strongest = Evidence.Unclear;
        foreach (var look in evidence)
        {
            var seen = await look.LookAsync(send, id => IsOfAnotherAsync(send, id), stop).ConfigureAwait(false);
            if (seen.Kind > strongest.Kind)
            {
                strongest = seen;
            }

            if (strongest.Kind == EvidenceKind.Found)
            {
                break;
            }
        }

        return strongest.Kind != EvidenceKind.Found ? strongest
            : Choose(send, strongest.Sightings) is { } its ? Evidence.Found([its])
            : Evidence.Unclear;
    }

    /// <summary>
    /// Which of what was seen is the send: other sends in doubt may look the same in the channel, as albums without a caption do. When fewer are there than are in doubt,
    /// and all of them may be any, nobody can tell.
    /// </summary>
    private Sighting? Choose(UnknownSend send, IReadOnlyList<Sighting> sightings)
    {
        var doubles = send.Chat.Pending.OtherUnknown(send.Entry).Where(other => other.Parts is not null).Select(other => Describe(send.Chat, other)).Where(other => other.IsDoubleOf(send)).ToList();
        if (sightings.FirstOrDefault(sighting => !doubles.Exists(sighting.MayBe)) is { } only)
        {
            return only;
        }

        // All of them are there, and they went out in their order.
        return sightings.Count > doubles.Count ? sightings[doubles.Count(other => other.BeganAt < send.BeganAt)] : null;
    }

    /// <summary>Whoever began it has ended by then, dead or not: nobody sends for longer than a lease lasts.</summary>
    private DateTimeOffset EndOf(PublicationEntry entry, TimeSpan timeout)
    {
        var timedOut = entry.SendBeganAt + timeout;
        var latest = timedOut + lease.Length;
        var end = timedOut > entry.BecameUnknownAt ? timedOut : entry.BecameUnknownAt < latest ? entry.BecameUnknownAt : latest;
        return end + context.Options.Reconciliation.Margin;
    }

    /// <summary>What is proved absent late would go out long after it was due: it stays Unknown then, until it is settled by hand.</summary>
    private bool MayBeSentAgain(UnknownSend send) => context.Clock.UtcNow < send.Entry.DueAt + context.Options.Reconciliation.GiveUpAfter;

    private UnknownSend Describe(ChatState chat, PublicationEntry entry) =>
        new(chat, entry, entry.Parts![entry.PartsDone], entry.LastKnownMessageId, entry.SendBeganAt, HorizonOf(entry));

    private async ValueTask<bool> IsOfAnotherAsync(UnknownSend send, int messageId) =>
        await store.FindByMessageAsync(send.Chat.Key, messageId, CancellationToken.None).ConfigureAwait(false) is not null;
}
