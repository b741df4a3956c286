namespace TelegramMarketing.Tests.PublicPages;

/// <summary>The project's own pages, and the captured ones where the machine has them.</summary>
internal static class Page
{
    public static string Own(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicPages", "Pages", name));

    /// <summary>A captured page; the test is skipped where there are none.</summary>
    public static string Captured(string name)
    {
        var shared = Environment.GetEnvironmentVariable("TELEGRAMMARKETING_SHARED");
        Skip.If(string.IsNullOrEmpty(shared), "TELEGRAMMARKETING_SHARED is not set, so the captured pages are not at hand.");
        return File.ReadAllText(Path.Combine(shared!, "tme-pages", name));
    }
}
