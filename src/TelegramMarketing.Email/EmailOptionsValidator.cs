using System.Net;
using Microsoft.Extensions.Options;
using TelegramMarketing.Invitations;

namespace TelegramMarketing.Email;

/// <summary>Checks how invitations go out by e-mail, all at once, each with its remedy. Never repeats a name or a password to log in with.</summary>
internal sealed class EmailOptionsValidator(IOptionsMonitor<TelegramMarketingOptions> bots) : IValidateOptions<EmailOptions>
{
    private const int MaxNameLength = 200;
    private const int MaxConnections = 100;
    private const int MaxMessagesPerMinute = 60_000;

    private static readonly TimeSpan _leastTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longestTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var failures = new List<string>();
        CheckServer(options, failures);
        CheckLogin(options, failures);
        CheckSender(options, failures);
        CheckUnsubscribing(options, bots.Get(name).Invitations, failures);
        Check(options.Connections is >= 1 and <= MaxConnections, nameof(options.Connections), options.Connections, $"use 1 to {MaxConnections}", failures);
        Check(options.MessagesPerMinute is null or (>= 1 and <= MaxMessagesPerMinute), nameof(options.MessagesPerMinute), options.MessagesPerMinute, $"use 1 to {MaxMessagesPerMinute}, or null for as fast as they are accepted", failures);
        Check(options.SendTimeout >= _leastTimeout && options.SendTimeout <= _longestTimeout, nameof(options.SendTimeout), options.SendTimeout, "a time-out leaves a message in doubt: use 10 s to 1 h, better 10 minutes", failures);

        var whose = string.IsNullOrEmpty(name) ? "" : $" of the bot \"{name}\"";
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures.Select(failure => $"TelegramMarketing{whose}: {failure}"));
    }

    private static void CheckServer(EmailOptions options, List<string> failures)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            failures.Add("Email.Host is missing. Set it to the name of the server that takes your outgoing mail, such as smtp.example.com.");
        }
        else if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown)
        {
            failures.Add("Email.Host is not the name of a server. Write the name alone, such as smtp.example.com, and the port into Email.Port.");
        }
        else if (options.Security == EmailSecurity.None && !IsLoopback(options.Host))
        {
            failures.Add($"Email.Security is None, and Email.Host ({options.Host}) is not this machine: addresses and passwords would travel in the clear. Use StartTls (port 587) or Tls (port 465).");
        }

        Check(options.Port is >= 1 and <= ushort.MaxValue, nameof(options.Port), options.Port, "use 587 for StartTls, 465 for Tls, or what your provider says", failures);
        Check(Enum.IsDefined(options.Security), nameof(options.Security), options.Security, "use StartTls or Tls", failures);
    }

    private static void CheckLogin(EmailOptions options, List<string> failures)
    {
        if (string.IsNullOrEmpty(options.UserName) != string.IsNullOrEmpty(options.Password))
        {
            failures.Add("Only one of Email.UserName and Email.Password is set. Set both, or neither where the server asks for no login.");
        }
    }

    private static void CheckSender(EmailOptions options, List<string> failures)
    {
        CheckAddress(nameof(options.From), options.From, isRequired: true, failures);
        CheckAddress(nameof(options.ReplyTo), options.ReplyTo, isRequired: false, failures);
        CheckAddress(nameof(options.UnsubscribeMailbox), options.UnsubscribeMailbox, isRequired: false, failures);
        if (options.FromName is { } fromName && (fromName.Length > MaxNameLength || fromName.Any(IsBreak)))
        {
            failures.Add($"Email.FromName has {fromName.Length} characters or more than one line: use at most {MaxNameLength} characters without line breaks.");
        }
    }

    private static void CheckUnsubscribing(EmailOptions options, InvitationOptions invitations, List<string> failures)
    {
        if (options.UnsubscribeMailbox is null && invitations.UnsubscribeAddress is null)
        {
            failures.Add("There is no way to unsubscribe by e-mail. Set Invitations.UnsubscribeAddress to the https address of your own page (one click, RFC 8058), or Email.UnsubscribeMailbox to a mailbox that is read, or both.");
        }
    }

    private static void CheckAddress(string property, string? address, bool isRequired, List<string> failures)
    {
        if (string.IsNullOrEmpty(address))
        {
            if (isRequired)
            {
                failures.Add($"Email.{property} is missing. Set it to an address of the company's own domain, such as news@example.com.");
            }
        }
        else if (EmailAddress.Parse(address) is not { } parsed)
        {
            failures.Add($"Email.{property} is not an e-mail address. Write the address alone, such as news@example.com; a name goes into Email.FromName.");
        }
        else if (parsed.NeedsSmtpUtf8)
        {
            failures.Add($"Email.{property} has letters outside ASCII before the @, which many servers do not take. Use an address such as news@example.com.");
        }
    }

    private static void Check(bool holds, string property, object? value, string remedy, List<string> failures)
    {
        if (!holds)
        {
            failures.Add($"Email.{property} is {value}: {remedy}.");
        }
    }

    private static bool IsBreak(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
