using TelegramMarketing.Publishing;
using TelegramMarketing.Time;

namespace TelegramMarketing.PublicPages;

/// <summary>Turns what a page shows into statistics.</summary>
internal sealed class StatisticsMapper(Clock clock, string source)
{
    public PostStatistics Map(PostReference post, PageMessage message, DateTimeOffset askedAt) => new()
    {
        Post = post,
        Availability = message.IsService ? PostAvailability.ServiceMessage : PostAvailability.Available,
        Views = message.Views is { } views ? Reading(views, askedAt) : null,
        Reactions = message.Reactions,
        PublishedAt = message.PublishedAt,
        Signature = message.Signature,
        IsEdited = message.IsEdited,
        Text = message.Text,
        AlbumMessageIds = message.AlbumIds,
        ForwardedFrom = message.ForwardedFrom,
        HasMedia = message.HasMedia,
        Media = message.Media,
        HasButtons = message.HasButtons,
        Length = message.IsService ? null : CodePoints.Count(message.Text ?? ""),
        PollVoters = message.PollVoters is { } voters ? Reading(voters, askedAt) : null,
        ChannelId = message.ChannelId,
    };

    /// <summary>A reading from a page that was asked for at that time; how long it was kept since is its staleness.</summary>
    public Reading Reading(Count count, DateTimeOffset askedAt)
    {
        var now = clock.UtcNow;
        return new Reading(count, source, now, now > askedAt ? now - askedAt : TimeSpan.Zero);
    }
}
