#region FirstProgram
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing;
using TelegramMarketing.Testing;
#endregion

namespace Readme;

/// <summary>The program on the README's first screen.</summary>
internal static class FirstProgram
{
    public static async Task RunAsync(TextWriter Console)
    {
        #region FirstProgram
        var telegram = new InMemoryTelegram(); // in place of the real one: no account, no network
        var channel = telegram.AddChannel("@panificio_aurora");
        channel.AddAdministrator(telegram.AddBot("aurora_bot"));
        channel.AddAudience(800);
        await using var services = new ServiceCollection().AddTelegramMarketing().UseInMemoryTelegram(telegram).Services.BuildServiceProvider();

        var publication = await services.GetRequiredService<IChannelPublisher>().PublishAsync("@panificio_aurora", Post.News(PostText.Html($"Il pane è <b>caldo</b> 🥖")));
        await telegram.AdvanceAsync(TimeSpan.FromDays(2));
        var post = await services.GetRequiredService<IPostStatistics>().GetPostAsync(publication.Post!);
        Console.WriteLine($"{post.Post} has {post.Views?.Value} views");
        #endregion
    }
}
