using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing;
using TelegramMarketing.Testing;

namespace Readme;

#region Test
public class CampaignTests
{
    [Fact]
    public async Task LaunchAsync_WhenTheAnswerIsLost_DoesNotPublishTwice()
    {
        var telegram = new InMemoryTelegram();
        var channel = telegram.AddChannel("@panificio_aurora");
        channel.AddAdministrator(telegram.AddBot("aurora_bot"));
        telegram.FailNext(TelegramFault.LoseAnswer() with { Method = "sendPhoto" });
        await using var services = new ServiceCollection()
            .AddTelegramMarketing().UseInMemoryTelegram(telegram).Services
            .AddSingleton<Campaign>()
            .BuildServiceProvider();
        var campaign = services.GetRequiredService<Campaign>();

        var exception = await Assert.ThrowsAsync<TelegramMarketingException>(() => campaign.LaunchAsync("Colomba", 18.5m));
        await telegram.AdvanceAsync(TimeSpan.FromMinutes(5)); // meanwhile the library finds the post on the public page
        var link = await campaign.LaunchAsync("Colomba", 18.5m);

        Assert.Equal(TelegramMarketingError.OutcomeUnknown, exception.Error);
        Assert.Equal("https://t.me/panificio_aurora/2", link.AbsoluteUri);
        Assert.Single(channel.Posts);
    }
}
#endregion
