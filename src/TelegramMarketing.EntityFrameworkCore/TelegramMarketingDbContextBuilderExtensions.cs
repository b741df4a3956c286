using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing;

/// <summary>Keeps the state of a bot in the host's own database.</summary>
public static class TelegramMarketingDbContextBuilderExtensions
{
    /// <summary>
    /// Keeps publications, their idempotency keys and the sender's lease in the database of a context that the host has registered with
    /// <c>AddDbContextFactory</c>. Its model calls <see cref="TelegramMarketingModelBuilderExtensions.AddTelegramMarketing"/>; its
    /// migrations make the tables.
    /// </summary>
    /// <typeparam name="TContext">The host's context.</typeparam>
    /// <param name="builder">The bot's builder.</param>
    /// <returns>The same builder. Of several stores that are chosen, the last one counts.</returns>
    /// <remarks>When the host starts it fails, saying what to do, if no factory is registered or the tables are missing.</remarks>
    public static ITelegramMarketingBuilder UseDbContext<TContext>(this ITelegramMarketingBuilder builder)
        where TContext : DbContext => Use<TContext>(builder, static services =>
            (services.GetService<IDbContextFactory<TContext>>()
                ?? throw new InvalidOperationException($"UseDbContext<{typeof(TContext).Name}>() needs a factory of contexts. Register it with services.AddDbContextFactory<{typeof(TContext).Name}>(…), or hand over a function that makes one."))
            .CreateDbContext);

    /// <inheritdoc cref="UseDbContext{TContext}(ITelegramMarketingBuilder)"/>
    /// <param name="builder">The bot's builder.</param>
    /// <param name="create">Makes a new context for every unit of work; it is disposed afterwards. Called from several threads at once.</param>
    public static ITelegramMarketingBuilder UseDbContext<TContext>(this ITelegramMarketingBuilder builder, Func<IServiceProvider, TContext> create)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(create);
        return Use<TContext>(builder, services => () => create(services));
    }

    /// <summary>Keeps the state in what a function makes contexts of.</summary>
    /// <param name="builder">The bot's builder.</param>
    /// <param name="open">Makes what makes the contexts, once, when the storage is opened: while the container is disposed nothing can be resolved from it any more.</param>
    private static ITelegramMarketingBuilder Use<TContext>(ITelegramMarketingBuilder builder, Func<IServiceProvider, Func<TContext>> open)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<IBotStorageFactory>(builder.Name, (services, _) => new RelationalStorageFactory(_ => new HostDatabase<TContext>(open(services))));
        return builder;
    }
}
