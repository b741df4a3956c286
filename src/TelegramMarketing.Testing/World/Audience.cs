using System.Runtime.CompilerServices;

namespace TelegramMarketing.Testing.World;

/// <summary>
/// People who read a channel without being simulated one by one. The views of a post are a function of its age, so that nothing has to
/// happen for them to grow: quickly in the first hours, along a logarithm, until two days have passed.
/// </summary>
internal sealed class Audience(int people, Func<TelegramPost, double>? interest, int seed, DateTimeOffset since)
{
    private static readonly double _span = TimeSpan.FromDays(2).TotalMinutes;
    private readonly ConditionalWeakTable<TelegramPost, StrongBox<double>> _reach = [];

    public int People { get; } = people;

    public long ViewsOf(TelegramPost post, DateTimeOffset at)
    {
        var begin = post.Date > since ? post.Date : since;
        var minutes = Math.Clamp((at - begin).TotalMinutes, 0, _span);
        if (minutes <= 0 || post.IsService)
        {
            return 0;
        }

        var grown = Math.Log(1 + (minutes / 20)) / Math.Log(1 + (_span / 20));
        return (long)(People * _reach.GetValue(post, ReachOf).Value * grown);
    }

    private StrongBox<double> ReachOf(TelegramPost post)
    {
        var wanted = interest?.Invoke(post) ?? 0.5;
        var mood = new Random(HashOf(post)).NextDouble();
        return new StrongBox<double>(Math.Clamp(wanted * (0.85 + (0.3 * mood)), 0, 1));
    }

    private int HashOf(TelegramPost post) => unchecked((seed * 397) ^ (post.MessageId * 7919) ^ (int)post.Channel.Id);
}
