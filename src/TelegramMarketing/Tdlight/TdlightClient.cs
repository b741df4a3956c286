using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tdlight;

/// <summary>Asks a TDLight server, and understands its answers. The token stands in the address, so that no exception of the network's goes further than here.</summary>
internal sealed class TdlightClient(Clock clock, HttpClient http, Uri server, string token, TimeSpan timeout)
{
    private const string Nonsense = "The TDLight server gave an answer that is none of a Bot API server. Check Tdlight.Address.";
    private readonly Uri _address = new($"{server.GetLeftPart(UriPartial.Path).TrimEnd('/')}/bot{token}/getMessageInfo");

    /// <summary>Asks for one message.</summary>
    /// <exception cref="TelegramMarketingException">
    /// <see cref="TelegramMarketingError.Unreachable"/>: no answer, or one that is none. <see cref="TelegramMarketingError.InvalidToken"/>: the token was refused.
    /// </exception>
    public async Task<TdlightAnswer> AskAsync(PostReference post, CancellationToken cancellationToken)
    {
        var (answer, problem) = await TryAskAsync(post, cancellationToken).ConfigureAwait(false);
        return problem is null ? Understand(answer) : throw new TelegramMarketingException(TelegramMarketingError.Unreachable, problem);
    }

    private async Task<(JsonElement Answer, string? Problem)> TryAskAsync(PostReference post, CancellationToken cancellationToken)
    {
        var chat = post.Channel.Username is { } username ? $"@{username}" : post.Channel.Id!.Value.ToString(CultureInfo.InvariantCulture);
        using var timer = clock.CreateTimeout(timeout);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var content = new FormUrlEncodedContent([new("chat_id", chat), new("message_id", post.MessageId.ToString(CultureInfo.InvariantCulture))]);
            using var response = await http.PostAsync(_address, content, limit.Token).ConfigureAwait(false);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(limit.Token).ConfigureAwait(false);
            return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("ok", out _) ? (answer, null) : (default, Nonsense);
        }
        catch (JsonException)
        {
            return (default, Nonsense);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, $"The TDLight server did not answer within {timeout}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (default, "The TDLight server cannot be reached. Check that it runs, and Tdlight.Address.");
        }
    }

    private static TdlightAnswer Understand(JsonElement answer)
    {
        if (answer.TryGetProperty("result", out var message) && message.ValueKind == JsonValueKind.Object)
        {
            return new(message, PostAvailability.Available);
        }

        var code = answer.TryGetProperty("error_code", out var number) && number.TryGetInt32(out var value) ? value : 0;
        var description = answer.TryGetProperty("description", out var text) ? text.GetString() ?? "" : "";
        return code switch
        {
            401 => throw new TelegramMarketingException(TelegramMarketingError.InvalidToken, "The TDLight server refuses the bot's token. Check Tdlight.BotToken, or get a new one from @BotFather."),
            404 => throw new TelegramMarketingException(TelegramMarketingError.Unreachable, "The server has no getMessageInfo: it is no TDLight server, or the token is malformed. Check Tdlight.Address and Tdlight.BotToken."),
            429 => new(null, PostAvailability.Throttled, RetryAfterOf(answer)),
            403 => new(null, PostAvailability.PrivateChannel),
            400 when description.Contains("message not found", StringComparison.OrdinalIgnoreCase) || description.Contains("MESSAGE_ID_INVALID", StringComparison.Ordinal) => new(null, PostAvailability.NotFound),
            400 when description.Contains("chat not found", StringComparison.OrdinalIgnoreCase) => new(null, PostAvailability.ChannelNotFound),
            400 when description.Contains("CHANNEL_PRIVATE", StringComparison.Ordinal) => new(null, PostAvailability.PrivateChannel),
            _ => new(null, PostAvailability.Unreadable),
        };
    }

    private static TimeSpan RetryAfterOf(JsonElement answer) =>
        answer.TryGetProperty("parameters", out var parameters) && parameters.TryGetProperty("retry_after", out var seconds) && seconds.TryGetInt32(out var value) && value > 0
            ? TimeSpan.FromSeconds(value)
            : TimeSpan.FromMinutes(1);
}
