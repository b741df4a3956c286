using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TelegramMarketing.Testing;

namespace TelegramMarketing.LoopbackServer;

/// <summary>The fake behind Kestrel on loopback, for other processes and for what needs a real connection.</summary>
public sealed class LoopbackTelegram : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpMessageInvoker _telegram;

    private readonly RealTime? _realTime;

    private LoopbackTelegram(WebApplication server, HttpMessageInvoker telegram, RealTime? realTime)
    {
        _server = server;
        _realTime = realTime;
        _telegram = telegram;
        Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>The address of the Bot API and of the public pages.</summary>
    public Uri Address { get; }

    /// <summary>Starts serving.</summary>
    /// <param name="telegram">What answers.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="inRealTime">Its time follows the real one; else it moves as it is told to.</param>
    /// <param name="network">Puts something between the connections and what answers; null for nothing.</param>
    public static async Task<LoopbackTelegram> StartAsync(InMemoryTelegram telegram, int port = 0, bool inRealTime = false, Func<HttpMessageHandler, HttpMessageHandler>? network = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(FormattableString.Invariant($"http://127.0.0.1:{port}"));
        var server = builder.Build();
        var handler = telegram.CreateHandler();
        var invoker = new HttpMessageInvoker(network is null ? handler : network(handler));
        server.Run(context => ForwardAsync(context, invoker));
        await server.StartAsync();
        return new LoopbackTelegram(server, invoker, inRealTime ? new RealTime(telegram) : null);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _telegram.Dispose();
        if (_realTime is not null)
        {
            await _realTime.DisposeAsync();
        }
    }

    private static async Task ForwardAsync(HttpContext context, HttpMessageInvoker telegram)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"https://telegram{context.Request.Path}{context.Request.QueryString}");
        request.Content = new StreamContent(context.Request.Body);
        if (context.Request.ContentType is { } type)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        try
        {
            using var response = await telegram.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            foreach (var header in response.Headers)
            {
                context.Response.Headers[header.Key] = header.Value.ToArray();
            }

            await response.Content.CopyToAsync(context.Response.Body);
        }
        catch (HttpRequestException)
        {
            context.Abort(); // A lost answer is a broken connection.
        }
    }
}
