using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using TelegramMarketing.BotApi;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Hosting;

/// <summary>What a host registers, it can resolve: with or without a started host, for one bot or several.</summary>
public sealed class RegistrationTests
{
    private static readonly Type[] _services = [typeof(IChannelPublisher), typeof(IPublicationLedger), typeof(IPostStatistics), typeof(IOptInInvitation), typeof(IConsentLedger), typeof(IUpdateReceiver)];

    private readonly InMemoryTelegram _telegram = new() { RunByItself = true };
    private readonly TelegramChannel _channel;
    private readonly TelegramBot _bot;

    public RegistrationTests()
    {
        _bot = _telegram.AddBot("brand_bot");
        _channel = _telegram.AddChannel("@brand");
        _channel.AddAdministrator(_bot);
    }

    [Fact]
    public async Task Provider_ThatValidatesEverything_IsBuiltAndGivesEveryService()
    {
        await using var provider = new ServiceCollection().AddTelegramMarketing().UsePolling().UseInMemoryTelegram(_telegram).Services
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        foreach (var service in _services)
        {
            provider.GetRequiredService(service).Should().BeSameAs(provider.GetRequiredKeyedService(service, ""), "the default bot is the one without a name: {0}", service);
        }
    }

    [Fact]
    public async Task AddTelegramMarketing_Twice_RegistersOnceAndAppliesBothSettings()
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing(options => options.GracePeriod = TimeSpan.FromMinutes(1)).UseInMemoryTelegram(_telegram);
        var before = services.Count(service => service.ServiceType != typeof(IConfigureOptions<TelegramMarketingOptions>));
        services.AddTelegramMarketing(options => options.SendTimeout = TimeSpan.FromMinutes(2));

        services.Count(service => service.ServiceType != typeof(IConfigureOptions<TelegramMarketingOptions>)).Should().Be(before);
        await using var provider = services.BuildServiceProvider();
        provider.GetServices<IHostedService>().Should().ContainSingle();
        var options = provider.GetRequiredService<IOptions<TelegramMarketingOptions>>().Value;
        options.GracePeriod.Should().Be(TimeSpan.FromMinutes(1));
        options.SendTimeout.Should().Be(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Configuration_WithNestedSettings_IsBound()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:BotToken"] = _bot.Token,
            ["Telegram:ApiAddress"] = "http://localhost:8081",
            ["Telegram:SendTimeout"] = "00:02:00",
            ["Telegram:Pace:MessagesPerSecond"] = "20",
            ["Telegram:Pace:MessagesPerSecondPerChat"] = "0",
            ["Telegram:PublicPages:Spacing"] = "00:00:03",
            ["Telegram:Memory:EndedPublications"] = "50",
        }).Build().GetSection("Telegram");
        await using var provider = new ServiceCollection().AddTelegramMarketing(section).Services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<TelegramMarketingOptions>>().Value;

        options.BotToken.Should().Be(_bot.Token);
        options.ApiAddress.Should().Be(new Uri("http://localhost:8081"));
        options.SendTimeout.Should().Be(TimeSpan.FromMinutes(2));
        options.Pace.MessagesPerSecond.Should().Be(20);
        options.Pace.MessagesPerSecondPerChat.Should().Be(0);
        options.Pace.MessagesPerMinutePerChannel.Should().Be(20, "it keeps its default");
        options.PublicPages.Spacing.Should().Be(TimeSpan.FromSeconds(3));
        options.Memory.EndedPublications.Should().Be(50);
    }

    [Fact]
    public async Task NamedBots_PublishAsThemselves_AndNoneIsTheDefault()
    {
        var other = _telegram.AddBot("other_bot");
        _channel.AddAdministrator(other);
        var services = new ServiceCollection();
        services.AddTelegramMarketing("a").UseInMemoryTelegram(_telegram, _bot);
        services.AddTelegramMarketing("b").UseInMemoryTelegram(_telegram, other);
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        await provider.GetRequiredKeyedService<IChannelPublisher>("b").PublishAsync("@brand", Post.News(PostText.Plain("from b")));
        await provider.GetRequiredKeyedService<IChannelPublisher>("a").PublishAsync("@brand", Post.News(PostText.Plain("from a")));

        _channel.Posts.Select(post => post.Bot).Should().Equal(other, _bot);
        provider.GetService<IChannelPublisher>().Should().BeNull();
    }

    [Fact]
    public async Task UseBotClient_WithoutAToken_SendsByTheHostsClient()
    {
        using var http = new HttpClient(_telegram.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new TelegramBotClient(new TelegramBotClientOptions(_bot.Token) { RetryThreshold = 0 }, http);
        await using var provider = new ServiceCollection().AddTelegramMarketing().UseBotClient(_ => client).Services.BuildServiceProvider();

        await provider.GetRequiredService<IChannelPublisher>().PublishAsync("@brand", Post.News(PostText.Plain("Hello")));

        _channel.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Host_StartedAndStopped_ReceivesUpdatesMeanwhile()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTelegramMarketing().UsePolling().UseInMemoryTelegram(_telegram);
        using var host = builder.Build();
        var invitations = host.Services.GetRequiredService<IOptInInvitation>();
        var invitation = await invitations.CreateAsync(new() { Channel = ChannelAddress.Parse("@brand"), Customer = "c-1", LegalBasis = LegalBasis.Consent("asked for it"), AddressSource = "shop" });
        _telegram.AddPerson("Anna").Start(_bot, invitation.Address.Query["?start=".Length..]);
        (await invitations.FindAsync(invitation.Id))!.State.Should().Be(InvitationState.Created, "nobody listens before the host is started");

        await host.StartAsync();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
        await host.StopAsync();

        (await invitations.FindAsync(invitation.Id))!.State.Should().Be(InvitationState.BotStarted);
        _telegram.AddPerson("Bruno").Start(_bot);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));
        _bot.WaitingUpdates.Should().Be(1, "nobody listens after the host was stopped");
    }

    [Fact]
    public async Task TwoHosts_InOneProcess_ShareNothing()
    {
        var telegram = new InMemoryTelegram { RunByItself = true };
        telegram.AddChannel("@brand").AddAdministrator(telegram.AddBot("brand_bot"));
        await using var one = new ServiceCollection().AddTelegramMarketing().UseInMemoryTelegram(_telegram).Services.BuildServiceProvider();
        await using var two = new ServiceCollection().AddTelegramMarketing().UseInMemoryTelegram(telegram).Services.BuildServiceProvider();

        await one.GetRequiredService<IChannelPublisher>().PublishAsync("@brand", Post.News(PostText.Plain("Hello")), "key");
        await two.GetRequiredService<IChannelPublisher>().PublishAsync("@brand", Post.News(PostText.Plain("Hello")), "key");

        _channel.Posts.Should().ContainSingle();
        telegram.Channels.Should().ContainSingle().Which.Posts.Should().ContainSingle();
    }
}
