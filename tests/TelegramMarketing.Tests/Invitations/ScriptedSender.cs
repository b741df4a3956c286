using System.Collections.Concurrent;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>A sender that knows one public and one private channel, and keeps what it was asked to send.</summary>
internal sealed class ScriptedSender : IBotSender
{
    public const long PublicId = -1001111111111;
    public const long PrivateId = -1002222222222;

    private int _messageId;
    private int _link;

    public ConcurrentQueue<(ChatTarget Chat, PlannedMessage Message)> Sent { get; } = [];

    public ConcurrentQueue<object> Calls { get; } = [];

    public Func<ChatTarget, CallFailure?> RefuseSend { get; set; } = _ => null;

    public Func<object, TelegramMarketingException?> RefuseCall { get; set; } = _ => null;

    public Func<CancellationToken, Task> BeforeSend { get; set; } = _ => Task.CompletedTask;

    public PlannedMessage LastSent => Sent.Last().Message;

    public async Task<BotAnswer<SentMessages>> SendAsync(ChatTarget chat, PlannedMessage message, SendPriority priority, SendIntent? intent, CancellationToken cancellationToken)
    {
        priority.Should().Be(SendPriority.Bulk, "invitations go after posts");
        await BeforeSend(cancellationToken);
        if (intent is { } begun)
        {
            await begun.RecordAsync(null!);
        }

        if (RefuseSend(chat) is { } failure)
        {
            return new(failure);
        }

        Sent.Enqueue((chat, message));
        return new(new SentMessages(chat.Id, null, [Interlocked.Increment(ref _messageId)], DateTimeOffset.UnixEpoch));
    }

    public async Task<T?> CallAsync<T>(IRequest<T> request, bool repeatable, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Enqueue(request);
        if (RefuseCall(request) is { } refusal)
        {
            throw refusal;
        }

        return (T?)Answer(request);
    }

    private object Answer(object request) => request switch
    {
        GetMeRequest => new User { Id = 1, IsBot = true, Username = "brand_bot" },
        GetChatRequest { ChatId: var id } when id.Username is "@brand" or "@Brand" || id.Identifier == PublicId =>
            new ChatFullInfo { Id = PublicId, Type = ChatType.Channel, Title = "Brand <News>", Username = "brand" },
        GetChatRequest { ChatId.Identifier: PrivateId } => new ChatFullInfo { Id = PrivateId, Type = ChatType.Channel, Title = "Club" },
        GetChatRequest => throw new TelegramMarketingException(TelegramMarketingError.ChatNotFound, "Bad Request: chat not found"),
        CreateChatInviteLinkRequest create => new ChatInviteLink { InviteLink = $"https://t.me/+link{Interlocked.Increment(ref _link)}", Name = create.Name },
        GetChatMemberCountRequest => 100,
        RevokeChatInviteLinkRequest revoke => new ChatInviteLink { InviteLink = revoke.InviteLink, IsRevoked = true },
        _ => throw new NotSupportedException(request.GetType().Name),
    };
}
