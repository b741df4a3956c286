using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Updates;

/// <summary>
/// The one pump of a bot's updates: polls them, or takes them from the host, and tells every handler each of them once. An update is confirmed to Telegram only after
/// it was handled.
/// </summary>
internal sealed class UpdatePump(BotContext context, IBotGateway gateway, IReadOnlyList<IUpdateHandler> handlers) : IUpdateReceiver
{
    private const int Batch = 100;
    private const int Remembered = 10_000;

    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan LongPollTimeout = LongPoll + TimeSpan.FromSeconds(30);

    // All that is handled here or that a host wants of a channel's bot. chat_member and message_reaction_count come only when asked for.
    private static readonly UpdateType[] Wanted =
    [
        UpdateType.Message, UpdateType.EditedMessage, UpdateType.ChannelPost, UpdateType.EditedChannelPost, UpdateType.CallbackQuery, UpdateType.Poll,
        UpdateType.MyChatMember, UpdateType.ChatMember, UpdateType.ChatJoinRequest, UpdateType.MessageReactionCount,
    ];

    private readonly ILogger _logger = context.Loggers.CreateLogger<UpdatePump>();
    private readonly SeenUpdates _seen = new(Remembered);
    private readonly PollBackoff _backoff = new(context.Chance);
    private DateTimeOffset _polledAt;
    private bool _hadOtherConsumer;
    private int _isObserving;
    private int? _offset;

    /// <summary>Why the latest poll failed; <see langword="null"/> when it did not, or none has ended yet.</summary>
    public TelegramMarketingError? LatestFailure { get; private set; }

    /// <summary>A poll has succeeded.</summary>
    public bool HasPolled { get; private set; }

    /// <summary>Polls until it is cancelled. Call it once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var activity = context.Clock.Begin();
        await Task.Yield();
        System.Diagnostics.Activity.Current = null; // of whoever happened to start it
        UpdateLog.Polling(_logger);
        _polledAt = context.Clock.UtcNow;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await PollAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops. What was not handled to its end is not confirmed, and comes again.
        }
    }

    /// <inheritdoc/>
    public Task ReceiveAsync(Update update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return HandleAsync(update, cancellationToken);
    }

    /// <summary>Tells every handler one update, once.</summary>
    public async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        await ObserveAsync(cancellationToken).ConfigureAwait(false);
        await TellOnceAsync(update, cancellationToken).ConfigureAwait(false);
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        var request = new GetUpdatesRequest { Offset = _offset, Limit = Batch, Timeout = (int)LongPoll.TotalSeconds, AllowedUpdates = Wanted };
        var answer = await gateway.CallAsync(request, LongPollTimeout, cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await context.Clock.DelayAsync(BackOff(answer.Failure), cancellationToken).ConfigureAwait(false);
            return;
        }

        _backoff.Reset();
        HasPolled = true;
        LatestFailure = null;
        await ObserveAsync(cancellationToken).ConfigureAwait(false);
        await TellOfMissedAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Value is { Length: > 0 } updates)
        {
            await Task.WhenAll(updates.GroupBy(UpdateChat.IdOf).Select(chat => TellInOrderAsync(chat, cancellationToken))).ConfigureAwait(false);
            _offset = updates[^1].Id + 1;
        }
    }

    /// <summary>Tells every handler when no updates were received for a while.</summary>
    private async Task TellOfMissedAsync(CancellationToken cancellationToken)
    {
        var (from, to, byOtherConsumer) = (_polledAt, context.Clock.UtcNow, _hadOtherConsumer);
        (_polledAt, _hadOtherConsumer) = (to, false);
        if (!byOtherConsumer && to - from <= LongPollTimeout)
        {
            return;
        }

        foreach (var handler in handlers)
        {
            await GuardAsync(handler, updateId: 0, () => handler.MissedAsync(from, to, byOtherConsumer, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan BackOff(CallFailure failure)
    {
        LatestFailure = failure.Error;
        _hadOtherConsumer |= failure.Error == TelegramMarketingError.Conflict;
        var delay = _backoff.Next(failure);
        switch (failure.Error)
        {
            case TelegramMarketingError.Conflict when failure.Description.Contains("webhook is active", StringComparison.OrdinalIgnoreCase):
                UpdateLog.WebhookIsSet(_logger, delay);
                break;
            case TelegramMarketingError.Conflict:
                UpdateLog.OtherConsumer(_logger, delay);
                break;
            case TelegramMarketingError.InvalidToken:
                UpdateLog.TokenRefused(_logger, delay);
                break;
            default:
                UpdateLog.PollFailed(_logger, failure.Error, delay);
                break;
        }

        return delay;
    }

    private async Task TellInOrderAsync(IEnumerable<Update> updates, CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        foreach (var update in updates)
        {
            await TellOnceAsync(update, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TellOnceAsync(Update update, CancellationToken cancellationToken)
    {
        if (!_seen.TryAdd(update.Id))
        {
            UpdateLog.CameAgain(_logger, update.Id);
            return;
        }

        try
        {
            foreach (var handler in handlers)
            {
                await TellAsync(handler, update, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            _seen.Remove(update.Id);
            throw;
        }
    }

    private Task TellAsync(IUpdateHandler handler, Update update, CancellationToken cancellationToken) =>
        GuardAsync(handler, update.Id, () => handler.HandleAsync(update, cancellationToken), cancellationToken);

    /// <summary>A handler that fails does not keep the others from their work.</summary>
    private async Task GuardAsync(IUpdateHandler handler, int updateId, Func<Task> tell, CancellationToken cancellationToken)
    {
        try
        {
            await tell().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            UpdateLog.HandlerFailed(_logger, exception, handler.GetType().Name, updateId);
        }
    }

    private async Task ObserveAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isObserving, 1) == 1)
        {
            return;
        }

        foreach (var handler in handlers)
        {
            await GuardAsync(handler, updateId: 0, () => handler.ObservingAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }
}
