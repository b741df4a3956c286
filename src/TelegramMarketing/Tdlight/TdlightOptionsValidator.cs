using Microsoft.Extensions.Options;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Tdlight;

/// <summary>Checks how a TDLight server is reached, all at once, each with its remedy. Never repeats a token.</summary>
internal sealed class TdlightOptionsValidator(IOptionsMonitor<TelegramMarketingOptions> bots, IEnumerable<HostsClient> hostsClients) : IValidateOptions<TdlightOptions>
{
    private static readonly TimeSpan _leastInterval = TimeSpan.FromMinutes(45);

    public ValidateOptionsResult Validate(string? name, TdlightOptions options)
    {
        var bot = bots.Get(name);
        var failures = new List<string>();
        if (options.Address is { } address && (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp) || address.Query.Length > 0 || address.UserInfo.Length > 0))
        {
            failures.Add("Tdlight.Address is not an absolute http or https address. Use the address of a TDLight server, such as http://localhost:8081.");
        }
        else
        {
            CheckServer(options, bot, hostsClients.Any(client => client.Name == (name ?? "")), failures);
        }

        if (options.BotToken is { } token && !TelegramMarketingOptionsValidator.IsToken(token))
        {
            failures.Add($"Tdlight.BotToken ({token.Length} characters, not shown) is not of the form 123456789:AA…. Copy it again from @BotFather, without spaces or quotation marks.");
        }

        if (options.MinimumInterval < _leastInterval)
        {
            failures.Add($"Tdlight.MinimumInterval is {options.MinimumInterval}: asked more often than every 45 minutes the server only repeats itself; use 45 minutes or more.");
        }

        if (options.Timeout <= TimeSpan.Zero)
        {
            failures.Add($"Tdlight.Timeout is {options.Timeout}: use more than zero.");
        }

        var whose = string.IsNullOrEmpty(name) ? "" : $" of the bot \"{name}\"";
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures.Select(failure => $"TelegramMarketing{whose}: {failure}"));
    }

    /// <summary>The server that is asked, and the bot that asks.</summary>
    public static (Uri Server, string Token) Resolve(TdlightOptions options, TelegramMarketingOptions bot) => (options.Address ?? bot.ApiAddress, options.BotToken ?? bot.BotToken);

    private static void CheckServer(TdlightOptions options, TelegramMarketingOptions bot, bool hasHostsClient, List<string> failures)
    {
        var (server, token) = Resolve(options, bot);
        var isOwnServer = Normal(server) == Normal(bot.ApiAddress);
        var isOwnBot = BotOf(token) == BotOf(bot.BotToken);
        if (string.Equals(server.Host, "api.telegram.org", StringComparison.OrdinalIgnoreCase))
        {
            failures.Add("Tdlight.Address leads to api.telegram.org, which tells no views. Set it to a TDLight server, with a second bot's token in Tdlight.BotToken; or set ApiAddress to it, so that all of the bot's traffic goes there.");
        }
        else if (hasHostsClient && options.BotToken is null)
        {
            failures.Add("Tdlight.BotToken is missing: the token of a bot that the host hands over as its own client is not known here. Set it to a second bot's token.");
        }
        else if (!isOwnServer && isOwnBot)
        {
            failures.Add("Tdlight.BotToken is the bot's own, and Tdlight.Address is another server than ApiAddress: a bot must not be logged in on two servers at once. Use a second bot's token, or set ApiAddress to the TDLight server too (after logOut from the old one).");
        }
    }

    private static string Normal(Uri address) => address.GetLeftPart(UriPartial.Path).TrimEnd('/').ToUpperInvariant();

    // The number before the colon names the bot; the rest changes when its token is revoked.
    private static string BotOf(string token) => token.Split(':')[0];
}
