using TelegramMarketing.CrashTest.Posts;
using TelegramMarketing.Testing;

namespace TelegramMarketing.CrashTest;

/// <summary>Compares what Telegram has with what the ledger says.</summary>
internal sealed class Verdict(Campaign campaign, int posts, IReadOnlyCollection<(int Number, Guid Id)> scheduled, Tally tally)
{
    private readonly List<string> _faults = [];

    /// <summary>Judges a round.</summary>
    /// <returns>What is not as promised, and every publication that is in doubt.</returns>
    public IReadOnlyList<string> Judge(IReadOnlyCollection<Publication> ledger, IReadOnlyCollection<TelegramPost> arrived)
    {
        var byKey = ledger.ToLookup(publication => publication.IdempotencyKey);
        var ends = ledger.Where(publication => publication.Target is not null).ToLookup(publication => publication.Target!.Value);
        var messages = arrived.Where(post => post.Bot is not null).ToLookup(post => Campaign.NumberOf(MarkOf(post)));
        foreach (var stray in messages[null])
        {
            tally.Wrong++;
            _faults.Add($"wrong: message {stray.MessageId} of {stray.Channel} ({MarkOf(stray)}) belongs to no post");
        }

        for (var number = 0; number < posts; number++)
        {
            Judge(number, [.. byKey[campaign.KeyOf(number)]], [.. messages[number]], ends);
        }

        return _faults;
    }

    private void Judge(int number, List<Publication> recorded, List<TelegramPost> messages, ILookup<Guid, Publication> ends)
    {
        var there = messages.CountBy(MarkOf).ToDictionary(StringComparer.Ordinal);
        string[] expected = [.. MarksOf(campaign.Create(number))];
        var missing = expected.Count(mark => !there.ContainsKey(mark));
        if (recorded is not [var publication])
        {
            tally.Lost++;
            _faults.Add($"lost: post {number} stands {recorded.Count} times in the ledger, {messages.Count} messages in the channel");
            return;
        }

        Check(there.Values.Any(count => count > 1), "twice", publication, messages, () => tally.Twice++);
        Check(scheduled.Any(answer => answer.Number == number && answer.Id != publication.Id), "lost (recorded before under another id)", publication, messages, () => tally.Lost++);
        switch (publication.State)
        {
            case PublicationState.Published:
                tally.Published++;
                tally.Again += publication.Attempts - PostPlan.Create(campaign.Create(number)).Messages.Count;
                Check(missing == expected.Length, "lost", publication, messages, () => tally.Lost++);
                Check(missing > 0 && missing < expected.Length, "half", publication, messages, () => tally.Half++);
                JudgeEnd(number, publication, [.. ends[publication.Id]], messages);
                Check(missing == 0 && !publication.Messages.Select(message => message.MessageId).Order().SequenceEqual(messages.Select(message => message.MessageId).Order()), "wrong", publication, messages, () => tally.Wrong++);
                break;
            case PublicationState.Unknown:
                Check(true, "unknown", publication, messages, () => tally.Unknown++);
                break;
            case PublicationState.Scheduled or PublicationState.Sending:
                Check(true, "lost", publication, messages, () => tally.Lost++);
                break;
            default:
                Check(true, "other", publication, messages, () => tally.Other++);
                Check(missing < expected.Length && missing > 0, "half", publication, messages, () => tally.Half++);
                break;
        }
    }

    /// <summary>A post that has no end is there as it was; one that has was deleted, or says so.</summary>
    private void JudgeEnd(int number, Publication publication, List<Publication> ends, List<TelegramPost> messages)
    {
        var there = messages.FindAll(message => message.Channel.Posts.Contains(message));
        if (campaign.EndOf(number) is not { } expected)
        {
            Check(there.Count < messages.Count || ends.Count > 0, "lost (ended without an end)", publication, messages, () => tally.Lost++);
            return;
        }

        Check(ends.Count > 1, "twice ended", publication, messages, () => tally.Twice++);
        Check(ends.Count == 0 || ends.Exists(end => end.State != PublicationState.Published), $"half ({string.Join(',', ends.Select(end => $"{end.State} {end.LastError}"))})", publication, messages, () => tally.Half++);
        var isDone = expected.Action == PublicationAction.Delete
            ? there.Count == 0
            : there is [var message] && (message.Text ?? message.Caption) == campaign.OverOf(number) && message.Buttons.Count == 0;
        Check(!isDone, "half (not ended)", publication, messages, () => tally.Half++);
        if (isDone)
        {
            tally.Ended++;
        }
    }

    private void Check(bool isFault, string name, Publication publication, List<TelegramPost> messages, Action count)
    {
        if (isFault)
        {
            count();
            _faults.Add($"{name}: {publication.IdempotencyKey} to {publication.Channel} is {publication.State} after {publication.Attempts} sends as {string.Join(',', publication.Messages.Select(message => message.MessageId))}; "
                + $"in the channel: {string.Join(", ", messages.Select(message => $"{message.MessageId} {MarkOf(message)} at {message.Date:HH:mm:ss}"))}; {publication.LastError}");
        }
    }

    /// <summary>What tells a message from all others: the size of its file, or the beginning of its text.</summary>
    private static string MarkOf(TelegramPost message) => message.Media is { } media ? Picture.MarkOf(media.Size) : FirstWord(message.Text ?? "");

    private static IEnumerable<string> MarksOf(Post post) => PostPlan.Create(post).Messages.SelectMany(message => message.Media.Count > 0
        ? message.Media.Select(media => Path.GetFileNameWithoutExtension(media.Source.Value))
        : [FirstWord(message.Text!.PlainText)]);

    private static string FirstWord(string text) => text[..Math.Max(text.IndexOf(' ', StringComparison.Ordinal), 0)];
}
