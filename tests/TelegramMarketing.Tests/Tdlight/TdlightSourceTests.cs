using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramMarketing.Hosting;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Tdlight;

/// <summary>Views of a private channel from a TDLight server: exact, as old as they may be, and asked for no more often than makes sense.</summary>
public sealed class TdlightSourceTests : IAsyncLifetime
{
    private const string SecondToken = "987654321:BBbbBBbbBBbbBBbbBBbbBBbbBBbbBBbbBBb";
    private static readonly PostReference _post = new(ChannelAddress.FromId(-1001234567890), 41);
    private static readonly PostReference _other = new(ChannelAddress.FromId(-1001234567890), 42);
    private readonly InMemoryTelegram _telegram = new();
    private readonly ScriptedServer _server = new();
    private readonly ServiceProvider _services;

    public TdlightSourceTests()
    {
        _telegram.AddBot("shop_bot");
        _services = Build(options => (options.Address, options.BotToken) = (new Uri("http://localhost:8081"), SecondToken));
    }

    private IPostStatistics Statistics => _services.GetRequiredService<IPostStatistics>();

    [Fact]
    public async Task GetPostAsync_OfAPrivateChannel_ExactViewsOfAKnownAge()
    {
        _server.Answer = Message("""
            "author_signature":"Chiara","date":1767600000,"edit_date":1767600600,"views":12345,"forwards":7,"text":"Saldi — скидки 🎉"
            """);

        var post = await Statistics.GetPostAsync(_post);

        post.Availability.Should().Be(PostAvailability.Available);
        post.Views!.Value.Should().Be(Count.Exact(12345));
        post.Views.Source.Should().Be("tdlight");
        post.Views.Staleness.Should().Be(TimeSpan.FromMinutes(30), "the server may answer from its cache");
        post.PublishedAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1767600000));
        (post.Signature, post.IsEdited, post.Text, post.ChannelId).Should().Be(("Chiara", true, "Saldi — скидки 🎉", -1001234567890));
        _server.Asked.Should().Equal(($"http://localhost:8081/bot{SecondToken}/getMessageInfo", "chat_id=-1001234567890&message_id=41"));
    }

    [Fact]
    public async Task GetPostAsync_WithoutViews_IsZeroAndAServiceMessageHasNone()
    {
        _server.Answer = Message("\"date\":1767600000,\"photo\":[]");
        (await Statistics.GetPostAsync(_post)).Views!.Value.Should().Be(Count.Exact(0), "TDLight leaves out what is 0");

        _server.Answer = Message("\"date\":1767600000,\"pinned_message\":{}");
        var service = await Statistics.GetPostAsync(_other);

        service.Availability.Should().Be(PostAvailability.ServiceMessage);
        service.Views.Should().BeNull();
    }

    [Fact]
    public async Task GetPostAsync_AskedAgainWithin45Minutes_GivesTheSameReading()
    {
        _server.Answer = Message("\"date\":1767600000,\"views\":100,\"text\":\"x\"");
        var first = await Statistics.GetPostAsync(_post);
        _server.Answer = Message("\"date\":1767600000,\"views\":200,\"text\":\"x\"");

        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(44));
        var kept = await Statistics.GetPostAsync(_post);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
        var second = await Statistics.GetPostAsync(_post);

        kept.Views.Should().Be(first.Views, "with the time at which it was read");
        second.Views!.Value.Should().Be(Count.Exact(200));
        _server.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetPostAsync_ManyAtOnce_AskedOnce()
    {
        _server.Answer = Message("\"date\":1767600000,\"views\":100,\"text\":\"x\"");

        var posts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Statistics.GetPostAsync(_post)));

        posts.Should().OnlyContain(post => post.Views!.Value == Count.Exact(100));
        _server.Asked.Should().ContainSingle();
    }

    [Theory]
    [InlineData(400, "Bad Request: message not found", PostAvailability.NotFound)]
    [InlineData(400, "Bad Request: chat not found", PostAvailability.ChannelNotFound)]
    [InlineData(403, "Forbidden: bot is not a member of the channel chat", PostAvailability.PrivateChannel)]
    [InlineData(400, "Bad Request: CHANNEL_PRIVATE", PostAvailability.PrivateChannel)]
    [InlineData(500, "Internal Server Error: restart", PostAvailability.Unreadable)]
    public async Task GetPostAsync_Refused_SaysWhy(int code, string description, PostAvailability expected)
    {
        _server.Answer = $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"}""";

        var post = await Statistics.GetPostAsync(_post);

        post.Availability.Should().Be(expected);
        post.Views.Should().BeNull();
    }

    [Fact]
    public async Task GetPostAsync_TooManyRequests_NotAskedAgainBeforeItIsPermitted()
    {
        _server.Answer = """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 37","parameters":{"retry_after":37}}""";
        (await Statistics.GetPostAsync(_post)).Availability.Should().Be(PostAvailability.Throttled);
        _server.Answer = Message("\"date\":1767600000,\"views\":100,\"text\":\"x\"");

        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(36));
        (await Statistics.GetPostAsync(_other)).Availability.Should().Be(PostAvailability.Throttled);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await Statistics.GetPostAsync(_post)).Views.Should().NotBeNull();
        _server.Asked.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(null, TelegramMarketingError.Unreachable, "*cannot be reached*")]
    [InlineData("<html>Bad Gateway</html>", TelegramMarketingError.Unreachable, "*none of a Bot API server*")]
    [InlineData("""{"ok":false,"error_code":404,"description":"Not Found: method not found"}""", TelegramMarketingError.Unreachable, "*no TDLight server*")]
    [InlineData("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", TelegramMarketingError.InvalidToken, "*refuses the bot's token*")]
    public async Task GetPostAsync_ServerGoneOrWrong_SaysSoWithoutTheToken(string? answer, TelegramMarketingError error, string message)
    {
        _server.Answer = answer;

        var failure = (await Statistics.Awaiting(statistics => statistics.GetPostAsync(_post)).Should().ThrowAsync<TelegramMarketingException>().WithMessage(message)).Which;

        failure.Error.Should().Be(error);
        failure.ToString().Should().NotContain(SecondToken[..12]);
    }

    [Fact]
    public async Task GetPostAsync_PublicChannelAndAServerThatIsGone_ReadFromThePage()
    {
        var shop = _telegram.AddChannel("@my_shop", "My shop");
        shop.AddPost("Ciao");
        _server.Answer = null;

        var post = await Statistics.GetPostAsync(new PostReference(ChannelAddress.Parse("@my_shop"), 2));

        post.Views!.Source.Should().Be("t.me");
    }

    [Theory]
    [InlineData("http://localhost:8081", null, null, "*two servers at once*")]
    [InlineData("https://api.telegram.org", SecondToken, null, "*tells no views*")]
    [InlineData(null, null, null, "*tells no views*")]
    [InlineData("ftp://localhost", SecondToken, null, "*Tdlight.Address is not*")]
    [InlineData("http://localhost:8081", "nonsense", null, "*Tdlight.BotToken (8 characters, not shown)*")]
    [InlineData("http://localhost:8081", SecondToken, 30, "*45 minutes or more*")]
    public void AddTdlight_SettingsThatCannotWork_RefusedWithTheRemedy(string? address, string? token, int? minutes, string message)
    {
        using var services = Build(options =>
        {
            options.Address = address is null ? null : new Uri(address);
            options.BotToken = token;
            options.MinimumInterval = minutes is { } given ? TimeSpan.FromMinutes(given) : options.MinimumInterval;
        });

        services.Invoking(provider => provider.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>().WithMessage(message);
    }

    [Fact]
    public async Task AddTdlight_AllTrafficThroughIt_AsksWithTheBotsOwnToken()
    {
        await using var services = Build(null, bot => bot.ApiAddress = new Uri("http://localhost:8081"));
        services.GetRequiredService<IStartupValidator>().Validate();
        _server.Answer = Message("\"date\":1767600000,\"views\":100,\"text\":\"x\"");

        await services.GetRequiredService<IPostStatistics>().GetPostAsync(_post);

        _server.Asked.Should().ContainSingle().Which.Address.Should().Be($"http://localhost:8081/bot{_telegram.Bots[0].Token}/getMessageInfo");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        _server.Dispose();
    }

    private static string Message(string fields) => $$$"""{"ok":true,"result":{"message_id":41,"chat":{"id":-1001234567890,"title":"Club","type":"channel"},{{{fields}}}}}""";

    private ServiceProvider Build(Action<TdlightOptions>? configure, Action<TelegramMarketingOptions>? configureBot = null)
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing(configureBot).UseInMemoryTelegram(_telegram).AddTdlight(configure);
        services.AddHttpClient(HttpClientNames.Tdlight("")).ConfigurePrimaryHttpMessageHandler(() => _server);
        return services.BuildServiceProvider();
    }
}
