namespace TelegramMarketing.Time;

/// <summary>
/// Knows what is runnable in the library, so that virtual time moves only when everything waits. The fake's clock
/// implements it; a real clock does not, and then nothing is counted.
/// </summary>
internal interface IQuietGauge
{
    /// <summary>The activity that the present asynchronous flow belongs to.</summary>
    IQuietActivity? Current { get; }

    /// <summary>Begins background work, which nobody awaits. It becomes the flow's current activity.</summary>
    IQuietActivity Begin(string name);

    /// <summary>Begins an operation that its caller awaits. Inside another activity, that one waits meanwhile.</summary>
    IQuietActivity BeginOperation(string name);
}
