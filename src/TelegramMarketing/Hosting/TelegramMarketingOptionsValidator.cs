using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TelegramMarketing.Hosting;

/// <summary>Checks the settings of a bot, all at once, each with its remedy. Never repeats the token.</summary>
internal sealed partial class TelegramMarketingOptionsValidator(IEnumerable<HostsClient> hostsClients) : IValidateOptions<TelegramMarketingOptions>
{
    private static readonly TimeSpan _leastSendTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _longestTried = TimeSpan.FromDays(365);

    private static readonly TimeSpan _longestKept = TimeSpan.FromDays(365_000);

    public ValidateOptionsResult Validate(string? name, TelegramMarketingOptions options)
    {
        var failures = new List<string>();
        if (!hostsClients.Any(client => client.Name == (name ?? "")))
        {
            CheckToken(options, failures);
        }

        CheckAddress(nameof(options.ApiAddress), options.ApiAddress, "https://api.telegram.org or the address of a local Bot API server", failures);
        CheckAddress(nameof(options.PublicPagesAddress), options.PublicPagesAddress, "https://t.me", failures);
        Check(options.SendTimeout >= _leastSendTimeout && options.SendTimeout <= TimeSpan.FromHours(1), nameof(options.SendTimeout), options.SendTimeout, "Telegram may hold a call back for 8 s: use 10 s to 1 h, better 60 s or more", failures);
        Check(options.GracePeriod >= TimeSpan.Zero && options.GracePeriod <= _longestTried, nameof(options.GracePeriod), options.GracePeriod, "use zero to 365 days", failures);
        CheckPace("Pace.MessagesPerSecond", options.Pace.MessagesPerSecond, 1000, failures);
        CheckPace("Pace.MessagesPerSecondPerChat", options.Pace.MessagesPerSecondPerChat, 1000, failures);
        CheckPace("Pace.MessagesPerMinutePerChannel", options.Pace.MessagesPerMinutePerChannel, 60_000, failures);
        Check(options.Reconciliation.Margin >= TimeSpan.Zero, "Reconciliation.Margin", options.Reconciliation.Margin, "use zero or more", failures);
        Check(options.Reconciliation.GiveUpAfter >= TimeSpan.Zero && options.Reconciliation.GiveUpAfter <= _longestTried, "Reconciliation.GiveUpAfter", options.Reconciliation.GiveUpAfter, "use zero to 365 days", failures);
        Check(options.PublicPages.Spacing >= TimeSpan.Zero, "PublicPages.Spacing", options.PublicPages.Spacing, "use zero or more", failures);
        Check(options.PublicPages.CacheFor >= TimeSpan.Zero, "PublicPages.CacheFor", options.PublicPages.CacheFor, "use zero or more", failures);
        Check(options.PublicPages.Timeout > TimeSpan.Zero, "PublicPages.Timeout", options.PublicPages.Timeout, "use more than zero", failures);
        Check(options.Ledger.KeepEndedFor is null || (options.Ledger.KeepEndedFor >= TimeSpan.FromDays(1) && options.Ledger.KeepEndedFor <= _longestKept), "Ledger.KeepEndedFor", options.Ledger.KeepEndedFor ?? default, "an idempotency key lives as long: use 1 day to 1,000 years, or null to keep everything", failures);
        Check(options.Memory.EndedPublications >= 1, "Memory.EndedPublications", options.Memory.EndedPublications, "use 1 or more", failures);
        Check(options.Memory.Invitations >= 1, "Memory.Invitations", options.Memory.Invitations, "use 1 or more", failures);
        Check(options.Memory.CollectedPosts >= 1, "Memory.CollectedPosts", options.Memory.CollectedPosts, "use 1 or more", failures);
        StatisticsOptionsRules.Check(options.Statistics, failures);
        InvitationOptionsRules.Check(options.Invitations, failures);

        if (failures.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var bot = string.IsNullOrEmpty(name) ? "" : $" of the bot \"{name}\"";
        return ValidateOptionsResult.Fail(failures.Select(failure => $"TelegramMarketing{bot}: {failure}"));
    }

    /// <summary>It looks like a token of @BotFather's.</summary>
    public static bool IsToken(string token) => TokenShape().IsMatch(token);

    private static void CheckToken(TelegramMarketingOptions options, List<string> failures)
    {
        if (string.IsNullOrWhiteSpace(options.BotToken))
        {
            failures.Add("BotToken is missing. Set it to the token that @BotFather gave, from a secret store or an environment variable.");
        }
        else if (!IsToken(options.BotToken))
        {
            failures.Add($"BotToken ({options.BotToken.Length} characters, not shown) is not of the form 123456789:AA…. Copy it again from @BotFather, without spaces or quotation marks.");
        }
    }

    private static void CheckAddress(string property, Uri? address, string example, List<string> failures)
    {
        if (address is null || !address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp) || address.Query.Length > 0 || address.UserInfo.Length > 0)
        {
            failures.Add($"{property} is not an absolute http or https address. Use {example}.");
        }
    }

    private static void CheckPace(string property, int value, int most, List<string> failures) =>
        Check(value >= 0 && value <= most, property, value, $"use 1 to {most}, or 0 to lift the limit", failures);

    private static void Check(bool holds, string property, object value, string remedy, List<string> failures)
    {
        if (!holds)
        {
            failures.Add($"{property} is {value}: {remedy}.");
        }
    }

    [GeneratedRegex(@"\A[0-9]{1,19}:[A-Za-z0-9_-]{30,64}\z")]
    private static partial Regex TokenShape();
}
