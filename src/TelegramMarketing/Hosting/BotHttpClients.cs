using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace TelegramMarketing.Hosting;

/// <summary>The named HTTP clients of one bot.</summary>
internal static class BotHttpClients
{
    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(15);

    public static void Add(IServiceCollection services, string name)
    {
        Configure(services.AddHttpClient(HttpClientNames.BotApi(name)), CreateBotApiHandler);

        Configure(services.AddHttpClient(HttpClientNames.PublicPages(name)), static () => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = _connectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        });
    }

    /// <summary>The client for a TDLight server beside, or in the place of, the bot's own.</summary>
    public static void AddTdlight(IServiceCollection services, string name) => Configure(services.AddHttpClient(HttpClientNames.Tdlight(name)), CreateBotApiHandler);

    // No activity (its tags would hold the token), no redirect (it would post twice), and no time-out but the library's own.
    private static SocketsHttpHandler CreateBotApiHandler() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        ConnectTimeout = _connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };

    private static void Configure(IHttpClientBuilder client, Func<SocketsHttpHandler> createHandler) => client
        .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(createHandler)
        // A host's defaults may add a handler that repeats requests, and one repeated send is a post that goes out twice.
        .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
        .RemoveAllLoggers()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
}
