using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelegramMarketing.Hosting;
using TelegramMarketing.Testing;
using TelegramMarketing.Tests.Robustness;

namespace TelegramMarketing.Tests.Security;

/// <summary>
/// The bot's token is the whole power over a channel, and stands in the path of every address. Every path is walked, over real sockets where that matters, and
/// nothing that a host could write down may hold it.
/// </summary>
[Collection(nameof(TokenLeakTests))]
[CollectionDefinition(nameof(TokenLeakTests), DisableParallelization = true)]
public sealed class TokenLeakTests
{
    private const string Secret = "AAsecretSECRETsecretSECRETsecret-42";
    private const string Token = "987654321:" + Secret;
    private static readonly Post _post = Post.News(PostText.Plain("Ciao!"));

    public static TheoryData<string, string?> Answers { get; } = new()
    {
        { "success that isn't", HostileServer.Http(200, "{\"ok\":true,\"result\":{}}") },
        { "429", HostileServer.Http(429, "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 9999\",\"parameters\":{\"retry_after\":9999}}") },
        { "401", HostileServer.Http(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}") },
        { "404", HostileServer.Http(404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}") },
        { "403", HostileServer.Http(403, "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was kicked from the channel chat\"}") },
        { "400", HostileServer.Http(400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"}") },
        { "500", HostileServer.Http(500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error: restart\"}") },
        { "html", HostileServer.Http(502, "<html><body>Bad Gateway</body></html>", "text/html") },
        { "redirect", "HTTP/1.1 302 Found\r\nLocation: https://example.com/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" },
        { "cut off", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n{\"ok\":true,\"res" },
        { "no http", "SSH-2.0-OpenSSH_9.2\r\n\r\n" },
        { "reset", null },
        { "silence", "" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task EveryAnswerOfARealServer_LeaksNoToken(string kind, string? answer)
    {
        await using var server = new HostileServer(answer);
        await WalkAsync(server.Address, kind == "silence");

        server.Requests.Should().BePositive($"the walk over '{kind}' must have arrived");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://no-such-host.invalid/")]
    [InlineData("https://127.0.0.1:1/")]
    public async Task AServerThatIsNotThere_LeaksNoToken(string address) => await WalkAsync(new Uri(address), isSilent: false);

    [Fact]
    public async Task EverythingOverTheFake_LeaksNoToken()
    {
        using var collector = new LeakCollector();
        var host = new FakeHost(builder: builder => builder.UsePolling().Services.AddLogging(logging => logging.AddProvider(collector)));
        await host.StartAsync();
        var person = host.Telegram.AddPerson("Ann");
        var published = await host.RunAsync(host.Publisher.PublishAsync("@myshop", _post));
        collector.Hear("publication", published.ToString());
        var statistics = host.Get<IPostStatistics>();
        collector.Hear("statistics", (await host.RunAsync(statistics.GetPostAsync(published.Post!))).ToString());
        var invitation = await host.RunAsync(host.Get<IOptInInvitation>().CreateAsync(new InvitationRequest
        {
            Channel = ChannelAddress.Parse("@myshop"), Customer = "7", LegalBasis = LegalBasis.ExistingCustomer("bought"), AddressSource = "till",
        }));
        collector.Hear("invitation", $"{invitation} {invitation.Address} {invitation.Text} {invitation.ToQrSvg()}");
        person.Start(host.Bot, invitation.Address.Query.Split('=')[1]);
        await host.AdvanceAsync(5);
        var token = host.Bot.Token;

        var number = 0;
        foreach (var fault in (TelegramFault[])
        [
            TelegramFault.Refuse(400, "CHAT_WRITE_FORBIDDEN"), TelegramFault.TooManyRequests(3), TelegramFault.Hang(Timeout.InfiniteTimeSpan), TelegramFault.LoseAnswer(),
            TelegramFault.ResetConnection(), TelegramFault.RefuseConnection(), TelegramFault.NameNotResolved(), TelegramFault.BadGateway(), TelegramFault.TruncateAnswer(),
        ])
        {
            host.Telegram.FailNext(fault with { Method = "sendMessage" });
            host.Telegram.FailNext(fault with { Method = "getUpdates" });
            host.Telegram.FailNext(fault with { Method = "page" });
            collector.Hear(await host.FailureAsync(host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain($"News {++number}")))));
            collector.Hear(await host.FailureAsync(host.Publisher.EditAsync(published.Post!, Post.News(PostText.Plain($"Edited {number}")))));
            await host.AdvanceAsync(600);
        }

        host.Bot.RevokeToken();
        collector.Hear(await host.FailureAsync(host.Publisher.PublishAsync("@myshop", _post)));
        collector.Hear(await host.FailureAsync(host.Publisher.DeleteAsync(published.Post!)));
        await host.AdvanceAsync(7200);
        foreach (var publication in await host.LedgerAsync())
        {
            collector.Hear("ledger", $"{publication} {publication.LastError}");
        }

        foreach (var request in host.Telegram.Requests)
        {
            collector.Hear("request", $"{request} {string.Join(' ', request.Parameters)}");
        }

        await host.StopAsync();
        collector.Hear(await Record.ExceptionAsync(async () => await host.DisposeAsync()));

        collector.Counts.Keys.Should().Contain(["log", "exception", "ledger", "request"]);
        AssertNoToken(collector, token);
        AssertNoToken(collector, host.Bot.Token);
    }

    [Theory]
    [InlineData(" " + Token)]
    [InlineData("\"" + Token + "\"")]
    [InlineData(Token + "/")]
    [InlineData(Secret)]
    public async Task AnInvalidTokenAtStart_IsNotRepeated(string wrong)
    {
        using var collector = new LeakCollector();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(collector);
        builder.Services.AddTelegramMarketing(options => options.BotToken = wrong);
        using var host = builder.Build();

        var failure = await Record.ExceptionAsync(() => host.StartAsync());

        failure.Should().BeOfType<OptionsValidationException>();
        collector.Hear(failure);
        AssertNoToken(collector, Token);
    }

    [Theory]
    [InlineData("log")]
    [InlineData("exception")]
    [InlineData("activity")]
    [InlineData("escaped")]
    public void ATokenThatIsPlanted_IsFound(string place)
    {
        using var collector = new LeakCollector();
        switch (place)
        {
            case "log":
                collector.CreateLogger("x").LogTrace("GET {Address}", new Uri($"https://api.telegram.org/bot{Token}/getMe"));
                break;
            case "exception":
                collector.Hear(new InvalidOperationException("outer", new InvalidOperationException("inner") { Data = { ["address"] = $"/bot{Secret}" } }));
                break;
            case "activity":
                using (var source = new ActivitySource("planted"))
                using (var activity = source.StartActivity("GET"))
                {
                    activity!.SetTag("url.full", $"https://api.telegram.org/bot{Token}/getMe");
                }

                break;
            default:
                collector.Hear("log", Uri.EscapeDataString(Token));
                break;
        }

        var assert = () => AssertNoToken(collector, Token);

        assert.Should().Throw<Exception>();
    }

    private static async Task WalkAsync(Uri server, bool isSilent)
    {
        using var collector = new LeakCollector();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(collector));
        services.AddTelegramMarketing(options =>
        {
            (options.BotToken, options.ApiAddress, options.PublicPagesAddress) = (Token, server, server);
            options.GracePeriod = TimeSpan.Zero;
            options.SendTimeout = TimeSpan.FromSeconds(10);
        }).UsePolling();
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        services.AddKeyedSingleton<TimeProvider>(ClockKey.For(""), time);
        await using var provider = services.BuildServiceProvider();
        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        var publisher = provider.GetRequiredService<IChannelPublisher>();
        var message = PostReference.Parse("https://t.me/myshop/7");
        using var patience = new CancellationTokenSource();
        var walks = new List<Task>
        {
            publisher.PublishAsync("@myshop", _post),
            publisher.PublishAsync("@second", Post.Promotion(PostText.Plain("In pictures")) with { Media = [PostMedia.Photo(MediaSource.FromStream(new MemoryStream([1, 2, 3]), "a.jpg"))] }),
            publisher.PublishAsync("@third", _post, "key", patience.Token),
            publisher.EditAsync(message, _post),
            publisher.DeleteAsync(message),
            publisher.PinAsync(message, patience.Token),
            provider.GetRequiredService<IPostStatistics>().GetPostAsync(message),
            provider.GetRequiredService<IPostStatistics>().GetSubscribersAsync(message.Channel),
            provider.GetRequiredService<IOptInInvitation>().CreateAsync(new InvitationRequest
            {
                Channel = message.Channel, Customer = "7", LegalBasis = LegalBasis.ExistingCustomer("bought"), AddressSource = "till", Link = InvitationLinkKind.PersonalLink,
            }),
        };
        await patience.CancelAsync();
        var all = Task.WhenAll(walks);
        while (!all.IsCompleted)
        {
            // The waits of the library end; the network has its own pace.
            time.Advance(TimeSpan.FromSeconds(isSilent ? 5 : 1));
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System));
        }

        foreach (var walk in walks)
        {
            collector.Hear(await Record.ExceptionAsync(() => walk));
        }

        await foreach (var publication in provider.GetRequiredService<IPublicationLedger>().ListAsync())
        {
            collector.Hear("ledger", $"{publication} {publication.LastError}");
        }

        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        collector.Hear(await Record.ExceptionAsync(() => publisher.PublishAsync("@myshop", _post, cancellationToken: new CancellationToken(true))));
        collector.Counts.Keys.Should().Contain(["log", "exception", "activity"], "what was not heard was not checked");
        AssertNoToken(collector, Token);
    }

    private static void AssertNoToken(LeakCollector collector, string token)
    {
        var everything = collector.Everything;
        var secret = token.Split(':')[^1];
        foreach (var form in (string[])[token, secret, Uri.EscapeDataString(token), token.Replace(":", "%3a", StringComparison.Ordinal), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(token))])
        {
            var at = everything.IndexOf(form, StringComparison.OrdinalIgnoreCase);
            var line = at < 0 ? "" : everything[Math.Max(0, everything.LastIndexOf('\n', at))..Math.Max(at, everything.IndexOf('\n', at))];
            line.Should().BeEmpty("the token may stand nowhere");
        }
    }
}
