namespace TelegramMarketing.Testing.World;

/// <summary>Says how long a message must wait before Telegram takes it. Guarded by the world's lock.</summary>
internal sealed class FloodControl(InMemoryTelegramOptions options)
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, Queue<DateTimeOffset>> _ofBots = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _ofChannels = [];
    private readonly Dictionary<(long Bot, long Chat), (double Tokens, DateTimeOffset At)> _ofChats = [];

    /// <summary>Counts the messages if they may go now.</summary>
    /// <returns>How long they have to wait; zero when they were counted.</returns>
    public TimeSpan TryTake(long bot, long chat, int messages, DateTimeOffset now)
    {
        if (!options.EnforceLimits)
        {
            return TimeSpan.Zero;
        }

        var isChannel = chat < 0;
        var ofBot = WindowOf(_ofBots, bot, now - _second);
        var wait = WaitFor(ofBot, options.MessagesPerSecond, messages, _second, now);
        Queue<DateTimeOffset>? ofChannel = null;
        if (isChannel)
        {
            ofChannel = WindowOf(_ofChannels, chat, now - _minute);
            wait = Max(wait, WaitFor(ofChannel, options.MessagesPerMinutePerChannel, messages, _minute, now));
        }

        var tokens = TokensOf((bot, chat), now);
        // An album larger than the burst goes when the chat is fully rested, and leaves it in debt.
        var missing = Math.Min(messages, options.BurstPerChat) - tokens;
        wait = Max(wait, TimeSpan.FromSeconds(Math.Max(0, missing) / options.MessagesPerSecondPerChat));
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        for (var i = 0; i < messages; i++)
        {
            ofBot.Enqueue(now);
            ofChannel?.Enqueue(now);
        }

        _ofChats[(bot, chat)] = (tokens - messages, now);
        Prune(now);
        return TimeSpan.Zero;
    }

    private static TimeSpan Max(TimeSpan x, TimeSpan y) => x > y ? x : y;

    private static TimeSpan WaitFor(Queue<DateTimeOffset> window, int limit, int messages, TimeSpan length, DateTimeOffset now)
    {
        var excess = window.Count + Math.Min(messages, limit) - limit;
        return excess <= 0 ? TimeSpan.Zero : window.ElementAt(excess - 1) + length - now;
    }

    private static Queue<DateTimeOffset> WindowOf(Dictionary<long, Queue<DateTimeOffset>> windows, long id, DateTimeOffset begin)
    {
        if (!windows.TryGetValue(id, out var window))
        {
            windows.Add(id, window = new Queue<DateTimeOffset>());
        }

        while (window.TryPeek(out var oldest) && oldest <= begin)
        {
            window.Dequeue();
        }

        return window;
    }

    private double TokensOf((long Bot, long Chat) chat, DateTimeOffset now)
    {
        if (!_ofChats.TryGetValue(chat, out var bucket))
        {
            return options.BurstPerChat;
        }

        return Math.Min(options.BurstPerChat, bucket.Tokens + ((now - bucket.At).TotalSeconds * options.MessagesPerSecondPerChat) + 1e-9);
    }

    // A chat that is fully rested needs no entry, so that what is kept stays small however many people are written to.
    private void Prune(DateTimeOffset now)
    {
        if (_ofChats.Count <= 1_000)
        {
            return;
        }

        foreach (var chat in _ofChats.Keys.Where(chat => TokensOf(chat, now) >= options.BurstPerChat).ToList())
        {
            _ofChats.Remove(chat);
        }
    }
}
