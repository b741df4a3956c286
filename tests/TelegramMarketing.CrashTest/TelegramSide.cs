using TelegramMarketing.CrashTest.Time;
using TelegramMarketing.LoopbackServer;
using TelegramMarketing.Testing;

namespace TelegramMarketing.CrashTest;

/// <summary>Telegram in the parent's process: the fake on loopback, one address for each child, so that the parent knows who is at work.</summary>
internal sealed class TelegramSide : IAsyncDisposable
{
    private readonly List<LoopbackTelegram> _servers = [];
    private readonly TelegramTime _moving;

    private TelegramSide(InMemoryTelegram telegram, FastTime time)
    {
        Telegram = telegram;
        Bot = telegram.AddBot("crash_test_bot");
        _moving = new TelegramTime(telegram, time);
    }

    public InMemoryTelegram Telegram { get; }

    public TelegramBot Bot { get; }

    /// <summary>The ways to it, one for each child.</summary>
    public List<UnsteadyNetwork> Networks { get; } = [];

    public IReadOnlyList<Uri> Addresses => _servers.ConvertAll(server => server.Address);

    public static async Task<TelegramSide> StartAsync(CrashOptions options, FastTime time)
    {
        var telegram = new InMemoryTelegram(new InMemoryTelegramOptions
        {
            StartAt = time.GetUtcNow(),
            Seed = options.Seed,
            EnforceLimits = false,
            PageLag = TimeSpan.FromMinutes(2),
            MaxRequests = 100,
        });
        var side = new TelegramSide(telegram, time);
        for (var child = 0; child < options.Processes; child++)
        {
            side._servers.Add(await LoopbackTelegram.StartAsync(telegram, network: handler =>
            {
                side.Networks.Add(new UnsteadyNetwork(options.Seed + child, side._moving, handler));
                return side.Networks[^1];
            }));
        }

        return side;
    }

    /// <summary>A channel of the bot's: public when there is to be a page.</summary>
    public TelegramChannel AddChannel(string name, EvidenceSource evidence)
    {
        var channel = evidence == EvidenceSource.Page ? Telegram.AddChannel(name) : Telegram.AddPrivateChannel(name);
        channel.AddAdministrator(Bot);
        return channel;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await _moving.DisposeAsync();
    }
}
