using System.Globalization;
using TelegramMarketing.Hosting;
using TelegramMarketing.Publishing;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <summary>What the end of a post must fulfil.</summary>
internal sealed class EndingRules(BotContext context, PostPreparation preparation)
{
    /// <summary>What is to be recorded. Whether the post can be ended so is for <see cref="EnsurePossible"/> to see, once it is known that this end is a new one.</summary>
    /// <exception cref="TelegramMarketingException">The replacement breaks rules, or takes more than one message.</exception>
    public async Task<PreparedPost> PrepareAsync(PublicationEntry target, PostEnding ending, CancellationToken cancellationToken)
    {
        IReadOnlyList<PlannedMessage> parts = ending.Replacement is { } replacement ? [await PlanAsync(replacement, cancellationToken).ConfigureAwait(false)] : [];
        var fingerprint = await Fingerprint.OfAsync(parts).ConfigureAwait(false);
        var chatKey = await preparation.ChatKeyOfAsync(target.Channel, cancellationToken).ConfigureAwait(false);
        var now = context.Clock.UtcNow;
        var entry = new PublicationEntry(context.Chance.NextId(now), target.Channel, new Post { Kind = target.Kind, Tags = target.Tags }, KeyOf(target.Id, ending, fingerprint), now)
        {
            Action = ending.Action,
            Target = target.Id,
            EndsAfter = ending.After,
            DueAt = ending.At ?? ((target.PublishedAt ?? target.DueAt) + ending.After!.Value),
            Parts = parts,
        };
        return new PreparedPost(entry, chatKey);
    }

    /// <exception cref="InvalidOperationException">The post will never be there, or is itself an end.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It can not be ended at that time.</exception>
    /// <exception cref="TelegramMarketingException">It takes more than one message, and can only be deleted.</exception>
    public void EnsurePossible(PublicationEntry target, PublicationEntry end)
    {
        if (target.Action != PublicationAction.Publish || (target.HasEnded && target.State != PublicationState.Published))
        {
            throw new InvalidOperationException($"Publication {target.Id} is {(target.Action == PublicationAction.Publish ? target.State : "itself the end of a post")}; only a post that is there, or will be, can be ended.");
        }

        if (end.Action == PublicationAction.Edit)
        {
            EnsureOneMessage(target);
        }

        if (end.EndsAfter is null)
        {
            preparation.EnsureFuture(end.DueAt, "at");
        }

        EnsureTime(target, end.Action, end.DueAt);
    }

    /// <exception cref="TelegramMarketingException">The replacement breaks rules, or takes more than one message.</exception>
    public async Task<PlannedMessage> PlanAsync(Post replacement, CancellationToken cancellationToken) =>
        (await preparation.PlanAsync(replacement, cancellationToken).ConfigureAwait(false)).OnlyMessage();

    /// <exception cref="ArgumentOutOfRangeException">The post can not be ended at that time.</exception>
    public void EnsureTime(PublicationEntry target, PublicationAction action, DateTimeOffset at)
    {
        var published = target.PublishedAt ?? target.DueAt;
        if (at <= published)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The post would end before it is there, {published:u}. Give a later time.");
        }

        var now = context.Clock.UtcNow;
        if (action == PublicationAction.Delete && (at > now ? at : now) > published + PostEnding.LatestDeletion)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"Telegram lets a bot delete a message for 48 hours only (deleteMessage), and the post is of {published:u}. Delete it until {published + PostEnding.LatestDeletion:u}, or use ExpireTo, which works at any age.");
        }

        if (context.Options.Ledger.KeepEndedFor is { } kept && at > published + kept)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The ledger forgets the post at {published + kept:u} (Ledger.KeepEndedFor is {kept}), and could not end it later. Give an earlier time, or keep it longer.");
        }
    }

    /// <summary>The same end of the same post has the same key, so that a program may end its offers at every start.</summary>
    private static string KeyOf(Guid target, PostEnding ending, string fingerprint) => string.Create(
        CultureInfo.InvariantCulture, $"end:{target:N}:{ending.Action}:{ending.After?.Ticks ?? ending.At!.Value.UtcTicks}:{fingerprint[..16]}");

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
