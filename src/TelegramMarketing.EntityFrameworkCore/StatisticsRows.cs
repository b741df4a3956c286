using System.Globalization;
using System.Text.Json;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>How what is collected becomes rows, and rows what was collected.</summary>
internal static class StatisticsRows
{
    /// <summary>Writes a post into its row; its figures are kept apart.</summary>
    public static void Write(CollectedPost post, CollectedPostRow row)
    {
        row.AlbumIds = post.AlbumIds.Count == 0 ? null : string.Join(',', post.AlbumIds.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        row.PublishedAt = post.PublishedAt?.UtcTicks;
        row.Kind = post.Kind?.Name;
        row.KindSource = post.KindSource;
        row.Tags = post.Tags.Count == 0 ? null : JsonSerializer.Serialize([.. post.Tags], StoredJson.Default.StringArray);
        row.Signature = post.Signature;
        row.Media = post.Media;
        row.Length = post.Length;
        row.HasButtons = post.HasButtons;
        row.ForwardedFrom = post.ForwardedFrom;
        row.ContinuationOf = post.ContinuationOf;
        row.SeenAt = post.SeenAt.UtcTicks;
        row.GoneAt = post.GoneAt?.UtcTicks;
    }

    public static CollectedPost Restore(CollectedPostRow row) => new()
    {
        MessageId = row.MessageId,
        AlbumIds = row.AlbumIds is null ? [] : [.. row.AlbumIds.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture))],
        PublishedAt = At(row.PublishedAt),
        Kind = row.Kind is null ? null : PostKind.Of(row.Kind),
        KindSource = row.KindSource,
        Tags = row.Tags is null ? [] : JsonSerializer.Deserialize(row.Tags, StoredJson.Default.StringArray)!,
        Signature = row.Signature,
        Media = row.Media,
        Length = row.Length,
        HasButtons = row.HasButtons,
        ForwardedFrom = row.ForwardedFrom,
        ContinuationOf = row.ContinuationOf,
        SeenAt = At(row.SeenAt),
        GoneAt = At(row.GoneAt),
        Reactions = row.Reactions,
        PollVoters = row.PollVoters,
        Comments = row.Comments,
    };

    public static ViewReadingRow ToRow(long channelId, PostReading view) => new()
    {
        ChannelId = channelId,
        MessageId = view.MessageId,
        ObservedAt = view.Reading.ObservedAt.UtcTicks,
        Source = view.Reading.Source,
        Staleness = view.Reading.Staleness.Ticks,
        Low = view.Reading.Value.Low,
        High = view.Reading.Value.High,
        Value = view.Reading.Value.Value,
        Raw = view.Reading.Value.RawUnlessDigits,
    };

    public static Reading Restore(ViewReadingRow row) => new(Count.Restore(row.Low, row.High, row.Value, row.Raw), row.Source, At(row.ObservedAt), TimeSpan.FromTicks(row.Staleness));

    public static FigureReadingRow ToRow(long channelId, FigureReading figure) => new()
    {
        ChannelId = channelId,
        MessageId = figure.MessageId,
        Figure = figure.Figure,
        ObservedAt = figure.Reading.ObservedAt.UtcTicks,
        Source = figure.Reading.Source,
        Staleness = figure.Reading.Staleness.Ticks,
        Low = figure.Reading.Value.Low,
        High = figure.Reading.Value.High,
        Value = figure.Reading.Value.Value,
        Raw = figure.Reading.Value.RawUnlessDigits,
        Reactions = figure.Reactions.Count == 0 ? null : JsonSerializer.Serialize([.. figure.Reactions.Select(StoredReaction.From)], StoredJson.Default.StoredReactionArray),
    };

    public static FigureReading Restore(FigureReadingRow row) =>
        new(row.MessageId, row.Figure, new Reading(Count.Restore(row.Low, row.High, row.Value, row.Raw), row.Source, At(row.ObservedAt), TimeSpan.FromTicks(row.Staleness)))
        {
            Reactions = row.Reactions is null ? [] : [.. JsonSerializer.Deserialize(row.Reactions, StoredJson.Default.StoredReactionArray)!.Select(reaction => reaction.Restore())],
        };

    public static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? At(long? ticks) => ticks is { } known ? At(known) : null;
}
