namespace TelegramMarketing.Time;

/// <summary>
/// One piece of work that virtual time waits for. It is runnable unless it is parked, has ended, or waits for the operations that were
/// begun inside it.
/// </summary>
internal interface IQuietActivity
{
    /// <summary>The work begins to wait for something that calls <see cref="Unpark"/> before completing it.</summary>
    void Park();

    /// <summary>Counts the work in again, before it is woken.</summary>
    void Unpark();

    /// <summary>The work has ended; whoever began it inside another activity is counted in again.</summary>
    void End();
}
