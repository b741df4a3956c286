namespace TelegramMarketing.Delivery;

/// <summary>A way to see whether a send in doubt is in its channel.</summary>
internal interface IOutcomeEvidence
{
    /// <summary>Looks. Never throws for what it cannot see.</summary>
    Task<Evidence> LookAsync(UnknownSend send, Func<int, ValueTask<bool>> isOfAnotherPublication, CancellationToken cancellationToken);
}
