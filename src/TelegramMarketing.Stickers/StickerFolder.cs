using System.Collections.Concurrent;
using System.Text.Json;
using TelegramMarketing.Publishing;
using TelegramMarketing.Stickers;

namespace TelegramMarketing;

/// <summary>Reads a folder of pictures as the stickers of a series.</summary>
/// <remarks>
/// A name such as <c>01_😀_hello.png</c> gives the place, the emoji and the keywords: parts between underscores, of which a first number is the place, and emoji are the emoji.
/// A file <c>stickers.json</c> in the folder goes before the names: <c>{ "cake.png": { "emoji": ["🍰"], "keywords": ["cake"] } }</c>.
/// Pictures (.png, .jpg, .jpeg, .webp) are converted by <see cref="StickerPicture"/>; .tgs and .webm are taken as they are.
/// </remarks>
public static class StickerFolder
{
    private const string WordsFile = "stickers.json";
    private static readonly string[] _pictures = [".png", ".jpg", ".jpeg", ".webp"];
    private static readonly string[] _moving = [".tgs", ".webm"];

    /// <summary>Reads and converts the files of a folder, several at a time. Each problem is told, and the others go on.</summary>
    /// <param name="folder">The folder; the folders in it are not looked at.</param>
    /// <param name="options">How pictures become stickers; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Is told how many files are done, of how many.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static async Task<StickerFolderContent> ReadAsync(string folder, StickerPictureOptions? options = null, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        options ??= new StickerPictureOptions();
        options.Validate();
        var violations = new ConcurrentBag<(int Place, PlanViolation Violation)>();
        var words = await ReadWordsAsync(folder, violations, cancellationToken).ConfigureAwait(false);
        var files = Directory.EnumerateFiles(folder)
            .Where(file => _pictures.Concat(_moving).Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Select(file => (Path: file, Name: StickerFileName.Parse(Path.GetFileName(file), words)))
            .OrderBy(file => file.Name.Place).ThenBy(file => Path.GetFileName(file.Path), StringComparer.Ordinal)
            .ToList();
        var stickers = new Sticker?[files.Count];
        var done = 0;
        await Parallel.ForAsync(
            0,
            files.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
            (i, _) =>
            {
                stickers[i] = Read(files[i].Path, files[i].Name, options, i, violations);
                progress?.Report((Interlocked.Increment(ref done), files.Count));
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        return new StickerFolderContent([.. stickers.OfType<Sticker>()], [.. violations.OrderBy(problem => problem.Place).Select(problem => problem.Violation)]);
    }

    private static Sticker? Read(string path, StickerFileName name, StickerPictureOptions options, int place, ConcurrentBag<(int Place, PlanViolation Violation)> violations)
    {
        var file = Path.GetFileName(path);
        if (name.Emoji.Count == 0)
        {
            violations.Add((place, new PlanViolation(StickerRules.EmojiCount, $"'{file}' tells no emoji. Call it '01_😀_hello{Path.GetExtension(file)}', or name its emoji in {WordsFile}.")));
            return null;
        }

        try
        {
            var source = _moving.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) ? MediaSource.FromPath(path) : Convert(path, options);
            return new Sticker(source, name.Emoji) { Keywords = name.Keywords };
        }
        catch (InvalidDataException exception)
        {
            violations.Add((place, new PlanViolation(StickerRules.Format, $"'{file}' {exception.Message}.")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            violations.Add((place, new PlanViolation(PlanRules.MediaUnreadable, $"'{file}' cannot be read ({exception.GetType().Name}). Grant access to the file.")));
        }

        return null;
    }

    private static MediaSource Convert(string path, StickerPictureOptions options)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length > 100 << 20)
        {
            throw new InvalidDataException(FormattableString.Invariant($"has {stream.Length >> 20} MB; a picture has at most 100 here. Compress it"));
        }

        return MediaSource.FromStream(new MemoryStream(StickerPicture.Convert(stream, options), writable: false), Path.ChangeExtension(Path.GetFileName(path), ".webp"));
    }

    private static async Task<IReadOnlyDictionary<string, StickerWords>> ReadWordsAsync(string folder, ConcurrentBag<(int Place, PlanViolation Violation)> violations, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, WordsFile);
        if (File.Exists(path))
        {
            try
            {
                var stream = File.OpenRead(path);
                await using (stream.ConfigureAwait(false))
                {
                    return await JsonSerializer.DeserializeAsync(stream, StickerWordsJson.Default.DictionaryStringStickerWords, cancellationToken).ConfigureAwait(false) ?? [];
                }
            }
            catch (JsonException exception)
            {
                violations.Add((-1, new PlanViolation(StickerRules.Format, $"'{WordsFile}' is not as it should be (line {exception.LineNumber + 1}). Write it as {{ \"cake.png\": {{ \"emoji\": [\"🍰\"], \"keywords\": [\"cake\"] }} }}.")));
            }
        }

        return new Dictionary<string, StickerWords>(StringComparer.Ordinal);
    }
}
