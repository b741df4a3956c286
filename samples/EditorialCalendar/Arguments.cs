namespace EditorialCalendar;

/// <summary>How the program was called.</summary>
internal sealed record Arguments(bool IsDemo = false, bool IsLive = false, string? Store = null)
{
    public const string Usage = """
        Usage: dotnet run --project samples/EditorialCalendar [-- [--demo | --live] [--store FILE]]
          without any   a week on a Telegram in memory, half an hour in a second; stop it and start it again
          --demo        the same by itself in a few seconds, with a stop in the middle
          --live        this week, in a real channel
          --store FILE  where the queue is kept (editorial-calendar.db; with --demo a file that is deleted at the end)
        """;

    /// <returns><see langword="null"/> where they make no sense.</returns>
    public static Arguments? Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new(),
        ["--demo", .. var others] when Parse(others) is { IsDemo: false, IsLive: false } rest => rest with { IsDemo = true },
        ["--live", .. var others] when Parse(others) is { IsDemo: false, IsLive: false } rest => rest with { IsLive = true },
        ["--store", { Length: > 0 } store, .. var others] when !store.StartsWith('-') && Parse(others) is { Store: null } rest => rest with { Store = store },
        _ => null,
    };
}
