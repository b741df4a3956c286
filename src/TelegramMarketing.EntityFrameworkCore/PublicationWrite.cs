using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>One change that somebody waits for: the row as it was when the change was handed over.</summary>
internal sealed class PublicationWrite(PublicationEntry entry, PublicationRow row, bool isNew)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PublicationEntry Entry => entry;

    public PublicationRow Row => row;

    public bool IsNew => isNew;

    /// <summary>All confirmed messages, those that the store has already included.</summary>
    public required int[] MessageIds { get; init; }

    /// <summary>By which the entry knows whether another process has changed it since.</summary>
    public required int Follows { get; init; }

    /// <summary>The parts that <see cref="PublicationRow.Parts"/> was written from.</summary>
    public IReadOnlyList<PlannedMessage>? Parts { get; init; }

    /// <summary>The publication that has the key of this new one, which is therefore not added.</summary>
    public Guid? Existing { get; set; }

    /// <summary>Its commit.</summary>
    public Task Done => _done.Task;

    public void Complete() => _done.TrySetResult();

    public void Fail(Exception exception)
    {
        entry.Stored!.WritingVersion = entry.Stored.Version;
        _done.TrySetException(exception);
    }
}
