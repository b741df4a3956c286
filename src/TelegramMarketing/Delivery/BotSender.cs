using System.Runtime.CompilerServices;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using TelegramMarketing.BotApi;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Time;

namespace TelegramMarketing.Delivery;

/// <inheritdoc cref="IBotSender"/>
internal sealed class BotSender(BotContext context, IBotGateway gateway) : IBotSender, IDisposable
{
    /// <summary>How long a call that sends no message is tried.</summary>
    private static readonly TimeSpan _callPatience = TimeSpan.FromMinutes(1);

    private readonly Clock _clock = context.Clock;
    private readonly Pacer _pacer = new(context.Clock, context.Options.Pace);
    private ChatDirectory? _chats;

    /// <summary>The chats that this bot has met.</summary>
    public ChatDirectory Chats => _chats ??= new ChatDirectory(_pacer, _clock);

    /// <summary>The chat of this address. Asks Telegram only where two forms of address may be one chat.</summary>
    public ValueTask<ChatState> GetChatAsync(ChatTarget target, CancellationToken cancellationToken) =>
        Chats.Find(target) is { } known ? new(known)
        : Chats.IsAmbiguous(target) ? new(ResolveChatAsync(target, cancellationToken))
        : new(Chats.Get(target));

    /// <summary>Another process has sent this for the same bot: Telegram counts it too.</summary>
    public void NoteSent(ChatState chat, int messages, DateTimeOffset at) => _pacer.NoteSent(chat, messages, _clock.UtcNow - at);

    /// <inheritdoc/>
    public async Task<BotAnswer<SentMessages>> SendAsync(ChatTarget target, PlannedMessage message, SendPriority priority, SendIntent? intent, CancellationToken cancellationToken)
    {
        using var activity = _clock.BeginOperation();
        var chat = await GetChatAsync(target, cancellationToken).ConfigureAwait(false);
        using var turn = chat.Turns.Enter();
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await SendInTurnAsync(chat, message, null, priority, _clock.UtcNow + context.Options.GracePeriod, intent, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends one message in the chat's turn, again and again while it provably was not sent. The intent is recorded before each try.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<BotAnswer<SentMessages>> SendInTurnAsync(
        ChatState chat, PlannedMessage message, int? replyTo, SendPriority priority, DateTimeOffset giveUpAt, SendIntent? intent, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var asked = context.Telemetry.PaceAsked();
            var permit = await _pacer.AcquireAsync(chat, message.Cost, priority, cancellationToken).ConfigureAwait(false);
            context.Telemetry.PaceWaited(asked, priority);
            BotAnswer<SentMessages> answer;
            var isTypical = false;
            try
            {
                if (intent is { } begun)
                {
                    await begun.RecordAsync(chat).ConfigureAwait(false);
                }

                // From here on the caller's patience does not count: what has begun is finished and recorded.
                using var send = context.Telemetry.BeginSend(chat.Target, message, attempt);
                answer = await gateway.SendAsync(chat.Target, message, replyTo, CancellationToken.None).ConfigureAwait(false);
                send.Answered(answer.Failure);
                isTypical = answer.Succeeded && message.Media.Count == 0;
            }
            finally
            {
                _pacer.Complete(permit, isTypical);
            }

            if (answer.Succeeded)
            {
                Learn(chat, answer.Value!);
                return answer;
            }

            if (answer.Failure.Outcome != SendOutcome.NotSent)
            {
                return answer;
            }

            if (answer.Failure.RetryAfter is { } retryAfter)
            {
                _pacer.Refused(chat, retryAfter);
                if (_clock.UtcNow + retryAfter > giveUpAt)
                {
                    return answer;
                }
            }
            else
            {
                var wait = Backoff.After(attempt, context.Chance);
                if (_clock.UtcNow + wait > giveUpAt)
                {
                    return answer;
                }

                await _clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public Task<T?> CallAsync<T>(IRequest<T> request, bool repeatable, CancellationToken cancellationToken) =>
        CallAsync(request.MethodName, () => gateway.CallAsync(request, context.Options.SendTimeout, CancellationToken.None), repeatable, cancellationToken);

    /// <inheritdoc cref="CallAsync{T}(IRequest{T}, bool, CancellationToken)"/>
    public async Task<T?> CallAsync<T>(string method, Func<Task<BotAnswer<T>>> call, bool repeatable, CancellationToken cancellationToken)
    {
        using var activity = _clock.BeginOperation();
        var giveUpAt = _clock.UtcNow + _callPatience;
        for (var attempt = 0; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BotAnswer<T> answer;
            using (var span = context.Telemetry.StartCall(method, attempt))
            {
                answer = await call().ConfigureAwait(false);
                span.Answered(answer.Failure);
            }

            if (answer.Succeeded)
            {
                return answer.Value;
            }

            var failure = answer.Failure;
            if (failure.AlreadyDone)
            {
                return default;
            }

            var mayTryAgain = failure.Outcome == SendOutcome.NotSent || (failure.Outcome == SendOutcome.Unknown && repeatable);
            var wait = failure.RetryAfter ?? Backoff.After(attempt, context.Chance);
            if (!mayTryAgain || _clock.UtcNow + wait > giveUpAt)
            {
                throw failure.ToException();
            }

            await _clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _pacer.Dispose();

    private async Task<ChatState> ResolveChatAsync(ChatTarget target, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetChatRequest { ChatId = MessageContent.ChatIdOf(target) };
            if (await CallAsync(request, repeatable: true, cancellationToken).ConfigureAwait(false) is { } info)
            {
                Chats.Learn(target, info.Id, info.Username);
            }
        }
        catch (TelegramMarketingException)
        {
            // Telegram will say the same to the send itself, where it is classified and recorded.
        }

        return Chats.Get(target);
    }

    private void Learn(ChatState chat, SentMessages sent)
    {
        if (!chat.IsJoined || chat.Id != sent.ChatId || !string.Equals(chat.Username, sent.ChatUsername, StringComparison.Ordinal))
        {
            Chats.Learn(chat.Target, sent.ChatId, sent.ChatUsername);
        }

        if (sent.MessageIds.Count > 0)
        {
            chat.LastMessageId = Math.Max(chat.LastMessageId, sent.MessageIds[^1]);
        }
    }
}
