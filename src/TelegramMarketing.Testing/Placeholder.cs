namespace TelegramMarketing.Testing;

internal static class Placeholder;
