using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramMarketing;

namespace Readme;

/// <summary>The README's shorter pieces of code.</summary>
internal static class Snippets
{
    public static HostApplicationBuilder Register(string[] args)
    {
        #region Register
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddTelegramMarketing(builder.Configuration.GetSection("TelegramMarketing")).UsePolling();
        #endregion
        return builder;
    }

    public static void RegisterSeveral(HostApplicationBuilder builder)
    {
        #region SeveralBots
        builder.Services.AddTelegramMarketing("bread", builder.Configuration.GetSection("Bots:Bread"));
        builder.Services.AddTelegramMarketing("pastry", builder.Configuration.GetSection("Bots:Pastry"));
        // then: public sealed class Pastry([FromKeyedServices("pastry")] IChannelPublisher publisher)
        #endregion
    }

    public static async Task PublishAsync(IChannelPublisher publisher, Post post, ILogger logger)
    {
        #region Errors
        try
        {
            await publisher.PublishAsync("@panificio_aurora", post);
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.InvalidPost)
        {
            foreach (var violation in exception.Violations)
            {
                logger.LogError("{Violation}", violation); // every rule that the post breaks, with its remedy
            }
        }
        #endregion
    }
}
