namespace TelegramMarketing.Hosting;

/// <summary>The key under which a bot's <see cref="TimeProvider"/> is registered; the host's own is left alone.</summary>
internal static class ClockKey
{
    public static string For(string name) => name.Length == 0 ? "TelegramMarketing.Clock" : $"TelegramMarketing.Clock:{name}";
}
