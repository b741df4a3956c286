using Microsoft.Extensions.DependencyInjection;

namespace TelegramMarketing.Hosting;

/// <inheritdoc cref="ITelegramMarketingBuilder"/>
internal sealed record TelegramMarketingBuilder(string Name, IServiceCollection Services) : ITelegramMarketingBuilder;
