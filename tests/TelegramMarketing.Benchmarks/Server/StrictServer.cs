using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Benchmarks.Server;

/// <summary>
/// A Bot API server on loopback that knows <c>sendMessage</c> only, and limits as strict as they are stated. Each bot has a room of its own,
/// with the rules that were put for its token. It prints its address and runs until its input ends.
/// </summary>
internal static class StrictServer
{
    private static readonly ConcurrentDictionary<string, BotRoom> _rooms = new(StringComparer.Ordinal);

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPut("/rooms/{token}", (string token, ServerRules rules) => _rooms[token] = new BotRoom(rules, seed: 1));
        app.MapGet("/rooms/{token}", (string token) => _rooms[token].Counts);
        app.MapPost("/bot{token}/{method}", SendAsync);
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Until whoever started it goes away.
        }

        await app.StopAsync();
    }

    private static async Task SendAsync(HttpContext http, string token, string method)
    {
        var room = _rooms[token];
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var chatId = body.RootElement.GetProperty("chat_id");
        var chat = chatId.ToString();
        await DelayAsync(room.TakeDelayBefore());
        var messageId = method == "sendMessage" ? room.TryAccept(chat) : throw new NotSupportedException(method);
        await DelayAsync(room.DelayAfter);

        http.Response.ContentType = "application/json";
        http.Response.StatusCode = messageId is null ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        if (messageId is { } id)
        {
            WriteMessage(json, id, chatId, body.RootElement.GetProperty("text").GetString()!);
        }
        else
        {
            WriteRefusal(json);
        }
    }

    private static Task DelayAsync(TimeSpan delay) => delay > TimeSpan.Zero ? Task.Delay(delay, TimeProvider.System) : Task.CompletedTask;

    private static void WriteMessage(Utf8JsonWriter json, int id, JsonElement chatId, string text)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        json.WriteStartObject("result");
        json.WriteNumber("message_id", id);
        json.WriteNumber("date", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        json.WriteStartObject("chat");
        if (chatId.ValueKind == JsonValueKind.String && chatId.GetString() is ['@', .. var username])
        {
            json.WriteNumber("id", -1001000000000 - (string.GetHashCode(username, StringComparison.OrdinalIgnoreCase) & int.MaxValue));
            json.WriteString("title", username);
            json.WriteString("username", username);
            json.WriteString("type", "channel");
        }
        else
        {
            json.WriteNumber("id", chatId.ValueKind == JsonValueKind.Number ? chatId.GetInt64() : long.Parse(chatId.GetString()!));
            json.WriteString("first_name", "Customer");
            json.WriteString("type", "private");
        }

        json.WriteEndObject();
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRefusal(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", false);
        json.WriteNumber("error_code", 429);
        json.WriteString("description", "Too Many Requests: retry after 1");
        json.WriteStartObject("parameters");
        json.WriteNumber("retry_after", 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
