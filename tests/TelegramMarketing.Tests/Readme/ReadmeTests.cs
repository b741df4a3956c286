using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using TelegramMarketing;
using TelegramMarketing.Testing;

namespace Readme;

/// <summary>The README's code is that of this folder, and it runs.</summary>
public sealed partial class ReadmeTests
{
    private readonly InMemoryTelegram _telegram = new() { RunByItself = true };
    private readonly TelegramChannel _channel;
    private readonly TelegramBot _bot;

    public ReadmeTests()
    {
        _bot = _telegram.AddBot("aurora_bot");
        _channel = _telegram.AddChannel("@panificio_aurora", "Panificio Aurora");
        _channel.AddAdministrator(_bot);
    }

    [Fact]
    public void Code_OfTheReadme_IsThatOfThisFolder()
    {
        DocumentedCode.Blocks("README.md").Should().BeEquivalentTo(DocumentedCode.Regions("tests/TelegramMarketing.Tests/Readme").Values);
    }

    [Fact]
    public async Task FirstProgram_Run_PrintsTheViewsOfItsPost()
    {
        await using var output = new StringWriter();

        await FirstProgram.RunAsync(output);

        output.ToString().TrimEnd().Should().MatchRegex(@"\Ahttps://t\.me/panificio_aurora/2 has [1-9][0-9]{2} views\z");
    }

    [Fact]
    public async Task Campaign_LaunchedTwice_PublishesOnceWithPhotoAndButtons()
    {
        await using var services = Build();
        var campaign = ActivatorUtilities.CreateInstance<Campaign>(services);

        var link = await campaign.LaunchAsync("Colomba & mandorle", 18.5m);
        var again = await campaign.LaunchAsync("Colomba & mandorle", 18.5m);

        again.Should().Be(link);
        var post = _channel.Posts.Should().ContainSingle().Subject;
        post.Caption.Should().Be("🎁 Colomba & mandorle at 18.50 € until Sunday");
        post.Media!.Kind.Should().Be("photo");
        post.Buttons.Should().ContainSingle().Which.Should().HaveCount(2);
    }

    [Fact]
    public async Task Editor_AfterTwoDays_NamesTheKindWithItsViews()
    {
        _channel.AddAudience(100);
        await using var services = Build();
        await services.GetRequiredService<IChannelPublisher>().PublishAsync("@panificio_aurora", Post.Event(PostText.Plain("Mani in pasta")));
        await _telegram.AdvanceAsync(TimeSpan.FromDays(2));

        var report = await ActivatorUtilities.CreateInstance<Editor>(services, _telegram.Clock).WhatEarnsViewsAsync();

        report.Should().MatchRegex(@"Event +1 +1 +[1-9]");
    }

    [Fact]
    public async Task Reception_InvitesACustomer_WithTextAndQrCode()
    {
        await using var services = Build();

        var (text, svg) = await ActivatorUtilities.CreateInstance<Reception>(services).InviteAsync("c-1");

        text.Should().Contain("https://t.me/aurora_bot?start=").And.Contain("Panificio Aurora");
        svg.Should().StartWith("<svg");
    }

    [Fact]
    public async Task Register_WithTheSettingsOfTheReadme_StartsAndPublishes()
    {
        var builder = Snippets.Register([]);
        builder.Configuration.AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(JsonBlock().Match(DocumentedCode.Read("README.md")).Groups["code"].Value)));
        builder.Configuration["TelegramMarketing:BotToken"] = _bot.Token;
        builder.Services.AddTelegramMarketing().UseInMemoryTelegram(_telegram);
        using var host = builder.Build();
        await host.StartAsync();

        await host.Services.GetRequiredService<IChannelPublisher>().PublishAsync("@panificio_aurora", Post.News(PostText.Plain("Aperto")));

        _channel.Posts.Should().ContainSingle();
        var options = host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<TelegramMarketingOptions>>().Value;
        options.Pace.MessagesPerMinutePerChannel.Should().Be(15);
        options.GracePeriod.Should().Be(TimeSpan.FromHours(2));
        await host.StopAsync();
    }

    [Fact]
    public async Task SeveralBots_EachWithItsSettings_PublishAsThemselves()
    {
        var pastry = _telegram.AddBot("pastry_bot");
        _channel.AddAdministrator(pastry);
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        Snippets.RegisterSeveral(builder);
        builder.Configuration["Bots:Bread:BotToken"] = _bot.Token;
        builder.Configuration["Bots:Pastry:BotToken"] = pastry.Token;
        builder.Services.AddTelegramMarketing("bread").UseInMemoryTelegram(_telegram);
        builder.Services.AddTelegramMarketing("pastry").UseInMemoryTelegram(_telegram);
        using var host = builder.Build();

        await host.Services.GetRequiredKeyedService<IChannelPublisher>("pastry").PublishAsync("@panificio_aurora", Post.News(PostText.Plain("Cornetti")));

        _channel.Posts.Should().ContainSingle().Which.Bot.Should().Be(pastry);
    }

    [Fact]
    public async Task Errors_OfAWrongPost_AreLoggedWithTheirRemedies()
    {
        await using var services = Build();
        var logger = new FakeLogger();
        var post = Post.News(PostText.Plain("Pane")) with { Buttons = [[PostButton.Url("Ordina", "not an address"), PostButton.Copy("Codice", "")]] };

        await Snippets.PublishAsync(services.GetRequiredService<IChannelPublisher>(), post, logger);

        logger.Collector.GetSnapshot().Should().HaveCount(2);
        _channel.Posts.Should().BeEmpty();
    }

    [Fact]
    public void Links_OfTheReadme_LeadToFilesOfTheRepository()
    {
        var targets = Link().Matches(DocumentedCode.Read("README.md")).Select(match => match.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));

        targets.Should().NotBeEmpty().And.OnlyContain(target => File.Exists(Path.Combine(DocumentedCode.Repository(), target)));
    }

    private ServiceProvider Build() => new ServiceCollection().AddTelegramMarketing().UseInMemoryTelegram(_telegram).Services.BuildServiceProvider();

    [GeneratedRegex("^```json\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
