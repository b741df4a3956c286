using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <summary>What the end of a post must fulfil.</summary>
internal sealed class EndingRules(BotContext context, PostPreparation preparation)
{
    /// <summary>Checks it, and gives what is to be recorded.</summary>
    public async Task<PublicationEntry> PrepareAsync(PublicationEntry target, PostEnding ending, CancellationToken cancellationToken)
    {
        if (target.Action != PublicationAction.Publish || (target.HasEnded && target.State != PublicationState.Published))
        {
            throw new InvalidOperationException($"Publication {target.Id} is {(target.Action == PublicationAction.Publish ? target.State : "itself the end of a post")}; only a post that is there, or will be, can be ended.");
        }

        IReadOnlyList<PlannedMessage> parts = [];
        if (ending.Replacement is { } replacement)
        {
            EnsureOneMessage(target);
            parts = [await PlanAsync(replacement, cancellationToken).ConfigureAwait(false)];
        }

        var due = ending.At ?? ((target.PublishedAt ?? target.DueAt) + ending.After!.Value);
        EnsureTime(target, ending.Action, due);
        var now = context.Clock.UtcNow;
        return new PublicationEntry(context.Chance.NextId(now), target.Channel, new Post { Kind = target.Kind, Tags = target.Tags }, null, now)
        {
            Action = ending.Action,
            Target = target.Id,
            EndsAfter = ending.After,
            DueAt = due,
            Parts = parts,
        };
    }

    /// <exception cref="TelegramMarketingException">The replacement breaks rules, or takes more than one message.</exception>
    public async Task<PlannedMessage> PlanAsync(Post replacement, CancellationToken cancellationToken) =>
        (await preparation.PlanAsync(replacement, cancellationToken).ConfigureAwait(false)).OnlyMessage();

    /// <exception cref="ArgumentOutOfRangeException">The post can not be ended at that time.</exception>
    public void EnsureTime(PublicationEntry target, PublicationAction action, DateTimeOffset at)
    {
        preparation.EnsureFuture(at, nameof(at));
        var published = target.PublishedAt ?? target.DueAt;
        if (at <= published)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The post would end before it is there, {published:u}. Give a later time.");
        }

        if (action == PublicationAction.Delete && at > published + PostEnding.LatestDeletion)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"Telegram lets a bot delete a message for 48 hours only (deleteMessage), and the post is of {published:u}. Delete it until {published + PostEnding.LatestDeletion:u}, or use ExpireTo, which works at any age.");
        }

        if (context.Options.Ledger.KeepEndedFor is { } kept && at > published + kept)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The ledger forgets the post at {published + kept:u} (Ledger.KeepEndedFor is {kept}), and could not end it later. Give an earlier time, or keep it longer.");
        }
    }

    private static void EnsureOneMessage(PublicationEntry target)
    {
        var parts = target.Parts?.Count ?? target.PartsDone;
        if (parts > 1)
        {
            var violation = new PlanViolation("expire-one-message", $"The post takes {parts} sends, and ExpireTo edits one message. Shorten the post, or delete it with DeleteAfter.");
            throw new TelegramMarketingException(TelegramMarketingError.InvalidPost, violation.Message) { Violations = [violation], PublicationId = target.Id };
        }
    }
}
