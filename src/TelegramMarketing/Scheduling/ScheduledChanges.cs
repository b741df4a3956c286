using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <summary>Changes what is scheduled while nobody delivers it: wholly, or not at all.</summary>
internal sealed class ScheduledChanges(BotContext context, IPublicationStore store)
{
    /// <summary>Changes a scheduled publication. When it cannot be saved it is again as it was, unless another process has changed it meanwhile: then it is as that one has left it.</summary>
    /// <exception cref="InvalidOperationException">It is not there, or not Scheduled any more.</exception>
    public async Task<Publication> ChangeAsync(Guid id, Func<PublicationEntry, Task> change, CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        var entry = await store.GetAsync(id, cancellationToken).ConfigureAwait(false);
        var isOurs = entry.TryClaim();
        try
        {
            if (!isOurs || entry.State != PublicationState.Scheduled || entry.PartsDone > 0)
            {
                throw new InvalidOperationException($"Publication {id} is {(isOurs ? entry.State : PublicationState.Sending)}; only one that is Scheduled and has not begun can be changed.");
            }

            entry.BeginWork();
            var undo = UndoOf(entry);
            try
            {
                await change(entry).ConfigureAwait(false);
                await store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
            }
            catch
            {
                undo();
                throw;
            }

            return entry.Snapshot();
        }
        finally
        {
            if (isOurs)
            {
                entry.Unclaim();
            }
        }
    }

    /// <summary>Makes the entry what it is now.</summary>
    private static Action UndoOf(PublicationEntry entry)
    {
        var (kind, tags, parts, dueAt, endsAfter) = (entry.Kind, entry.Tags, entry.Parts, entry.DueAt, entry.EndsAfter);
        var (fingerprint, contentFingerprint) = (entry.Fingerprint, entry.ContentFingerprint);
        return () =>
        {
            if (entry.IsOvertaken)
            {
                return;
            }

            entry.Replace(new Post { Kind = kind, Tags = tags }, parts ?? []);
            (entry.Parts, entry.DueAt, entry.EndsAfter) = (parts, dueAt, endsAfter);
            (entry.Fingerprint, entry.ContentFingerprint) = (fingerprint, contentFingerprint);
        };
    }
}
