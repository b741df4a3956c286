using Microsoft.Extensions.DependencyInjection;

namespace TelegramMarketing;

/// <summary>Adds sources of view counts, and what tells the kind of a post.</summary>
public static class ViewSourceBuilderExtensions
{
    /// <summary>
    /// Adds a source of the host's own. Those that were added first are asked first, and the public pages last.
    /// </summary>
    /// <typeparam name="TSource">The source; one instance is made for the bot.</typeparam>
    public static ITelegramMarketingBuilder AddViewSource<TSource>(this ITelegramMarketingBuilder builder)
        where TSource : class, IViewSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<IViewSource, TSource>(builder.Name);
        return builder;
    }

    /// <inheritdoc cref="AddViewSource{TSource}(ITelegramMarketingBuilder)"/>
    /// <param name="builder">The bot.</param>
    /// <param name="source">The source.</param>
    public static ITelegramMarketingBuilder AddViewSource(this ITelegramMarketingBuilder builder, IViewSource source)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        builder.Services.AddKeyedSingleton(builder.Name, source);
        return builder;
    }

    /// <summary>Has the kind of posts that the library did not publish told by the host, where no rule of <see cref="StatisticsOptions.Kinds"/> fits. Of several the last one counts.</summary>
    /// <typeparam name="TClassifier">The classifier; one instance is made for the bot.</typeparam>
    public static ITelegramMarketingBuilder AddPostClassifier<TClassifier>(this ITelegramMarketingBuilder builder)
        where TClassifier : class, IPostClassifier
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<IPostClassifier, TClassifier>(builder.Name);
        return builder;
    }

    /// <inheritdoc cref="AddPostClassifier{TClassifier}(ITelegramMarketingBuilder)"/>
    /// <param name="builder">The bot.</param>
    /// <param name="classifier">The classifier.</param>
    public static ITelegramMarketingBuilder AddPostClassifier(this ITelegramMarketingBuilder builder, IPostClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(classifier);
        builder.Services.AddKeyedSingleton(builder.Name, classifier);
        return builder;
    }
}
