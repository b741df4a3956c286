using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Opens the state of bots in one database.</summary>
internal sealed class RelationalStorageFactory(Func<BotContext, IStoreDatabase> database) : IBotStorageFactory
{
    public IBotStorage Open(BotContext context) => new RelationalStorage(context, database(context));
}
