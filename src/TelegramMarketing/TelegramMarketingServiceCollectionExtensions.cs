using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TelegramMarketing.Hosting;

namespace TelegramMarketing;

/// <summary>Registers TelegramMarketing in a host.</summary>
public static class TelegramMarketingServiceCollectionExtensions
{
    /// <summary>
    /// Registers the default bot: <see cref="IChannelPublisher"/>, <see cref="IPublicationLedger"/> and the others can be injected as they are.
    /// Calling it twice is harmless; settings of the later call are applied after those of the earlier.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the options, at least <see cref="TelegramMarketingOptions.BotToken"/>.</param>
    public static ITelegramMarketingBuilder AddTelegramMarketing(this IServiceCollection services, Action<TelegramMarketingOptions>? configure = null) =>
        services.AddTelegramMarketing(Options.DefaultName, configure);

    /// <summary>Registers the default bot with the settings of a configuration section.</summary>
    /// <inheritdoc cref="AddTelegramMarketing(IServiceCollection, Action{TelegramMarketingOptions})"/>
    public static ITelegramMarketingBuilder AddTelegramMarketing(this IServiceCollection services, IConfiguration configuration) =>
        services.AddTelegramMarketing(Options.DefaultName, configuration);

    /// <summary>Registers one of several bots with the settings of a configuration section.</summary>
    /// <inheritdoc cref="AddTelegramMarketing(IServiceCollection, string, Action{TelegramMarketingOptions})"/>
    public static ITelegramMarketingBuilder AddTelegramMarketing(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configuration);
        services.Configure<TelegramMarketingOptions>(name, configuration);
        return services.AddTelegramMarketing(name);
    }

    /// <summary>Registers one of several bots: its services are keyed by its name, as in <c>[FromKeyedServices("brand-b")] IChannelPublisher</c>.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">The bot's name; empty for the default bot.</param>
    /// <param name="configure">Sets the options, at least <see cref="TelegramMarketingOptions.BotToken"/>.</param>
    public static ITelegramMarketingBuilder AddTelegramMarketing(this IServiceCollection services, string name, Action<TelegramMarketingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        var settings = services.AddOptions<TelegramMarketingOptions>(name);
        if (configure is not null)
        {
            settings.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(BotRegistration) && service.ImplementationInstance is BotRegistration other && other.Name == name))
        {
            return new TelegramMarketingBuilder(name, services);
        }

        settings.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TelegramMarketingOptions>, TelegramMarketingOptionsValidator>());
        services.TryAddSingleton<BotRegistry>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TelegramMarketingService>());
        services.AddLogging();
        services.AddSingleton(new BotRegistration(name));
        BotHttpClients.Add(services, name);

        AddOf<IChannelPublisher>(services, name, static runtime => runtime.Publisher);
        AddOf<IPostStatistics>(services, name, static runtime => runtime.Statistics);
        AddOf<IPostScheduler>(services, name, static runtime => runtime.Scheduler);
        AddOf<IPublicationLedger>(services, name, static runtime => runtime.Ledger);
        AddOf(services, name, static runtime => runtime.Stickers);
        AddOf(services, name, static runtime => runtime.Invitations);
        AddOf(services, name, static runtime => runtime.Consent);
        AddOf(services, name, static runtime => runtime.Updates);
        return new TelegramMarketingBuilder(name, services);
    }

    private static void AddOf<TService>(IServiceCollection services, string name, Func<BotRuntime, TService> select)
        where TService : class
    {
        services.TryAddKeyedSingleton<TService>(name, (provider, _) => select(provider.GetRequiredService<BotRegistry>().Get(name)));
        if (name.Length == 0)
        {
            services.TryAddSingleton(provider => select(provider.GetRequiredService<BotRegistry>().Get(name)));
        }
    }
}
