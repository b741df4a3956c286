using TelegramMarketing.Hosting;

namespace TelegramMarketing.Delivery;

/// <summary>Tries the held publications again from time to time, until they go out or their grace period ends.</summary>
internal sealed class HoldKeeper(BotContext context, PublicationSender sender) : IDisposable
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);
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

    public void Dispose()
    {
        lock (_lock)
        {
            _stop.Cancel();
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
                    await sender.ReleaseHeldAsync(chat, stop).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (Exception exception) when (exception is LeaseLostException or TelegramMarketingException)
            {
                // Another process sends now, or the store is gone: what is held stays so, and is looked at again.
            }

            pause = pause * 2 < _longest ? pause * 2 : _longest;
            lock (_lock)
            {
                _chats.RemoveWhere(chat => PublicationSender.HeldIn(chat).Length == 0);
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
        foreach (var held in Chats().SelectMany(PublicationSender.HeldIn))
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
