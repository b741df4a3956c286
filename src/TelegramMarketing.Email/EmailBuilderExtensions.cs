using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TelegramMarketing.Email;

namespace TelegramMarketing;

/// <summary>Sends a bot's invitations by e-mail.</summary>
public static class EmailBuilderExtensions
{
    /// <summary>
    /// Registers e-mail by SMTP as a means by which invitations reach customers: an <see cref="IInvitationTransport"/> named <c>email</c>, keyed by the bot's name. Calling it twice is harmless; settings of
    /// the later call are applied after those of the earlier.
    /// </summary>
    /// <param name="builder">The bot.</param>
    /// <param name="configure">Sets the options, at least <see cref="EmailOptions.Host"/> and <see cref="EmailOptions.From"/>.</param>
    public static ITelegramMarketingBuilder UseEmail(this ITelegramMarketingBuilder builder, Action<EmailOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, name) = (builder.Services, builder.Name);
        var settings = services.AddOptions<EmailOptions>(name);
        if (configure is not null)
        {
            settings.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(EmailRegistration) && service.ImplementationInstance is EmailRegistration other && other.Name == name))
        {
            return builder;
        }

        services.AddSingleton(new EmailRegistration(name));
        settings.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>());
        services.AddKeyedSingleton<IInvitationTransport>(name, (provider, _) => EmailTransport.Create(provider, name));
        return builder;
    }

    /// <summary>Registers e-mail with the settings of a configuration section.</summary>
    /// <param name="builder">The bot.</param>
    /// <param name="configuration">A section with the names of <see cref="EmailOptions"/>.</param>
    /// <inheritdoc cref="UseEmail(ITelegramMarketingBuilder, Action{EmailOptions})" path="/summary"/>
    public static ITelegramMarketingBuilder UseEmail(this ITelegramMarketingBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        builder.Services.Configure<EmailOptions>(builder.Name, configuration);
        return builder.UseEmail();
    }
}
