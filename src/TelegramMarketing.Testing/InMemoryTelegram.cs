using System.Text.RegularExpressions;
using TelegramMarketing.Testing.Wire;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing;

/// <summary>
/// Telegram at the wire, in memory and in virtual time: it answers the Bot API and the public pages, so that the real library runs in tests
/// and samples, with only the network replaced. It is as strict as Telegram; what it does otherwise stands in <c>docs/fake-vs-telegram.md</c>.
/// All members may be used from any thread.
/// </summary>
public sealed partial class InMemoryTelegram
{
    private readonly TelegramWorld _world;
    private readonly Violations _violations = new();

    /// <summary>A Telegram without bots, channels or people.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public InMemoryTelegram(InMemoryTelegramOptions? options = null)
    {
        options ??= new InMemoryTelegramOptions();
        options.Validate();
        _world = new TelegramWorld(options);
    }

    /// <summary>The clock of virtual time. It moves only by <see cref="AdvanceAsync"/> and <see cref="SuspendAsync"/>, or while <see cref="RunByItself"/>.</summary>
    public TimeProvider Clock => _world.Clock;

    /// <summary>What goes wrong with requests.</summary>
    public TelegramFaults Faults => _world.Faults;

    /// <summary>
    /// Whether time moves by itself, from timer to timer, while somebody awaits an operation of the library and all else is quiet.
    /// For demonstrations and simple tests.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool RunByItself
    {
        get => _world.Clock.RunsByItself;
        set => _world.Clock.RunsByItself = value;
    }

    /// <summary>The bots.</summary>
    public IReadOnlyList<TelegramBot> Bots => Read(world => world.Bots.ToList());

    /// <summary>The channels.</summary>
    public IReadOnlyList<TelegramChannel> Channels => Read(world => world.Channels.ToList());

    /// <summary>The sets of stickers that bots have made.</summary>
    public IReadOnlyList<TelegramStickerSet> StickerSets => Read(world => world.StickerSets.Values.ToList());

    /// <summary>The requests that arrived, oldest first; no more than the options say.</summary>
    public IReadOnlyList<TelegramRequest> Requests => Read(world => world.Requests.ToList());

    /// <summary>
    /// What the application must not do (as calling the address that counts a view) or what the fake doesn't know (a method, a parameter).
    /// Such a request fails, and the next <see cref="AdvanceAsync"/> or <see cref="SuspendAsync"/> fails too, in case nobody listened.
    /// </summary>
    public IReadOnlyList<string> Violations => _violations.All;

    /// <summary>Adds a bot.</summary>
    /// <param name="username">Its username: 5 to 32 of A-Z a-z 0-9 and _, ending in <c>bot</c>.</param>
    public TelegramBot AddBot(string username)
    {
        var name = NameOf(username);
        return name.EndsWith("bot", StringComparison.OrdinalIgnoreCase)
            ? Read(world => world.AddBot(name))
            : throw new ArgumentException($"The username of a bot ends in 'bot', which '{name}' doesn't.", nameof(username));
    }

    /// <summary>Adds a public channel.</summary>
    /// <param name="username">Its username, with @ or without.</param>
    /// <param name="title">Its title; null for the username.</param>
    public TelegramChannel AddChannel(string username, string? title = null)
    {
        var name = NameOf(username);
        return Read(world => world.AddChannel(name, title ?? name));
    }

    /// <summary>Adds a private channel, which people enter by an invitation link.</summary>
    public TelegramChannel AddPrivateChannel(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        return Read(world => world.AddChannel(null, title));
    }

    /// <summary>Adds a person.</summary>
    public TelegramPerson AddPerson(string firstName, string? username = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(firstName);
        return Read(world => world.AddPerson(firstName, username is null ? null : NameOf(username)));
    }

    /// <summary>Lets the next request fail that the fault fits.</summary>
    public void FailNext(TelegramFault fault) => Faults.Add(fault);

    /// <summary>
    /// Lets time pass: fires one timer after the other, each followed by a wait until everything is quiet: no request under way but those
    /// that Telegram holds back, and nothing of the library at work. Calls that overlap take turns.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// Something in the library ran for 30 real seconds without beginning to wait; or the application did something of <see cref="Violations"/>.
    /// </exception>
    public async Task AdvanceAsync(TimeSpan duration)
    {
        await _world.Clock.AdvanceAsync(duration).ConfigureAwait(false);
        _violations.ThrowIfAny();
    }

    /// <summary>
    /// Lets the machine that the library runs on sleep, as a laptop does: time passes, and nothing runs in it. At its end every timer that has become due
    /// fires, once. A quick way through days in which nothing happens, where <see cref="AdvanceAsync"/> would run every look of every second.
    /// </summary>
    /// <remarks>What was under way when it fell asleep may have timed out when it wakes.</remarks>
    /// <exception cref="InvalidOperationException">As for <see cref="AdvanceAsync"/>.</exception>
    public async Task SuspendAsync(TimeSpan duration)
    {
        await _world.Clock.SuspendAsync(duration).ConfigureAwait(false);
        _violations.ThrowIfAny();
    }

    /// <summary>A handler that stands where the network would be. Redirects are handed back, not followed.</summary>
    public HttpMessageHandler CreateHandler() => new InMemoryTelegramHandler(_world, _violations);

    private static string NameOf(string username)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        var name = username.TrimStart('@');
        return Username().IsMatch(name)
            ? name
            : throw new ArgumentException($"'{name}' is no username: 4 to 32 of A-Z a-z 0-9 and _, beginning with a letter, with no doubled or trailing _.", nameof(username));
    }

    private T Read<T>(Func<TelegramWorld, T> read)
    {
        lock (_world.Sync)
        {
            return read(_world);
        }
    }

    [GeneratedRegex("^(?=.{4,32}\\z)[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Username();
}
