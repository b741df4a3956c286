using System.Collections.Concurrent;

namespace TelegramMarketing.Stickers.Tests;

/// <summary>A folder of pictures is a series: in its order, with emoji and keywords, and each problem told while the others go on.</summary>
public sealed class StickerFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stickers").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Read_AFolder_TakesOrderEmojiAndKeywordsFromTheNames()
    {
        Write("10_🎉_party.png");
        Write("2_😀👋_hello_ciao.png");
        Write("cake.png");
        await File.WriteAllTextAsync(Path.Combine(_folder, "stickers.json"), """{ "cake.png": { "emoji": ["🍰"], "keywords": ["cake", "torta"] } }""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "readme.txt"), "no picture, and none of the series");
        var reports = new ConcurrentBag<(int Done, int Total)>();

        var content = await StickerFolder.ReadAsync(_folder, progress: new Recorder(reports));

        content.Problems.Should().BeEmpty();
        content.Stickers.Select(sticker => string.Concat(sticker.Emoji)).Should().Equal("😀👋", "🎉", "🍰");
        content.Stickers.Select(sticker => string.Join(' ', sticker.Keywords)).Should().Equal("hello ciao", "party", "cake torta");
        content.Stickers[0].Source.Value.Should().Be("2_😀👋_hello_ciao.webp");
        reports.Should().BeEquivalentTo([(1, 3), (2, 3), (3, 3)]);
    }

    [Fact]
    public async Task Read_BadFiles_TellsEachAndKeepsTheOthers()
    {
        Write("1_😀.png");
        await File.WriteAllTextAsync(Path.Combine(_folder, "2_😍.png"), "text");
        Write("3_nothing.png");
        await using (var large = File.Create(Path.Combine(_folder, "4_🎉.png")))
        {
            large.SetLength(200_000_000);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "stickers.json"), "{ \"a\": ");

        var content = await StickerFolder.ReadAsync(_folder);

        content.Stickers.Should().ContainSingle().Which.Emoji.Should().Equal("😀");
        content.Problems.Select(problem => problem.Message.Split('\'')[1]).Should().Equal("stickers.json", "2_😍.png", "3_nothing.png", "4_🎉.png");
    }

    private void Write(string name) => File.WriteAllBytes(Path.Combine(_folder, name), Pictures.Disc(200, 150));

    private sealed class Recorder(ConcurrentBag<(int Done, int Total)> all) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => all.Add(value);
    }
}
