namespace TelegramMarketing.CrashTest.Time;

/// <summary>A <see cref="FastTime"/> as one process tells another of it.</summary>
/// <param name="Origin">The system's timestamp at which it starts.</param>
/// <param name="Start">What it shows then.</param>
/// <param name="Speed">How many times as fast as real time it is.</param>
internal sealed record TimeDescription(long Origin, DateTimeOffset Start, double Speed)
{
    /// <summary>One that starts now.</summary>
    public static TimeDescription From(double speed) => new(TimeProvider.System.GetTimestamp(), TimeProvider.System.GetUtcNow(), speed);
}
