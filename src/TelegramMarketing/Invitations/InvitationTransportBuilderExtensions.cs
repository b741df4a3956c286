using Microsoft.Extensions.DependencyInjection;

namespace TelegramMarketing;

/// <summary>Adds means by which invitations reach customers.</summary>
public static class InvitationTransportBuilderExtensions
{
    /// <summary>Adds a transport, which may have services of the host injected.</summary>
    /// <typeparam name="TTransport">The transport; one instance is made.</typeparam>
    /// <param name="builder">The bot's builder.</param>
    public static ITelegramMarketingBuilder AddInvitationTransport<TTransport>(this ITelegramMarketingBuilder builder)
        where TTransport : class, IInvitationTransport
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<IInvitationTransport, TTransport>(builder.Name);
        return builder;
    }

    /// <summary>Adds a transport.</summary>
    /// <param name="builder">The bot's builder.</param>
    /// <param name="transport">The transport.</param>
    public static ITelegramMarketingBuilder AddInvitationTransport(this ITelegramMarketingBuilder builder, IInvitationTransport transport)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(transport);
        builder.Services.AddKeyedSingleton(builder.Name, transport);
        return builder;
    }
}
