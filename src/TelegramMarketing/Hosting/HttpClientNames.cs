namespace TelegramMarketing.Hosting;

/// <summary>The names of the HTTP clients of one bot.</summary>
internal static class HttpClientNames
{
    /// <summary>The client for the Bot API. Its addresses hold the token: it logs nothing and makes no activity.</summary>
    public static string BotApi(string name) => name.Length == 0 ? "TelegramMarketing" : $"TelegramMarketing:{name}";

    /// <summary>The client for a TDLight server. Its address holds a token, as that of the Bot API does.</summary>
    public static string Tdlight(string name) => name.Length == 0 ? "TelegramMarketing.Tdlight" : $"TelegramMarketing.Tdlight:{name}";

    /// <summary>The client for the public pages. It follows no redirect.</summary>
    public static string PublicPages(string name) => name.Length == 0 ? "TelegramMarketing.PublicPages" : $"TelegramMarketing.PublicPages:{name}";
}
