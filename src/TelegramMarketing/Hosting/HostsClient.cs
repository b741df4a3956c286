using Telegram.Bot;

namespace TelegramMarketing.Hosting;

/// <summary>A client of the host's own that a bot uses instead of the library's.</summary>
internal sealed record HostsClient(string Name, Func<IServiceProvider, ITelegramBotClient> Create);
