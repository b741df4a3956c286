using System.Globalization;
using TelegramMarketing.CrashTest.Time;
using TelegramMarketing.Testing;

namespace TelegramMarketing.CrashTest.Stickers;

/// <summary>
/// A process that brings a folder of pictures to Telegram is killed again and again, while the series is made and while it is changed. When one has come to its end, each
/// sticker must stand there once, in its place, with its words.
/// </summary>
internal sealed class StickerTest(CrashOptions options, TelegramSide side, FastTime time, Random random)
{
    /// <summary>Nobody is in a hurry here, and what is only slow on a busy machine must not look lost.</summary>
    public const string Speed = "30";

    private static readonly Moment[] _moments = [Moment.Start, Moment.Received, Moment.Received, Moment.Accepted, Moment.Accepted, Moment.Answered, Moment.Answered, Moment.Looked, Moment.AnyTime];
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    private readonly SortedDictionary<Moment, int> _killed = [];
    private int _series;
    private int _stickers;
    private int _missing;
    private int _twice;
    private int _wrong;

    private int Kills => _killed.Values.Sum();

    /// <summary>Runs it.</summary>
    /// <returns>Whether all is as it should be.</returns>
    public async Task<bool> RunAsync()
    {
        var begin = TimeProvider.System.GetTimestamp();
        var owner = side.Telegram.AddPerson("Anna");
        owner.Start(side.Bot);
        while (Kills < options.Kills)
        {
            await RunSeriesAsync(owner);
        }

        _wrong += Math.Abs(side.Telegram.StickerSets.Count - _series);
        Console.WriteLine($"killed: {string.Join(' ', _killed.Select(moment => $"{moment.Key}={moment.Value}"))} in {TimeProvider.System.GetElapsedTime(begin):mm\\:ss}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kills={Kills} series={_series} stickers={_stickers} missing={_missing} twice={_twice} wrong={_wrong}"));
        return _missing + _twice + _wrong == 0;
    }

    private async Task RunSeriesAsync(TelegramPerson owner)
    {
        // More than the 50 that a series can be made with, or few and large ones.
        var type = ++_series % 2 == 1 ? StickerSeriesType.CustomEmoji : StickerSeriesType.Regular;
        var count = type == StickerSeriesType.CustomEmoji ? 60 : 10;
        var directory = Directory.CreateTempSubdirectory("telegrammarketing-stickers-");
        try
        {
            var orders = new StickerOrders
            {
                Server = side.Addresses[0],
                Token = side.Bot.Token,
                Name = $"crash{_series}_by_{side.Bot.Username}",
                Title = "Spring",
                Type = type,
                OwnerId = owner.Id,
                Folder = directory.FullName,
                Time = time.Description,
            };
            var pictures = new StickerPictures(directory.FullName, type, random);
            pictures.Create(count);
            await BringAsync(orders, pictures, mostSends: count + 20);
            pictures.Change();
            await BringAsync(orders with { Title = "Summer" }, pictures, mostSends: 30);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>Starts children until one comes to its end, and kills up to four of them.</summary>
    private async Task BringAsync(StickerOrders orders, StickerPictures pictures, int mostSends)
    {
        for (var left = Math.Min(4, options.Kills - Kills); !await RunChildAsync(orders, left > 0 ? PlanKill(mostSends) : null); left--)
        {
            // The next one begins again.
        }

        Judge(orders, pictures.All);
    }

    /// <returns>Whether it came to its end.</returns>
    private async Task<bool> RunChildAsync(StickerOrders orders, KillPlan? plan)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var child = ChildProcess.Start(
            line =>
            {
                if (line == StickerStudio.Done)
                {
                    done.TrySetResult();
                }
            },
            StickerStudio.Role);
        child.Tell(orders);
        var end = Task.WhenAny(done.Task, child.Ended);
        if (plan is not null)
        {
            var watch = new KillWatch(plan);
            side.Networks[0].Watcher = watch.Note;
            var moment = await watch.WaitAsync(end);
            side.Networks[0].Watcher = null;
            if (moment is { } at && await child.KillAsync())
            {
                _killed[at] = _killed.GetValueOrDefault(at) + 1;
                return false;
            }
        }

        if (await Task.WhenAny(end, Task.Delay(_longest, TimeProvider.System)) != end || !done.Task.IsCompleted)
        {
            throw new InvalidOperationException($"A child did not come to its end:\n{string.Join('\n', child.Complaints)}");
        }

        return true;
    }

    private KillPlan PlanKill(int mostSends)
    {
        var moment = _moments[random.Next(_moments.Length)];
        var delay = TimeSpan.FromMilliseconds(random.NextDouble() * (moment == Moment.Start ? 1_200 : moment == Moment.AnyTime ? 800 : random.Next(2) * 8));
        return new KillPlan(moment, moment switch { Moment.Start => 0, Moment.AnyTime => 1, Moment.Looked => random.Next(1, 4), _ => random.Next(1, mostSends) }, delay);
    }

    private void Judge(StickerOrders orders, IReadOnlyList<StickerPictures.Drawn> expected)
    {
        List<StickerPictures.Drawn> there = [.. side.Telegram.StickerSets.Where(set => set.Name == orders.Name && set.Title == orders.Title)
            .SelectMany(set => set.Stickers.Select(sticker => new StickerPictures.Drawn(sticker.Size, string.Concat(sticker.Emoji), string.Concat(sticker.Keywords))))];
        _stickers += there.Count;
        _missing += expected.Count(sticker => there.TrueForAll(other => other.Size != sticker.Size));
        _twice += there.CountBy(sticker => sticker.Size).Count(size => size.Value > 1);
        for (var place = 0; place < Math.Max(there.Count, expected.Count); place++)
        {
            var (found, should) = (there.ElementAtOrDefault(place), expected.ElementAtOrDefault(place));
            if (found != should)
            {
                _wrong++;
                Console.WriteLine($"{orders.Name}, {orders.Title}: at place {place + 1} stands {found}, not {should}");
            }
        }
    }
}
