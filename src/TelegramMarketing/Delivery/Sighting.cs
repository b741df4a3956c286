namespace TelegramMarketing.Delivery;

/// <summary>Something in a channel that looks like a send in doubt, and that no publication is known by.</summary>
/// <param name="MessageIds">Its message, or the items of the album.</param>
/// <param name="Date">Telegram's date of it; <see langword="null"/> when that was not shown.</param>
internal sealed record Sighting(IReadOnlyList<int> MessageIds, DateTimeOffset? Date)
{
    /// <summary>It can be this send, by its place and its time.</summary>
    public bool MayBe(UnknownSend send) => MessageIds[0] > send.LastKnownId && (Date is not { } date || send.MayBeOf(date));
}
