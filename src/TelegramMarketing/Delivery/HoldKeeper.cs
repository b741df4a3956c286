using Microsoft.Extensions.Logging;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>Tries the held publications again from time to time, until they go out or their grace period ends.</summary>
internal sealed class HoldKeeper(BotContext context, PublicationSender sender, PublicationRecorder record, BotHold bot) : IDisposable
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);
    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");
    private readonly Lock _lock = new();
    private readonly HashSet<ChatState> _chats = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask; // observed by nobody: it handles its own failures and ends with the bot

    /// <summary>This chat has a held publication.</summary>
    public void Watch(ChatState chat)
    {
        lock (_lock)
        {
            if (_stop.IsCancellationRequested || !_chats.Add(chat) || _chats.Count > 1)
            {
                return;
            }

            _loop = RunAsync(_stop.Token);
        }
    }

    /// <summary>Holds a publication that Telegram refuses for now.</summary>
    /// <param name="chat">Its chat.</param>
    /// <param name="entry">The publication, with its parts.</param>
    /// <param name="error">What a caller can act on.</param>
    /// <param name="reason">Telegram's words.</param>
    /// <param name="atFront">Before those that are held already: it was the first of them.</param>
    public async Task HoldAsync(ChatState chat, PublicationEntry entry, TelegramMarketingError error, string reason, bool atFront)
    {
        entry.MoveTo(PublicationState.Held, error, reason);
        await chat.Pending.AddAsync(entry, atFront).ConfigureAwait(false);
        Watch(chat);
        await record.HeldAsync(entry, error, reason, sender.GiveUpAt(entry)).ConfigureAwait(false);
    }

    /// <summary>Tries the held publications of a chat, in the chat's turn and in their order.</summary>
    /// <returns>None is held any more.</returns>
    public async Task<bool> ReleaseAsync(ChatState chat, CancellationToken cancellationToken)
    {
        foreach (var held in chat.Pending.Held)
        {
            // The next look takes what somebody else is at just now, or has brought further.
            if (!await held.TryClaimedAsync(() => ReleaseAsync(chat, held, cancellationToken)).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _stop.Cancel();
        }
    }

    /// <returns>It is not held any more.</returns>
    private async Task<bool> ReleaseAsync(ChatState chat, PublicationEntry held, CancellationToken cancellationToken)
    {
        held.BeginWork();
        if (held.State != PublicationState.Held)
        {
            return true;
        }

        chat.Pending.Remove(held);
        if (held.IsCancelAsked)
        {
            await record.EndAsync(held, PublicationState.Cancelled, TelegramMarketingError.Other, "Cancelled by hand.").ConfigureAwait(false);
        }
        else if (context.Clock.UtcNow >= sender.GiveUpAt(held))
        {
            await record.MissAsync(held, held.Snapshot().LastError ?? "").ConfigureAwait(false);
        }
        else
        {
            await TryAsync(chat, held, cancellationToken).ConfigureAwait(false);
        }

        return held.State != PublicationState.Held;
    }

    private async Task TryAsync(ChatState chat, PublicationEntry held, CancellationToken cancellationToken)
    {
        using var span = context.Telemetry.StartResume(held);
        try
        {
            await sender.SendPartsAsync(chat, held, atFront: true, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (held.IsCancelAsked && !cancellationToken.IsCancellationRequested)
        {
            await record.EndAsync(held, PublicationState.Cancelled, TelegramMarketingError.Other, "Cancelled by hand.").ConfigureAwait(false);
        }
        catch (Exception) when (!held.HasEnded && held.State is not (PublicationState.Unknown or PublicationState.Sending) && !held.IsOvertaken)
        {
            // Cancelled, the lease lost, or the store gone before it was sent: it stays held.
            held.MoveTo(PublicationState.Held, held.Error, held.Snapshot().LastError);
            await chat.Pending.AddAsync(held, atFront: true).ConfigureAwait(false);

            // While it was tried for a caller, its chat may have been left.
            Watch(chat);
            throw;
        }
        finally
        {
            span.Concluded(held);
        }
    }

    private async Task RunAsync(CancellationToken stop)
    {
        using var activity = context.Clock.Begin();

        // It works for all that are held, not for the trace of the one that was held first.
        System.Diagnostics.Activity.Current = null;
        var pause = _first;
        while (true)
        {
            try
            {
                await context.Clock.DelayAsync(UntilNextTry(pause), stop).ConfigureAwait(false);
                foreach (var chat in Chats())
                {
                    using var turn = chat.Turns.Enter();
                    await turn.WaitAsync(stop).ConfigureAwait(false);
                    await ReleaseAsync(chat, stop).ConfigureAwait(false);
                    if (bot.Cause is not null)
                    {
                        // One try tells for all chats.
                        break;
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException && stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is LeaseLostException or TelegramMarketingException or OperationCanceledException)
            {
                // Another process sends now, or the store is gone, or one was cancelled: what is held stays so, and is looked at again.
            }
#pragma warning disable CA1031 // A fault that nobody foresaw must not end the trying: it is told, and tried again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _logger.LookFailed(exception);
            }

            pause = pause * 2 < _longest ? pause * 2 : _longest;
            lock (_lock)
            {
                _chats.RemoveWhere(chat => chat.Pending.Held.Length == 0);
                if (_chats.Count == 0)
                {
                    return;
                }
            }
        }
    }

    /// <summary>The pause, or less when a grace period ends before.</summary>
    private TimeSpan UntilNextTry(TimeSpan pause)
    {
        var now = context.Clock.UtcNow;
        foreach (var held in Chats().SelectMany(chat => chat.Pending.Held))
        {
            var left = sender.GiveUpAt(held) - now;
            pause = left < pause ? left : pause;
        }

        return pause > TimeSpan.Zero ? pause : TimeSpan.FromSeconds(1);
    }

    private ChatState[] Chats()
    {
        lock (_lock)
        {
            return [.. _chats];
        }
    }
}
