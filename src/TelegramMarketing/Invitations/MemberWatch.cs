using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using TelegramMarketing.Delivery;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Counts what is reported of a channel's members, and compares it with their number, so that the share of the joins is known that was seen.</summary>
internal sealed class MemberWatch(IBotSender sender, PrivateReplies replies, IConsentStore store, Time.Clock clock)
{
    /// <summary>Somebody has joined or left.</summary>
    public async Task CountAsync(int updateId, ChatMemberUpdated change, bool isJoin, CancellationToken cancellationToken)
    {
        await CountMembersFirstAsync(change.Chat.Id, cancellationToken).ConfigureAwait(false);
        await store.CountMemberChangeAsync(change.Chat.Id, updateId, isJoin, InvitationEvents.ToOffset(change.Date), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What was counted, and the number of members now; <see langword="null"/> for what is not known.</summary>
    public async Task<(ChannelCounts? Counts, int? Members)> ReadAsync(long channelId, CancellationToken cancellationToken)
    {
        var members = await AskAsync(channelId, cancellationToken).ConfigureAwait(false);
        return (await store.GetChannelCountsAsync(channelId, cancellationToken).ConfigureAwait(false), members);
    }

    private async Task CountMembersFirstAsync(long channelId, CancellationToken cancellationToken)
    {
        if (await store.GetChannelCountsAsync(channelId, cancellationToken).ConfigureAwait(false) is null
            && await AskAsync(channelId, cancellationToken).ConfigureAwait(false) is { } members)
        {
            // Telegram dates its updates in whole seconds.
            var now = clock.UtcNow;
            await store.CountMembersFirstAsync(channelId, members, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int?> AskAsync(long channelId, CancellationToken cancellationToken)
    {
        int? members = null;
        await replies.TryAsync(
            async token => members = await sender.CallAsync(new GetChatMemberCountRequest { ChatId = channelId }, repeatable: true, token).ConfigureAwait(false),
            static (_, _) => { },
            cancellationToken).ConfigureAwait(false);
        return members;
    }
}
