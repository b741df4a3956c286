using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Puts one change into a context: what is there already stays as it is.</summary>
internal sealed class StatisticsWrite(DbContext db, StatisticsChannelRow channel, StatisticsChange change, CancellationToken cancellationToken)
{
    public async Task TrackAsync()
    {
        channel.LookedAt = Math.Max(channel.LookedAt ?? 0, change.LookedAt?.UtcTicks ?? 0) is > 0 and var looked ? looked : null;
        channel.CoveredFrom = change.CoveredFrom?.UtcTicks ?? channel.CoveredFrom;
        await TrackPostsAsync().ConfigureAwait(false);
        await TrackViewsAsync().ConfigureAwait(false);
        await TrackMembersAsync().ConfigureAwait(false);
        await TrackThreadsAsync().ConfigureAwait(false);
        await TrackGapsAsync().ConfigureAwait(false);
    }

    private async Task TrackPostsAsync()
    {
        int[] ids = [.. change.Posts.Select(post => post.MessageId).Concat(change.Figures.Select(figure => figure.MessageId)).Where(id => id != FigureReading.OfChannel).Distinct()];
        if (ids.Length == 0 && change.Figures.Count == 0)
        {
            return;
        }

        var rows = await db.Set<CollectedPostRow>().Where(row => row.ChannelId == channel.Id && ids.Contains(row.MessageId))
            .ToDictionaryAsync(row => row.MessageId, cancellationToken).ConfigureAwait(false);
        var added = new List<CollectedPostRow>();
        foreach (var post in change.Posts)
        {
            if (!rows.TryGetValue(post.MessageId, out var row))
            {
                rows.Add(post.MessageId, row = new CollectedPostRow { ChannelId = channel.Id, MessageId = post.MessageId });
                db.Add(row);
                added.Add(row);
            }

            StatisticsRows.Write(post, row);
        }

        await TakeEarlierFiguresAsync(added).ConfigureAwait(false);
        await TrackFiguresAsync(rows).ConfigureAwait(false);
    }

    /// <summary>Reactions to a post may have been told before the post itself was known.</summary>
    private async Task TakeEarlierFiguresAsync(List<CollectedPostRow> added)
    {
        if (added.Count == 0)
        {
            return;
        }

        int[] ids = [.. added.Select(row => row.MessageId)];
        var figures = await db.Set<FigureReadingRow>().AsNoTracking().Where(row => row.ChannelId == channel.Id && ids.Contains(row.MessageId))
            .OrderBy(row => row.ObservedAt).Select(row => new { row.MessageId, row.Figure, row.Value }).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var figure in figures)
        {
            Note(added.First(row => row.MessageId == figure.MessageId), figure.Figure, figure.Value);
        }
    }

    private async Task TrackFiguresAsync(Dictionary<int, CollectedPostRow> posts)
    {
        if (change.Figures.Count == 0)
        {
            return;
        }

        var all = change.Figures.Select(figure => StatisticsRows.ToRow(channel.Id, figure)).ToList();
        int[] ids = [.. all.Select(row => row.MessageId).Distinct()];
        var earliest = all.Min(row => row.ObservedAt);
        var kept = await db.Set<FigureReadingRow>().AsNoTracking().Where(row => row.ChannelId == channel.Id && ids.Contains(row.MessageId) && row.ObservedAt >= earliest)
            .Select(row => new { row.MessageId, row.Figure, row.ObservedAt }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var known = kept.Select(row => (row.MessageId, row.Figure, row.ObservedAt)).ToHashSet();
        var latest = kept.GroupBy(row => (row.MessageId, row.Figure)).ToDictionary(row => row.Key, row => row.Max(reading => reading.ObservedAt));
        foreach (var row in all.Where(row => known.Add((row.MessageId, row.Figure, row.ObservedAt))).OrderBy(row => row.ObservedAt))
        {
            db.Add(row);
            if (posts.TryGetValue(row.MessageId, out var post) && row.ObservedAt >= latest.GetValueOrDefault((row.MessageId, row.Figure)))
            {
                Note(post, row.Figure, row.Value);
            }
        }
    }

    private async Task TrackViewsAsync()
    {
        if (change.Views.Count == 0)
        {
            return;
        }

        var all = change.Views.Select(view => StatisticsRows.ToRow(channel.Id, view)).ToList();
        int[] ids = [.. all.Select(row => row.MessageId).Distinct()];
        var earliest = all.Min(row => row.ObservedAt);
        var kept = await db.Set<ViewReadingRow>().AsNoTracking().Where(row => row.ChannelId == channel.Id && ids.Contains(row.MessageId) && row.ObservedAt >= earliest)
            .Select(row => new { row.MessageId, row.ObservedAt, row.Source }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var known = kept.Select(row => (row.MessageId, row.ObservedAt, row.Source)).ToHashSet();
        db.AddRange(all.Where(row => known.Add((row.MessageId, row.ObservedAt, row.Source))));
    }

    private async Task TrackMembersAsync()
    {
        if (change.Members.Count == 0)
        {
            return;
        }

        int[] ids = [.. change.Members.Select(member => member.UpdateId)];
        var kept = await db.Set<MemberChangeRow>().AsNoTracking().Where(row => row.ChannelId == channel.Id && ids.Contains(row.UpdateId))
            .Select(row => new { row.At, row.UpdateId }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var known = kept.Select(row => (row.At, row.UpdateId)).ToHashSet();
        db.AddRange(change.Members.Where(member => known.Add((member.At.UtcTicks, member.UpdateId)))
            .Select(member => new MemberChangeRow { ChannelId = channel.Id, At = member.At.UtcTicks, UpdateId = member.UpdateId, HasJoined = member.HasJoined }));
    }

    private async Task TrackThreadsAsync()
    {
        foreach (var thread in change.Threads)
        {
            var row = await db.Set<CommentThreadRow>().FindAsync([channel.Id, thread.GroupId, thread.ThreadId], cancellationToken).ConfigureAwait(false);
            if (row is null)
            {
                row = new CommentThreadRow { ChannelId = channel.Id, GroupId = thread.GroupId, ThreadId = thread.ThreadId };
                db.Add(row);
            }

            row.MessageId = thread.MessageId;
        }
    }

    private async Task TrackGapsAsync()
    {
        foreach (var gap in change.Gaps)
        {
            var row = await db.Set<StatisticsGapRow>().FindAsync([channel.Id, gap.From.UtcTicks, gap.Figures], cancellationToken).ConfigureAwait(false);
            if (row is null)
            {
                row = new StatisticsGapRow { ChannelId = channel.Id, From = gap.From.UtcTicks, Figures = gap.Figures };
                db.Add(row);
            }

            (row.To, row.Reason) = (gap.To.UtcTicks, gap.Reason);
        }
    }

    private static void Note(CollectedPostRow post, CollectedFigures figure, long value)
    {
        switch (figure)
        {
            case CollectedFigures.Reactions:
                post.Reactions = value;
                break;
            case CollectedFigures.PollVoters:
                post.PollVoters = value;
                break;
            case CollectedFigures.Comments:
                post.Comments = value;
                break;
        }
    }
}
