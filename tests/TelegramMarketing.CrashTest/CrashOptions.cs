using System.Globalization;

namespace TelegramMarketing.CrashTest;

/// <summary>What the command line asks for.</summary>
internal sealed record CrashOptions
{
    public const string Usage = "crash.sh --kills N --store sqlite|postgresql [--processes 1|2] [--evidence page|review|none] [--trouble locked|gone|full] [--trouble-seconds N] [--posts N] [--seed N] [--speed N] [--log FILE]\ncrash.sh stickers --kills N [--seed N] [--speed N]\ncrash.sh campaign --kills N --store sqlite|postgresql [--processes 1|2] [--seed N] [--speed N] [--log FILE]";

    /// <summary>How many times a process is killed.</summary>
    public int Kills { get; private init; } = 60;

    public StoreKind Store { get; private init; } = StoreKind.Sqlite;

    /// <summary>How many processes share the store.</summary>
    public int Processes { get; private init; } = 1;

    /// <summary>What a send in doubt can be cleared up by.</summary>
    public EvidenceSource Evidence { get; private init; } = EvidenceSource.Page;

    /// <summary>What happens to the store besides.</summary>
    public Trouble Trouble { get; private init; }

    /// <summary>How long the store is in trouble at most, of real time: its driver's own time-outs know no other.</summary>
    public TimeSpan LongestTrouble { get; private init; } = TimeSpan.FromSeconds(0.7);

    /// <summary>How many posts each round publishes.</summary>
    public int Posts { get; private init; } = 200;

    /// <summary>The seed of all chance of the test itself.</summary>
    public int Seed { get; private init; }

    /// <summary>How many times as fast as real time everything runs. The more, the closer a busy machine comes to what the library takes for a stall.</summary>
    public double Speed { get; private init; }

    /// <summary>Where what the children log is written; <see langword="null"/> for nowhere.</summary>
    public string? Log { get; private init; }

    /// <exception cref="FormatException">They are none.</exception>
    public static CrashOptions Parse(string[] args)
    {
        var options = new CrashOptions { Seed = (int)(TimeProvider.System.GetUtcNow().Ticks % 1_000_000) };
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = args[i + 1];
            options = args[i] switch
            {
                "--kills" => options with { Kills = Number(value, 1) },
                "--store" => options with { Store = Enum.Parse<StoreKind>(value, ignoreCase: true) },
                "--processes" => options with { Processes = Number(value, 1) },
                "--evidence" => options with { Evidence = Enum.Parse<EvidenceSource>(value, ignoreCase: true) },
                "--trouble" => options with { Trouble = Enum.Parse<Trouble>(value, ignoreCase: true) },
                "--trouble-seconds" => options with { LongestTrouble = TimeSpan.FromSeconds(Number(value, 1)) },
                "--posts" => options with { Posts = Number(value, 1) },
                "--seed" => options with { Seed = Number(value, 0) },
                "--log" => options with { Log = Path.GetFullPath(value) },
                "--speed" => options with { Speed = Number(value, 1) },
                _ => throw new FormatException($"Unknown: {args[i]}"),
            };
        }

        if (args.Length % 2 != 0)
        {
            throw new FormatException($"No value: {args[^1]}");
        }

        if (options is { Processes: > 1, Store: StoreKind.Sqlite } or { Processes: > 2 })
        {
            throw new FormatException("Two processes at most, and on PostgreSQL.");
        }

        if (options is { Trouble: Trouble.Locked, Store: not StoreKind.Sqlite } or { Trouble: Trouble.Gone, Store: not StoreKind.PostgreSql })
        {
            throw new FormatException("SQLite is locked, and PostgreSQL is gone.");
        }

        // A process that is only slow must not look dead to the other one.
        return options.Speed > 0 ? options : options with { Speed = options.Processes > 1 ? 120 : 200 };
    }

    private static int Number(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : throw new FormatException($"No number from {least}: {text}");
}
