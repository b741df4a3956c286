using Telegram.Bot;

namespace TelegramMarketing.Benchmarks;

/// <summary>Telegram.Bot as its users have it, with a handler like the library's own.</summary>
internal sealed class PeerBot : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    public PeerBot(Uri server, string token) => Client = new TelegramBotClient(new TelegramBotClientOptions(token, server.GetLeftPart(UriPartial.Authority)), _http);

    public TelegramBotClient Client { get; }

    public void Dispose() => _http.Dispose();
}
