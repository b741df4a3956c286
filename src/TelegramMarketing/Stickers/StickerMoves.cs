namespace TelegramMarketing.Stickers;

/// <summary>Brings a list in order with as few moves as can be: the longest run that is in order already stays where it is.</summary>
internal static class StickerMoves
{
    /// <summary>The moves, each of an item to a position of the list as it is by then.</summary>
    /// <param name="current">The list as it is. It may hold items that have no place of their own.</param>
    /// <param name="target">The items that have one, in their order; all are in the list.</param>
    public static IReadOnlyList<(T Item, int Position)> Find<T>(IReadOnlyList<T> current, IReadOnlyList<T> target)
        where T : notnull
    {
        var places = target.Select((item, index) => (item, index)).ToDictionary(pair => pair.item, pair => pair.index);
        var staying = LongestRise([.. current.Where(places.ContainsKey).Select(item => places[item])]);
        var list = current.ToList();
        var moves = new List<(T, int)>();
        for (var i = 0; i < target.Count; i++)
        {
            if (staying.Contains(i))
            {
                continue;
            }

            list.Remove(target[i]);
            var position = i == 0 ? 0 : list.IndexOf(target[i - 1]) + 1;
            list.Insert(position, target[i]);
            moves.Add((target[i], position));
        }

        return moves;
    }

    private static HashSet<int> LongestRise(int[] values)
    {
        var (length, before) = (new int[values.Length], new int[values.Length]);
        var best = -1;
        for (var i = 0; i < values.Length; i++)
        {
            (length[i], before[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (values[j] < values[i] && length[j] + 1 > length[i])
                {
                    (length[i], before[i]) = (length[j] + 1, j);
                }
            }

            best = best < 0 || length[i] > length[best] ? i : best;
        }

        var rise = new HashSet<int>();
        for (var i = best; i >= 0; i = before[i])
        {
            rise.Add(values[i]);
        }

        return rise;
    }
}
