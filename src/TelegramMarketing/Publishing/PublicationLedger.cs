using System.Runtime.CompilerServices;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Publishing;

/// <inheritdoc cref="IPublicationLedger"/>
internal sealed class PublicationLedger(BotContext context, BotSender sender, PublicationSender publications, IPublicationStore store) : IPublicationLedger
{
    /// <inheritdoc/>
    public async Task<Publication?> FindAsync(Guid id, CancellationToken cancellationToken = default) =>
        (await store.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Snapshot();

    /// <inheritdoc/>
    public async Task<Publication?> FindAsync(ChannelAddress channel, string idempotencyKey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentException.ThrowIfNullOrWhiteSpace(idempotencyKey);
        using var activity = context.Clock.BeginOperation();
        var chat = await sender.GetChatAsync(ChatTarget.For(channel), cancellationToken).ConfigureAwait(false);
        return (await store.FindByKeyAsync(chat.Key, idempotencyKey, cancellationToken).ConfigureAwait(false))?.Snapshot();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Publication> ListAsync(PublicationState? state = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in store.ListAsync(state, cancellationToken).ConfigureAwait(false))
        {
            var publication = entry.Snapshot();
            if (state is null || publication.State == state)
            {
                yield return publication;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<Publication> SettleAsPublishedAsync(Guid id, IReadOnlyList<int> messageIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageIds);
        if (messageIds.Count == 0 || messageIds.Any(messageId => messageId < 1))
        {
            throw new ArgumentException("Name the message ids under which the post stands in the channel, each 1 or more. If it is not there, settle it as not published.", nameof(messageIds));
        }

        using var activity = context.Clock.BeginOperation();
        var entry = await FindUnknownAsync(id, cancellationToken).ConfigureAwait(false);
        var chat = await sender.GetChatAsync(ChatTarget.For(entry.Channel), cancellationToken).ConfigureAwait(false);
        using var turn = chat.Turns.Enter();
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        entry.BeginWork();
        EnsureUnknown(entry);
        if (!await publications.SettleAsync(chat, entry, messageIds, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"Publication {id} is being worked on just now, perhaps by another process. Look at its state, and settle it again if it is still Unknown.");
        }

        return entry.Snapshot();
    }

    /// <inheritdoc/>
    public async Task<Publication> SettleAsNotPublishedAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var entry = await FindUnknownAsync(id, cancellationToken).ConfigureAwait(false);
        var chat = await sender.GetChatAsync(ChatTarget.For(entry.Channel), cancellationToken).ConfigureAwait(false);
        using var turn = chat.Turns.Enter();
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        EnsureUnknown(entry);
        return await CancelInTurnAsync(chat, entry, "Settled by hand: not in the channel.").ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Publication> CancelAsync(Guid id, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var entry = await store.GetAsync(id, cancellationToken).ConfigureAwait(false);
        entry.AskToCancel("Cancelled by hand.");
        if (entry.State == PublicationState.Held)
        {
            var chat = await sender.GetChatAsync(ChatTarget.For(entry.Channel), cancellationToken).ConfigureAwait(false);
            using var turn = chat.Turns.Enter();
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (entry.State == PublicationState.Held)
            {
                return await CancelInTurnAsync(chat, entry, "Cancelled by hand.").ConfigureAwait(false);
            }
        }

        await store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
        return entry.Snapshot();
    }

    private static void EnsureUnknown(PublicationEntry entry)
    {
        if (entry.State != PublicationState.Unknown)
        {
            throw new InvalidOperationException($"Publication {entry.Id} is {entry.State}; only one that is Unknown is settled by hand.");
        }
    }

    private async Task<PublicationEntry> FindUnknownAsync(Guid id, CancellationToken cancellationToken)
    {
        var entry = await store.GetAsync(id, cancellationToken).ConfigureAwait(false);
        EnsureUnknown(entry);
        return entry;
    }

    private async Task<Publication> CancelInTurnAsync(ChatState chat, PublicationEntry entry, string reason)
    {
        chat.Pending.Remove(entry);
        entry.MoveTo(PublicationState.Cancelled, TelegramMarketingError.Other, reason);
        await store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
        context.Telemetry.Rested(entry);
        return entry.Snapshot();
    }
}
