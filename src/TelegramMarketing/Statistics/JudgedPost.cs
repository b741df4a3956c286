namespace TelegramMarketing.Statistics;

/// <summary>A post, and whether it is compared.</summary>
/// <param name="Post">The post.</param>
/// <param name="LeftOut">Why it is not compared; <see langword="null"/> when it is.</param>
/// <param name="Figure">Its views, when it is compared.</param>
/// <param name="Local">When it was published, in the report's time zone.</param>
/// <param name="Subscribers">The channel's subscribers then, where known.</param>
internal sealed record JudgedPost(ReportPost Post, LeftOutReason? LeftOut, AgedViews Figure, DateTime? Local, double? Subscribers)
{
    public bool IsCompared => LeftOut is null;

    public double? ViewsPerSubscriber => IsCompared && Subscribers > 0 ? Figure.Views.Value / Subscribers : null;

    public double? EngagementRate => IsCompared && Post.Engagement is { } engagement && Post.Views[^1].Views.Value is > 0 and var views ? (double)engagement / views : null;
}
