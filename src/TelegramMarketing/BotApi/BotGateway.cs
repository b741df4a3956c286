using System.Runtime.CompilerServices;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.BotApi;

/// <inheritdoc cref="IBotGateway"/>
internal sealed class BotGateway(BotContext context, ITelegramBotClient client) : IBotGateway
{
    private readonly BotClient? _own = client as BotClient;
    private readonly CallFailureReader _failures = new(context.Telemetry, isOwnClient: client is BotClient);
    private readonly Timeouts _timeouts = new(context.Clock);

    /// <inheritdoc/>
    public ValueTask<BotAnswer<SentMessages>> SendAsync(ChatTarget chat, PlannedMessage message, int? replyTo, CancellationToken cancellationToken) =>
        message.Media.Count == 0 ? SendTextAsync(SendRequests.Text(chat, message, replyTo), cancellationToken)
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

        var answer = await CallAsync(request, context.SendTimeoutFor(upload.Bytes), cancellationToken).ConfigureAwait(false);
        if (answer.Succeeded)
        {
            Remember(content.Media[0], answer.Value!);
        }

        return answer;
    }

    /// <inheritdoc/>
    public async Task<BotAnswer<T>> CallAsync<T>(IRequest<T> request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = _timeouts.Start(timeout);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token) : null;
        try
        {
            return new(await client.SendRequest(request, linked?.Token ?? timer.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (CallFailureReader.CanRead(exception))
        {
            return new(_failures.Read(exception, request.MethodName, timeout, timer.Token));
        }
    }

    /// <summary>As any other call, with nothing on the way that a text does not need: it is what is sent most.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<BotAnswer<SentMessages>> SendTextAsync(SendMessageRequest request, CancellationToken cancellationToken)
    {
        var timeout = context.Options.SendTimeout;
        using var timer = _timeouts.Start(timeout);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token) : null;
        try
        {
            var token = linked?.Token ?? timer.Token;
            return new(_own is null
                ? SentMessages.Of(await client.SendRequest(request, token).ConfigureAwait(false))
                : await _own.SendTextAsync(request, token).ConfigureAwait(false));
        }
        catch (Exception exception) when (CallFailureReader.CanRead(exception))
        {
            return new(_failures.Read(exception, request.MethodName, timeout, timer.Token));
        }
    }

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

    private async Task<BotAnswer<SentMessages>> SendAlbumAsync(ChatTarget chat, PlannedMessage message, int? replyTo, CancellationToken cancellationToken)
    {
        using var upload = new MediaUpload(context.Name);
        if (!TryOpen(() => SendRequests.Album(chat, message, replyTo, upload), out var request, out var failure))
        {
            return new(failure);
        }

        var answer = await CallAsync(request, context.SendTimeoutFor(upload.Bytes), cancellationToken).ConfigureAwait(false);
        return answer.Succeeded ? ConfirmAlbum(message, answer.Value!) : new(answer.Failure);
    }

    private async Task<BotAnswer<SentMessages>> SendMediaAsync(ChatTarget chat, PlannedMessage message, int? replyTo, CancellationToken cancellationToken)
    {
        using var upload = new MediaUpload(context.Name);
        if (!TryOpen(() => SendRequests.Media(chat, message, replyTo, upload), out var request, out var failure))
        {
            return new(failure);
        }

        var answer = await CallAsync(request, context.SendTimeoutFor(upload.Bytes), cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded)
        {
            return new(answer.Failure);
        }

        Remember(message.Media[0], answer.Value!);
        return new(SentMessages.Of(answer.Value!));
    }

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

        return new(SentMessages.Of(messages));
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
            PostMediaKind.Sticker => message.Sticker?.FileId,
            _ => null,
        };
        if (fileId is not null && media.Source.Origin is MediaOrigin.Path or MediaOrigin.Stream)
        {
            media.Source.RememberFileId(context.Name, media.Kind, fileId);
        }
    }
}
