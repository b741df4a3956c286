using TelegramMarketing.Invitations;

namespace TelegramMarketing.Hosting;

/// <summary>What <see cref="InvitationOptions"/> must hold.</summary>
internal static class InvitationOptionsRules
{
    private const string Token = "{token}";

    public static void Check(InvitationOptions options, List<string> failures)
    {
        if (options.SuppressionKey is { } key && key.Length < SuppressionHashes.MinKeyLength)
        {
            failures.Add($"Invitations.SuppressionKey has {key.Length} characters (not shown). Use {SuppressionHashes.MinKeyLength} or more random ones, from a secret store.");
        }

        if (options.CoolingOff < TimeSpan.Zero || options.CoolingOff > TimeSpan.FromDays(3653))
        {
            failures.Add($"Invitations.CoolingOff is {options.CoolingOff}: use zero to ten years.");
        }

        if (options.AnswerWithin < TimeSpan.FromMinutes(5) || options.AnswerWithin > TimeSpan.FromDays(3653))
        {
            failures.Add($"Invitations.AnswerWithin is {options.AnswerWithin}: use five minutes to ten years, or null for as long as the invitation is valid.");
        }

        if (options.DailyLimit < 1)
        {
            failures.Add($"Invitations.DailyLimit is {options.DailyLimit}: use 1 or more, or null for any number.");
        }

        if (options.UnsubscribeAddress is { } address && !IsUnsubscribeAddress(address))
        {
            failures.Add($"Invitations.UnsubscribeAddress is not an https address that holds {Token} once. Use the address of your own page, such as https://shop.example/unsubscribe/{Token}.");
        }
    }

    private static bool IsUnsubscribeAddress(string address) =>
        address.Split(Token).Length == 2
        && Uri.TryCreate(address.Replace(Token, "x", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri.UserInfo.Length == 0
        && address.IndexOf(Token, StringComparison.Ordinal) > address.IndexOf(uri.Host, StringComparison.OrdinalIgnoreCase);
}
