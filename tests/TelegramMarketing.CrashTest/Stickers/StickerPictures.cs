using System.Globalization;
using SkiaSharp;

namespace TelegramMarketing.CrashTest.Stickers;

/// <summary>A folder of pictures, each with a place, an emoji and a word of its own in its name. Each can be told from all others by its number of bytes.</summary>
internal sealed class StickerPictures(string folder, StickerSeriesType type, Random random)
{
    private static readonly string[] _emoji = ["😀", "😍", "🎉", "❤️", "👍", "🍰", "☕", "🌷"];
    private readonly HashSet<long> _sizes = [];
    private readonly Dictionary<string, Drawn> _drawn = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>What should stand on Telegram, in its order.</summary>
    public IReadOnlyList<Drawn> All => [.. Files.Select(file => _drawn[file])];

    private List<string> Files { get; } = [];

    /// <summary>Draws so many.</summary>
    public void Create(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Files.Add(Draw(_emoji[random.Next(_emoji.Length)]));
        }

        Number();
    }

    /// <summary>Does to the folder what people do: some pictures are drawn anew, some are new, some go, some get another emoji, and the order is another.</summary>
    public void Change()
    {
        for (var i = 0; i < Files.Count / 5; i++)
        {
            var place = random.Next(Files.Count);
            var known = _drawn[Files[place]];
            Files[place] = Draw(known.Emoji);
        }

        for (var i = 0; i < 4; i++)
        {
            Files.RemoveAt(random.Next(Files.Count));
            Files.Insert(random.Next(Files.Count + 1), Draw(_emoji[random.Next(_emoji.Length)]));
            var place = random.Next(Files.Count);
            var known = _drawn[Files[place]];

            // Another word alone could not be seen by who looks at Telegram.
            _drawn[Files[place]] = known with { Emoji = _emoji[(Array.IndexOf(_emoji, known.Emoji) + 1) % _emoji.Length], Word = Word() };
            var moved = Files[random.Next(Files.Count)];
            Files.Remove(moved);
            Files.Insert(random.Next(Files.Count + 1), moved);
        }

        Number();
    }

    private string Word() => string.Create(CultureInfo.InvariantCulture, $"word {++_count}");

    /// <summary>Draws one that has another number of bytes than all others.</summary>
    private string Draw(string emoji)
    {
        while (true)
        {
            using var bitmap = new SKBitmap(new SKImageInfo(100, 60 + random.Next(40), SKColorType.Rgba8888, SKAlphaType.Premul));
            bitmap.Erase(SKColors.Transparent);
            for (var pixel = random.Next(100, 1_500); pixel > 0; pixel--)
            {
                bitmap.SetPixel(random.Next(bitmap.Width), random.Next(bitmap.Height), new SKColor((uint)random.Next() | 0xFF000000));
            }

            using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            var bytes = png.ToArray();
            var size = StickerPicture.Convert(new MemoryStream(bytes), new StickerPictureOptions { Type = type }).Length;
            if (_sizes.Add(size))
            {
                var word = Word();
                var file = $"{word}.bytes";
                File.WriteAllBytes(Path.Combine(folder, file), bytes);
                _drawn.Add(file, new Drawn(size, emoji, word));
                return file;
            }
        }
    }

    /// <summary>Names the pictures by their places.</summary>
    private void Number()
    {
        foreach (var old in Directory.EnumerateFiles(folder, "*.png").ToList())
        {
            File.Delete(old);
        }

        for (var place = 0; place < Files.Count; place++)
        {
            var drawn = _drawn[Files[place]];
            File.Copy(Path.Combine(folder, Files[place]), Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{place + 1:000}_{drawn.Emoji}_{drawn.Word}.png")));
        }
    }

    /// <summary>A picture, as Telegram should have it.</summary>
    internal sealed record Drawn(long Size, string Emoji, string Word);
}
