using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace TelegramMarketing.BotApi;

/// <summary>
/// Telegram.Bot's client with a shorter way over the wire: a request's JSON goes out in one piece of known length, the whole answer is read
/// before it is understood, and nothing is ever sent again. Requests, answers and their JSON stay Telegram.Bot's own.
/// </summary>
internal sealed class BotClient(TelegramBotClientOptions options, HttpMessageInvoker http) : TelegramBotClient(options)
{
    private readonly HttpMessageInvoker _http = http;
    private readonly string _address = options.BaseRequestUrl;
    private readonly ConcurrentDictionary<string, Uri> _methods = new(StringComparer.Ordinal);

    private delegate TResult Understanding<out TResult>(HttpStatusCode status, ReadOnlySpan<byte> body);

    /// <inheritdoc/>
    public override Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) =>
        CallAsync(request, ContentOf(request), Understand<TResponse>, cancellationToken).AsTask();

    /// <summary>Sends a text, and reads of the confirmation only what the library wants to know: it is what is sent most.</summary>
    public ValueTask<SentMessages> SendTextAsync(SendMessageRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, Json(JsonSerializer.SerializeToUtf8Bytes(request, JsonBotAPI.Options)), UnderstandText, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResult> CallAsync<TResult>(IRequest request, HttpContent? content, Understanding<TResult> understand, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.HttpMethod, _methods.GetOrAdd(request.MethodName, static (name, address) => new Uri($"{address}/{name}"), _address));
        message.Content = content;
        try
        {
            using var response = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
            var body = new AnswerBody();
            try
            {
                var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                while (await stream.ReadAsync(body.Free(), cancellationToken).ConfigureAwait(false) is > 0 and var count)
                {
                    body.Take(count);
                }

                return understand(response.StatusCode, body.Bytes);
            }
            finally
            {
                body.Dispose();
            }
        }
        catch (IOException exception)
        {
            throw new RequestException("The answer broke off.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestException("The request was broken off.", exception);
        }
    }

    private static HttpContent? ContentOf<TResponse>(IRequest<TResponse> request)
    {
        var content = request.ToHttpContent();
        return content is JsonContent { Value: { } value } json ? Json(JsonSerializer.SerializeToUtf8Bytes(value, json.ObjectType, JsonBotAPI.Options)) : content;
    }

    private static ByteArrayContent Json(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return content;
    }

    private SentMessages UnderstandText(HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        if (status == HttpStatusCode.OK && Parse(status, body, static json => JsonSerializer.Deserialize(json, TextAnswerJson.Default.TextAnswer)) is { Ok: true, Result: { Chat: { } chat } result })
        {
            return new SentMessages(chat.Id, chat.Username, [result.MessageId], DateTimeOffset.FromUnixTimeSeconds(result.Date));
        }

        return SentMessages.Of(Understand<Message>(status, body));
    }

    private TResponse Understand<TResponse>(HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var answer = Parse(status, body, static json => JsonSerializer.Deserialize<ApiResponse<TResponse>>(json, JsonBotAPI.Options));
        return answer switch
        {
            { Ok: true, Result: { } result } when status == HttpStatusCode.OK => result,
            { Ok: false, ErrorCode: not 0 } => throw ExceptionsParser.Parse(new ApiResponse { ErrorCode = answer.ErrorCode, Description = answer.Description, Parameters = answer.Parameters }),
            _ => throw new RequestException("The answer has neither a result nor an error.", status),
        };
    }

    private static T? Parse<T>(HttpStatusCode status, ReadOnlySpan<byte> body, Func<ReadOnlySpan<byte>, T?> parse)
    {
        try
        {
            return parse(body);
        }
        catch (JsonException exception)
        {
            throw new RequestException("The answer is no JSON of the Bot API.", status, exception);
        }
    }
}
