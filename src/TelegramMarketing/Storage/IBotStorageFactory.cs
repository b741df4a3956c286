using TelegramMarketing.Hosting;

namespace TelegramMarketing.Storage;

/// <summary>Opens the store of a bot; a keyed service under the bot's name. Without one the state is kept in memory.</summary>
internal interface IBotStorageFactory
{
    IBotStorage Open(BotContext context);
}
