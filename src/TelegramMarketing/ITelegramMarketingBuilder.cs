using Microsoft.Extensions.DependencyInjection;

namespace TelegramMarketing;

/// <summary>Configures one bot; all else is an extension method.</summary>
public interface ITelegramMarketingBuilder
{
    /// <summary>The name of the bot; empty for the default one.</summary>
    string Name { get; }

    /// <summary>The services of the host.</summary>
    IServiceCollection Services { get; }
}
