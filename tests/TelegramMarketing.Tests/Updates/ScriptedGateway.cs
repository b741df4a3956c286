using System.Collections.Concurrent;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;

namespace TelegramMarketing.Tests.Updates;

/// <summary>A gateway whose polls are answered one after another; when there is no more, the poll hangs until it is cancelled.</summary>
internal sealed class ScriptedGateway : IBotGateway
{
    private readonly ConcurrentQueue<BotAnswer<Update[]>> _answers = [];
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<GetUpdatesRequest> Polls { get; } = [];

    public TimeSpan Timeout { get; private set; }

    /// <summary>Ends when a poll finds no answer any more.</summary>
    public Task Drained => _drained.Task;

    public ScriptedGateway Answer(params Update[] updates)
    {
        _answers.Enqueue(new(updates));
        return this;
    }

    public ScriptedGateway Fail(TelegramMarketingError error, string description, TimeSpan? retryAfter = null)
    {
        _answers.Enqueue(new(new CallFailure(SendOutcome.NotSent, error, description, retryAfter)));
        return this;
    }

    public ValueTask<BotAnswer<SentMessages>> SendAsync(ChatTarget chat, PlannedMessage message, int? replyTo, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<BotAnswer<Message>> EditMediaAsync(ChatTarget chat, int messageId, PlannedMessage content, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<BotAnswer<T>> CallAsync<T>(IRequest<T> request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        request.Should().BeOfType<GetUpdatesRequest>("the pump does nothing but poll: it deletes no webhook");
        Polls.Enqueue((GetUpdatesRequest)(object)request);
        Timeout = timeout;
        if (_answers.TryDequeue(out var answer))
        {
            return (BotAnswer<T>)(object)answer;
        }

        _drained.TrySetResult();
        await Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new NotSupportedException();
    }
}
