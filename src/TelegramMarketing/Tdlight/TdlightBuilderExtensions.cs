using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TelegramMarketing.Hosting;
using TelegramMarketing.Tdlight;

namespace TelegramMarketing;

/// <summary>Adds a TDLight Bot API server as a source of views.</summary>
public static class TdlightBuilderExtensions
{
    /// <summary>
    /// Reads views from a TDLight Bot API server (<c>getMessageInfo</c>): exact, of private channels too, by a bot that is an administrator there. Either a second bot of its own, or the server through which all of the
    /// bot's traffic goes: settings that would log one bot in on two servers are refused at start. Asked before the public pages.
    /// </summary>
    /// <param name="builder">The bot.</param>
    /// <param name="configure">Sets the address and the token; without it <see cref="TelegramMarketingOptions.ApiAddress"/> is taken for a TDLight server.</param>
    public static ITelegramMarketingBuilder AddTdlight(this ITelegramMarketingBuilder builder, Action<TdlightOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, name) = (builder.Services, builder.Name);
        var settings = services.AddOptions<TdlightOptions>(name);
        if (configure is not null)
        {
            settings.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(TdlightRegistration) && service.ImplementationInstance is TdlightRegistration other && other.Name == name))
        {
            return builder;
        }

        services.AddSingleton(new TdlightRegistration(name));
        settings.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TdlightOptions>, TdlightOptionsValidator>());
        BotHttpClients.AddTdlight(services, name);
        services.AddKeyedSingleton<IViewSource>(name, (provider, _) => TdlightSource.Create(provider, name));
        return builder;
    }
}
