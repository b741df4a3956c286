namespace TelegramMarketing.CrashTest;

/// <summary>When a child is killed: at the nth time that it comes to a moment, and a little later; or when its patience ends.</summary>
/// <param name="At">The moment.</param>
/// <param name="Times">The how manieth one.</param>
/// <param name="Delay">So long after it.</param>
internal sealed record KillPlan(Moment At, int Times, TimeSpan Delay)
{
    /// <summary>A moment that does not come is not waited for any longer.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>What a start takes, about.</summary>
    private static readonly TimeSpan _start = TimeSpan.FromMilliseconds(1500);

    private static readonly TimeSpan _burst = TimeSpan.FromMilliseconds(600);

    /// <summary>A plan by chance.</summary>
    /// <param name="random">The chance.</param>
    /// <param name="isScheduled">The whole campaign is in the ledger already.</param>
    /// <param name="posts">How many posts it has.</param>
    public static KillPlan Next(Random random, bool isScheduled, int posts)
    {
        var luck = random.NextDouble();
        var moment = !isScheduled && luck < 0.5 ? (luck < 0.25 ? Moment.Start : Moment.Scheduling)
            : luck switch
            {
                < 0.08 => Moment.Start,
                < 0.12 => Moment.Scheduling,
                < 0.32 => Moment.Received,
                < 0.52 => Moment.Accepted,
                < 0.72 => Moment.Answered,
                < 0.82 => Moment.Looked,
                _ => Moment.AnyTime,
            };
        return moment switch
        {
            Moment.Start => new KillPlan(moment, 0, _start * random.NextDouble()),
            Moment.Scheduling => new KillPlan(moment, random.Next(1, posts + 1), ALittle(random)),
            Moment.Looked => new KillPlan(moment, random.Next(1, 5), ALittle(random)),
            Moment.AnyTime => new KillPlan(moment, 1, _burst * random.NextDouble()),
            _ => new KillPlan(moment, random.Next(1, 25), ALittle(random)),
        };
    }

    /// <summary>Half of the time none, else some milliseconds: as long as a commit or the work on an answer takes.</summary>
    private static TimeSpan ALittle(Random random) => random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(8 * random.NextDouble());
}
