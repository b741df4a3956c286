using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Tests.Delivery;

/// <summary>Over real connections: no layer below the sender repeats a send, since each repetition could be a second post.</summary>
public class NoRepeatTests
{
    private const string ServerError = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";

    [Fact]
    public async Task Publish_ReusedConnectionIsClosedAfterTheRequestWasRead_IsSentOnceAndUnknown()
    {
        await using var server = new RawServer(number => number == 1 ? RawServer.Ok() : null);
        await using var services = Build(server.Address);
        var publisher = services.GetRequiredService<IChannelPublisher>();
        await publisher.PublishAsync(ChannelAddress.Parse("@shop"), Post("first"));

        var error = await FluentActions.Awaiting(() => publisher.PublishAsync(ChannelAddress.Parse("@shop"), Post("second"))).Should().ThrowAsync<TelegramMarketingException>();

        error.Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        server.Requests.Should().Be(2, "each post was sent once");
        server.Connections.Should().Be(1, "the second came over the connection of the first");
    }

    [Fact]
    public async Task Publish_Redirected_IsNotFollowed()
    {
        await using var elsewhere = new RawServer(_ => RawServer.Ok());
        await using var server = new RawServer(_ => $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.Address}\r\nContent-Length: 0\r\n\r\n");
        await using var services = Build(server.Address);

        var error = await FluentActions.Awaiting(() => services.GetRequiredService<IChannelPublisher>().PublishAsync(ChannelAddress.Parse("@shop"), Post("news"))).Should().ThrowAsync<TelegramMarketingException>();

        error.Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        server.Requests.Should().Be(1);
        elsewhere.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Send_ConnectionRefused_IsNotSent()
    {
        await using var services = Build(RawServer.Nobody());
        var context = services.GetRequiredService<BotRegistry>().Get("").Context;
        var handlers = services.GetRequiredService<IHttpMessageHandlerFactory>();
        var client = new BotClient(new Telegram.Bot.TelegramBotClientOptions(context.Options.BotToken, context.Options.ApiAddress.ToString().TrimEnd('/')), new HttpMessageInvoker(handlers.CreateHandler(HttpClientNames.BotApi("")), disposeHandler: false));
        var gateway = new BotGateway(context, client);

        var answer = await gateway.SendAsync(ChatTarget.ForPerson(1), new PlannedMessage { Text = PostText.Plain("news") }, null, CancellationToken.None);

        answer.Failure!.Outcome.Should().Be(SendOutcome.NotSent);
        answer.Failure.Error.Should().Be(TelegramMarketingError.Unreachable);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Publish_HostRepeatsItsRequestsByDefault_IsSentOnce(bool defaultsComeFirst)
    {
        await using var server = new RawServer(_ => ServerError);
        await using var services = Build(server.Address, defaultsComeFirst ? AddRepeating : null, defaultsComeFirst ? null : AddRepeating);

        var error = await FluentActions.Awaiting(() => services.GetRequiredService<IChannelPublisher>().PublishAsync(ChannelAddress.Parse("@shop"), Post("news"))).Should().ThrowAsync<TelegramMarketingException>();

        error.Which.Error.Should().Be(TelegramMarketingError.OutcomeUnknown);
        server.Requests.Should().Be(1);
    }

    [Fact]
    public async Task RepeatingHandler_OnAClientOfTheHosts_Repeats()
    {
        await using var server = new RawServer(_ => ServerError);
        var services = new ServiceCollection();
        AddRepeating(services);
        await using var provider = services.BuildServiceProvider();
        using var content = new StringContent("x");

        using var response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("hosts").PostAsync(server.Address, content);

        server.Requests.Should().Be(3, "else the test above would show nothing");
    }

    private static Post Post(string text) => new() { Text = PostText.Plain(text) };

    private static void AddRepeating(IServiceCollection services) => services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new RepeatingHandler()));

    private static ServiceProvider Build(Uri address, Action<IServiceCollection>? before = null, Action<IServiceCollection>? after = null)
    {
        var services = new ServiceCollection();
        before?.Invoke(services);
        services.AddTelegramMarketing(options =>
        {
            options.BotToken = "123456789:AAtokenAAtokenAAtokenAAtokenAAtoken";
            options.ApiAddress = address;
            options.PublicPagesAddress = address;
            options.Pace.MessagesPerSecondPerChat = 0;
        });
        after?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
