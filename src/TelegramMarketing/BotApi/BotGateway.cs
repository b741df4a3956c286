using System.Runtime.CompilerServices;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.BotApi;

/// <inheritdoc cref="IBotGateway"/>
internal sealed class BotGateway(BotContext context, ITelegramBotClient client, bool isHostsClient) : IBotGateway
{
    private const int TooManyRequests = 429;
    private const int UploadBytesPerSecond = 64 * 1024;
    private readonly Timeouts _timeouts = new(context.Clock);

    /// <inheritdoc/>
    public ValueTask<BotAnswer<SentMessages>> SendAsync(ChatTarget chat, PlannedMessage message, int? replyTo, CancellationToken cancellationToken) =>
        message.Media.Count == 0 ? CallAsync(SendRequests.Text(chat, message, replyTo), context.Options.SendTimeout, Confirm, cancellationToken)
        : message.IsAlbum ? new(SendAlbumAsync(chat, message, replyTo, cancellationToken))
        : new(SendMediaAsync(chat, message, replyTo, cancellationToken));

    /// <inheritdoc/>
    public async Task<BotAnswer<Message>> EditMediaAsync(ChatTarget chat, int messageId, PlannedMessage content, CancellationToken cancellationToken)
    {
        using var upload = new MediaUpload(context.Name);
        if (!TryOpen(() => EditRequests.Media(chat, messageId, content, upload), out var request, out var failure))
        {
            return new(failure);
        }

        var answer = await CallAsync(request, TimeoutFor(upload), cancellationToken).ConfigureAwait(false);
        if (answer.Succeeded)
        {
            Remember(content.Media[0], answer.Value!);
        }

        return answer;
    }

    /// <inheritdoc/>
    public Task<BotAnswer<T>> CallAsync<T>(IRequest<T> request, TimeSpan timeout, CancellationToken cancellationToken) =>
        CallAsync(request, timeout, static value => value, cancellationToken).AsTask();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<BotAnswer<TResult>> CallAsync<T, TResult>(IRequest<T> request, TimeSpan timeout, Func<T, TResult> confirm, CancellationToken cancellationToken)
    {
        using var timer = _timeouts.Start(timeout);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token) : null;
        try
        {
            return new(confirm(await client.SendRequest(request, linked?.Token ?? timer.Token).ConfigureAwait(false)));
        }
        catch (OperationCanceledException)
        {
            return new(new CallFailure(
                SendOutcome.Unknown,
                TelegramMarketingError.OutcomeUnknown,
                timer.Token.IsCancellationRequested ? $"No answer came within {timeout.TotalSeconds:0} s; the message may have been accepted or not." : "The call was broken off; the message may have been accepted or not."));
        }
        catch (ApiRequestException exception)
        {
            if (exception.ErrorCode == TooManyRequests)
            {
                context.Telemetry.Throttled(request.MethodName);
            }

            var retryAfter = exception.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
            return new(OutcomeClassifier.Classify(exception.ErrorCode, exception.Message, retryAfter));
        }
        catch (RequestException exception)
        {
            return new(Understand(exception));
        }
        catch (HttpRequestException exception)
        {
            return new(Understand(exception));
        }
    }

    /// <summary>What happened on the way, in words that hold no address: a token stands in the path of every one.</summary>
    private CallFailure Understand(RequestException exception)
    {
        if (exception.HttpStatusCode is { } status)
        {
            return OutcomeClassifier.ClassifyUnreadable((int)status);
        }

        // The library's own client has no time-out but the one for connecting.
        if (!isHostsClient && exception.InnerException is OperationCanceledException { InnerException: TimeoutException })
        {
            return NotSent("no connection within the time allowed");
        }

        return exception.InnerException is HttpRequestException inner ? Understand(inner) : OutcomeClassifier.ClassifyUnreadable(null);
    }

    private static CallFailure Understand(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => NotSent("the server's name was not resolved"),
        HttpRequestError.ConnectionError => NotSent("no connection to the server"),
        HttpRequestError.SecureConnectionError => NotSent("no secure connection to the server"),
        HttpRequestError.ProxyTunnelError => NotSent("the proxy opened no connection"),
        var error => new(SendOutcome.Unknown, TelegramMarketingError.OutcomeUnknown, $"The connection broke ({error}) before an answer came; the message may have been accepted or not."),
    };

    private static CallFailure NotSent(string reason) =>
        new(SendOutcome.NotSent, TelegramMarketingError.Unreachable, $"Telegram cannot be reached: {reason}. Nothing was sent.");

    private static bool TryOpen<TRequest>(Func<TRequest> create, out TRequest request, out CallFailure failure)
        where TRequest : class
    {
        try
        {
            request = create();
            failure = null!;
            return true;
        }
        catch (TelegramMarketingException exception)
        {
            // A file that was there when the post was planned is gone: nothing of this message has left.
            request = null!;
            failure = new(SendOutcome.Rejected, exception.Error, exception.Message);
            return false;
        }
    }

    private static SentMessages Confirm(Message message) =>
        new(message.Chat.Id, message.Chat.Username, [message.Id], new DateTimeOffset(DateTime.SpecifyKind(message.Date, DateTimeKind.Utc)));

    private async Task<BotAnswer<SentMessages>> SendAlbumAsync(ChatTarget chat, PlannedMessage message, int? replyTo, CancellationToken cancellationToken)
    {
        using var upload = new MediaUpload(context.Name);
        if (!TryOpen(() => SendRequests.Album(chat, message, replyTo, upload), out var request, out var failure))
        {
            return new(failure);
        }

        var answer = await CallAsync(request, TimeoutFor(upload), cancellationToken).ConfigureAwait(false);
        return answer.Succeeded ? ConfirmAlbum(message, answer.Value!) : new(answer.Failure);
    }

    private async Task<BotAnswer<SentMessages>> SendMediaAsync(ChatTarget chat, PlannedMessage message, int? replyTo, CancellationToken cancellationToken)
    {
        using var upload = new MediaUpload(context.Name);
        if (!TryOpen(() => SendRequests.Media(chat, message, replyTo, upload), out var request, out var failure))
        {
            return new(failure);
        }

        var answer = await CallAsync(request, TimeoutFor(upload), cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return new(answer.Failure);
        }

        Remember(message.Media[0], answer.Value!);
        return new(Confirm(answer.Value!));
    }

    private TimeSpan TimeoutFor(MediaUpload upload) => context.Options.SendTimeout + TimeSpan.FromSeconds(upload.Bytes / UploadBytesPerSecond);

    private BotAnswer<SentMessages> ConfirmAlbum(PlannedMessage planned, Message[] messages)
    {
        if (messages.Length != planned.Media.Count)
        {
            return new(new CallFailure(SendOutcome.Unknown, TelegramMarketingError.OutcomeUnknown, $"Telegram confirmed {messages.Length} of the album's {planned.Media.Count} items."));
        }

        for (var i = 0; i < messages.Length; i++)
        {
            Remember(planned.Media[i], messages[i]);
        }

        var first = messages[0];
        return new(new SentMessages(first.Chat.Id, first.Chat.Username, [.. messages.Select(message => message.Id)], new DateTimeOffset(DateTime.SpecifyKind(first.Date, DateTimeKind.Utc))));
    }

    /// <summary>Uploaded once; from now on Telegram's own copy is named.</summary>
    private void Remember(PostMedia media, Message message)
    {
        var fileId = media.Kind switch
        {
            PostMediaKind.Photo => message.Photo?[^1].FileId,
            PostMediaKind.Video => message.Video?.FileId,
            PostMediaKind.Animation => message.Animation?.FileId,
            PostMediaKind.Document => message.Document?.FileId,
            PostMediaKind.Audio => message.Audio?.FileId,
            _ => null,
        };
        if (fileId is not null && media.Source.Origin is MediaOrigin.Path or MediaOrigin.Stream)
        {
            media.Source.RememberFileId(context.Name, media.Kind, fileId);
        }
    }
}
