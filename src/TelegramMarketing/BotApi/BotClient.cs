using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace TelegramMarketing.BotApi;

/// <summary>
/// Telegram.Bot's client with a shorter way over the wire: a request's JSON goes out in one piece of known length, the whole answer is read
/// before it is understood, and nothing is ever sent again. Requests, answers and their JSON stay Telegram.Bot's own.
/// </summary>
internal sealed class BotClient(TelegramBotClientOptions options, HttpClient http) : TelegramBotClient(options, http)
{
    private readonly HttpClient _http = http;
    private readonly string _address = options.BaseRequestUrl;
    private readonly ConcurrentDictionary<string, Uri> _methods = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        using var message = new HttpRequestMessage(request.HttpMethod, _methods.GetOrAdd(request.MethodName, static (name, address) => new Uri($"{address}/{name}"), _address));
        message.Content = ContentOf(request);
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return Understand<TResponse>(response, body);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestException("The request was broken off.", exception);
        }
    }

    private static HttpContent? ContentOf<TResponse>(IRequest<TResponse> request)
    {
        var content = request.ToHttpContent();
        if (content is not JsonContent { Value: { } value } json)
        {
            return content;
        }

        var bytes = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, json.ObjectType, JsonBotAPI.Options));
        bytes.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return bytes;
    }

    private TResponse Understand<TResponse>(HttpResponseMessage response, byte[] body)
    {
        ApiResponse<TResponse>? answer;
        try
        {
            answer = JsonSerializer.Deserialize<ApiResponse<TResponse>>(body, JsonBotAPI.Options);
        }
        catch (JsonException exception)
        {
            throw new RequestException("The answer is no JSON of the Bot API.", response.StatusCode, exception);
        }

        return answer switch
        {
            { Ok: true, Result: { } result } when response.IsSuccessStatusCode => result,
            { Ok: false, ErrorCode: not 0 } => throw ExceptionsParser.Parse(new ApiResponse { ErrorCode = answer.ErrorCode, Description = answer.Description, Parameters = answer.Parameters }),
            _ => throw new RequestException("The answer has neither a result nor an error.", response.StatusCode),
        };
    }
}
