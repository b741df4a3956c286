using Microsoft.Extensions.Logging;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Clears up sends whose answer never came. What is found in the channel is Published; what is proved absent is sent again; all else stays Unknown.
/// </summary>
internal sealed class Reconciler(BotContext context, PublicationSender sender, IPublicationStore store, IReadOnlyList<IOutcomeEvidence> evidence) : IDisposable
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(15);
    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, UnknownSend> _inDoubt = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>When the send in doubt is in the channel, or never will be; not before its own time-out has passed.</summary>
    public DateTimeOffset HorizonOf(PublicationEntry entry)
    {
        var timedOut = entry.SendBeganAt + context.Options.SendTimeout;
        return (timedOut > entry.BecameUnknownAt ? timedOut : entry.BecameUnknownAt) + context.Options.Reconciliation.Margin;
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
        var giveUpAt = send.BeganAt + context.Options.Reconciliation.GiveUpAfter;
        var pause = send.Horizon - context.Clock.UtcNow;
        var roundsWithoutIt = 0;
        try
        {
            for (var next = _firstPause; context.Clock.UtcNow + pause < giveUpAt; pause = next, next = next * 2 < _longestPause ? next * 2 : _longestPause)
            {
                await context.Clock.DelayAsync(pause, stop).ConfigureAwait(false);
                using var turn = send.Chat.Turns.Enter();
                await turn.WaitAsync(stop).ConfigureAwait(false);
                if (send.Entry.State != PublicationState.Unknown || send.Entry.SendBeganAt != send.BeganAt)
                {
                    return;
                }

                var seen = await LookAsync(send, stop).ConfigureAwait(false);
                roundsWithoutIt = seen.Kind == EvidenceKind.NothingFound ? roundsWithoutIt + 1 : 0;
                if (seen.Kind == EvidenceKind.Found)
                {
                    _logger.UnknownFound(send.Entry.Id, send.Entry.Channel, seen.Sightings[0].MessageIds[0]);
                    await sender.SettleAsync(send.Chat, send.Entry, seen.Sightings[0].MessageIds, stop).ConfigureAwait(false);
                    return;
                }

                if (seen.Kind == EvidenceKind.Absent || roundsWithoutIt >= 2)
                {
                    _logger.UnknownAbsent(send.Entry.Id, send.Entry.Channel);
                    await sender.SendAgainAsync(send.Chat, send.Entry, stop).ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The bot shuts down; the publication stays Unknown.
        }
        catch (LeaseLostException)
        {
            // Another process sends for this bot now, and looks for it.
        }
        catch (TelegramMarketingException exception)
        {
            _logger.StoreFailed(exception.Error, exception.Message);
        }
        finally
        {
            lock (_lock)
            {
                if (ReferenceEquals(_inDoubt.GetValueOrDefault(send.Entry.Id), send))
                {
                    _inDoubt.Remove(send.Entry.Id);
                }
            }
        }
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
        var doubles = send.Chat.Pending.OtherUnknown(send.Entry).Select(other => Describe(send.Chat, other)).Where(other => other.IsDoubleOf(send)).ToList();
        if (sightings.FirstOrDefault(sighting => !doubles.Exists(sighting.MayBe)) is { } only)
        {
            return only;
        }

        // All of them are there, and they went out in their order.
        return sightings.Count > doubles.Count ? sightings[doubles.Count(other => other.BeganAt < send.BeganAt)] : null;
    }

    private UnknownSend Describe(ChatState chat, PublicationEntry entry) =>
        new(chat, entry, entry.Parts![entry.PartsDone], entry.LastKnownMessageId, entry.SendBeganAt, HorizonOf(entry));

    private async ValueTask<bool> IsOfAnotherAsync(UnknownSend send, int messageId) =>
        await store.FindByMessageAsync(send.Chat.Key, messageId, CancellationToken.None).ConfigureAwait(false) is not null;
}
