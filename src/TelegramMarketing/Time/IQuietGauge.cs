namespace TelegramMarketing.Time;

/// <summary>
/// Counts what is runnable in the library, so that virtual time moves only when everything waits. The fake's clock
/// implements it; a real clock does not, and then nothing is counted.
/// </summary>
internal interface IQuietGauge
{
    /// <summary>One more piece of work is runnable.</summary>
    void Enter();

    /// <summary>One piece of work has ended or begins to wait.</summary>
    void Exit();

    /// <summary>One more operation was begun that a caller awaits.</summary>
    void BeginOperation();

    /// <summary>An operation that a caller awaited has ended.</summary>
    void EndOperation();
}
