using System.Text.RegularExpressions;

namespace TelegramMarketing.Invitations;

/// <summary>What an <see cref="InvitationText"/> must hold, and may.</summary>
internal static partial class InvitationTextRules
{
    private const int MaxMessageLength = 2000;
    private const int MaxLabelLength = 64;

    /// <summary>Everything that is wrong with the text; empty when nothing is.</summary>
    public static IReadOnlyList<string> Check(InvitationText text)
    {
        var failures = new List<string>();
        Check(failures, nameof(text.Invitation), text.Invitation, MaxMessageLength, ["channel", "about", "link", "optout"]);
        Check(failures, nameof(text.Subject), text.Subject, InvitationRequest.MaxNoteLength, [], "channel");
        if (text.Subject?.AsSpan().ContainsAny('\r', '\n') == true)
        {
            failures.Add($"{nameof(text.Subject)} has more than one line.");
        }

        Check(failures, nameof(text.About), text.About, InvitationRequest.MaxNoteLength, []);
        Check(failures, nameof(text.Welcome), text.Welcome, MaxMessageLength, ["channel", "optout"], "about");
        Check(failures, nameof(text.OpenChannel), text.OpenChannel, MaxLabelLength, []);
        Check(failures, nameof(text.OptedOut), text.OptedOut, MaxMessageLength, []);
        Check(failures, nameof(text.ConsentQuestion), text.ConsentQuestion, MaxMessageLength, ["channel", "about", "optout"]);
        Check(failures, nameof(text.ConsentYes), text.ConsentYes, MaxLabelLength, []);
        Check(failures, nameof(text.ConsentNo), text.ConsentNo, MaxLabelLength, []);
        Check(failures, nameof(text.ConsentDeclined), text.ConsentDeclined, MaxMessageLength, []);
        Check(failures, nameof(text.RequestWaiting), text.RequestWaiting, MaxMessageLength, [], "channel");
        Check(failures, nameof(text.RequestDeclined), text.RequestDeclined, MaxMessageLength, [], "channel");
        Check(failures, nameof(text.UnknownLink), text.UnknownLink, MaxMessageLength, []);
        return failures;
    }

    /// <summary>Puts the values in the place of their placeholders, once: a value that looks like a placeholder stays as it is.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(template, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? value : match.Value);

    private static void Check(List<string> failures, string name, string? template, int maxLength, string[] required, params string[] optional)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            failures.Add($"{name} is empty.");
            return;
        }

        if (template.Length > maxLength)
        {
            failures.Add($"{name} has {template.Length} characters; at most {maxLength} are allowed.");
        }

        var present = Placeholder().Matches(template).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        failures.AddRange(required.Where(placeholder => !present.Contains(placeholder)).Select(placeholder => $"{name} lacks {{{placeholder}}}."));
        failures.AddRange(present.Except(required, StringComparer.Ordinal).Except(optional, StringComparer.Ordinal)
            .Select(placeholder => $"{name} holds {{{placeholder}}}, which is not filled in there."));
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
