using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Statistics;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Publishing;

/// <summary>Tells statistics what the ledger knows about a message, whichever way its channel is addressed.</summary>
internal sealed class LedgerPosts(ChatDirectory chats, IPublicationStore store) : IPublishedPosts
{
    public async ValueTask<PublishedPost?> FindAsync(ChannelAddress channel, long? channelId, int messageId, CancellationToken cancellationToken)
    {
        var target = ChatTarget.For(channel);
        var chat = chats.Find(target) ?? (channelId is { } id ? chats.Find(new ChatTarget(null, id)) : null);
        var entry = await store.FindByMessageAsync(chat?.Key ?? ChatState.KeyOf(target), messageId, cancellationToken).ConfigureAwait(false);
        return entry?.FirstMessageId is { } first ? new PublishedPost(entry.Kind, entry.Tags, first) : null;
    }
}
