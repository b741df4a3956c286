using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Testing.Tests;

/// <summary>The fake behind Kestrel on loopback, for other processes and for what needs a real connection.</summary>
internal sealed class LoopbackTelegram : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpMessageInvoker _telegram;

    private LoopbackTelegram(WebApplication server, HttpMessageInvoker telegram)
    {
        _server = server;
        _telegram = telegram;
        Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public static async Task<LoopbackTelegram> StartAsync(InMemoryTelegram telegram)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var invoker = new HttpMessageInvoker(telegram.CreateHandler());
        server.Run(context => ForwardAsync(context, invoker));
        await server.StartAsync();
        return new LoopbackTelegram(server, invoker);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _telegram.Dispose();
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
