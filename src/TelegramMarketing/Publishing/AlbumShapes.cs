namespace TelegramMarketing.Publishing;

/// <summary>Divides media into what Telegram takes in one send, in the given order.</summary>
internal static class AlbumShapes
{
    private enum Family
    {
        Visual,
        Animation,
        Document,
        Audio,
        Sticker,
    }

    /// <summary>Neighbours that fit together; each animation and each sticker is alone.</summary>
    public static IReadOnlyList<IReadOnlyList<PostMedia>> RunsOf(IReadOnlyList<PostMedia> media)
    {
        if (media.Count < 2)
        {
            return media.Count == 0 ? [] : [media];
        }

        var runs = new List<IReadOnlyList<PostMedia>>();
        var start = 0;
        for (var i = 1; i <= media.Count; i++)
        {
            if (i == media.Count || !FitTogether(media[i - 1], media[i]))
            {
                runs.Add([.. media.Skip(start).Take(i - start)]);
                start = i;
            }
        }

        return runs;
    }

    /// <summary>One send, or several of even size when there are more media than an album holds: 11 become 6 and 5.</summary>
    public static IEnumerable<IReadOnlyList<PostMedia>> AlbumsOf(IReadOnlyList<PostMedia> run)
    {
        var albums = (run.Count + PostLimits.AlbumSize - 1) / PostLimits.AlbumSize;
        for (int i = 0, start = 0; i < albums; i++)
        {
            var size = (run.Count - start + albums - i - 1) / (albums - i);
            yield return albums == 1 ? run : [.. run.Skip(start).Take(size)];
            start += size;
        }
    }

    private static bool FitTogether(PostMedia one, PostMedia other) =>
        FamilyOf(one) == FamilyOf(other) && FamilyOf(one) is not (Family.Animation or Family.Sticker);

    private static Family FamilyOf(PostMedia media) => media.Kind switch
    {
        PostMediaKind.Photo or PostMediaKind.Video => Family.Visual,
        PostMediaKind.Animation => Family.Animation,
        PostMediaKind.Audio => Family.Audio,
        PostMediaKind.Sticker => Family.Sticker,
        _ => Family.Document,
    };
}
