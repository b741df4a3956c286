using Microsoft.Extensions.Logging;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Makes this process the bot's sender, of which there is one among all that share a store. It takes over what its predecessor has left: sends that were under
/// way are in doubt, what is held is ours, and what was sent in the last minute counts for the pace.
/// </summary>
internal sealed class SenderRole(BotContext context, BotSender sender, PublicationSender publications, IBotStorage storage, LeaseKeeper lease)
{
    /// <summary>What was sent longer ago concerns no limit of Telegram's any more.</summary>
    private static readonly TimeSpan _longestWindow = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");
    private readonly TurnQueue _turns = new(context.Clock);
    private int _recoveredTerm = storage.IsInMemory ? 1 : 0;

    /// <summary>Becomes the sender, if nobody is or this process is already.</summary>
    public async ValueTask<bool> BecomeAsync(CancellationToken cancellationToken)
    {
        if (storage.IsInMemory)
        {
            return true;
        }

        using var turn = _turns.Enter();
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!await lease.HoldAsync().ConfigureAwait(false))
        {
            return false;
        }

        if (_recoveredTerm != lease.Term)
        {
            await TakeOverAsync().ConfigureAwait(false);
            _recoveredTerm = lease.Term;
        }

        return true;
    }

    private async Task TakeOverAsync()
    {
        foreach (var known in await storage.Publications.LoadChatsAsync(CancellationToken.None).ConfigureAwait(false))
        {
            var target = ChatState.TargetOf(known.Key);
            var chat = sender.Chats.Get(target);
            chat.LastMessageId = Math.Max(chat.LastMessageId, known.LastMessageId);
            if (known.Id != 0)
            {
                sender.Chats.Learn(target, known.Id, target.Username);
            }
        }

        foreach (var sent in await storage.Publications.LoadSentSinceAsync(context.Clock.UtcNow - _longestWindow, CancellationToken.None).ConfigureAwait(false))
        {
            sender.NoteSent(sender.Chats.Get(ChatState.TargetOf(sent.ChatKey)), sent.Messages, sent.At);
        }

        var taken = 0;
        await foreach (var entry in storage.Publications.LoadUnfinishedAsync(CancellationToken.None).ConfigureAwait(false))
        {
            taken += await entry.TryClaimedAsync(publications.TakeOverAsync).ConfigureAwait(false) ? 1 : 0;
        }

        _logger.TookOver(taken);
    }
}
