using System.Text;
using TelegramMarketing.Publishing;
using TelegramMarketing.Stickers;

namespace TelegramMarketing.Tests.Stickers;

/// <summary>What a file is, by its bytes and never by its name.</summary>
public sealed class StickerFileReaderTests
{
    [Fact]
    public async Task Read_EachFormat_TellsWhatTheHeaderSays()
    {
        var png = await ReadAsync(StickerFiles.Png(512, 300));
        var webp = await ReadAsync(StickerFiles.Webp(400, 512));
        var tgs = await ReadAsync(StickerFiles.Tgs(seconds: 2.5, framesPerSecond: 30));
        var webm = await ReadAsync(StickerFiles.Webm(seconds: 1.5, width: 512, height: 200, hasAudio: true));

        png.Should().BeEquivalentTo(new { Type = StickerFileType.Png, Pixels = new PixelSize(512, 300), Format = StickerFormat.Static, IsDamaged = false });
        webp.Should().BeEquivalentTo(new { Type = StickerFileType.Webp, Pixels = new PixelSize(400, 512), Format = StickerFormat.Static, IsDamaged = false });
        tgs.Should().BeEquivalentTo(new { Type = StickerFileType.Tgs, Pixels = new PixelSize(512, 512), Format = StickerFormat.Animated, FramesPerSecond = 30.0, Duration = TimeSpan.FromSeconds(2.5), IsDamaged = false });
        webm.Should().BeEquivalentTo(new { Type = StickerFileType.Webm, Pixels = new PixelSize(512, 200), Format = StickerFormat.Video, Codec = "V_VP9", HasAudio = true, Duration = TimeSpan.FromSeconds(1.5), IsDamaged = false });
        webm.FramesPerSecond.Should().BeApproximately(30, 0.01);
    }

    [Fact]
    public async Task Read_OtherFiles_AreNoSticker()
    {
        (await ReadAsync(StickerFiles.Webp(512, 512, isAnimated: true))).Type.Should().Be(StickerFileType.AnimatedWebp);
        (await ReadAsync("GIF89a and so on"u8.ToArray())).Type.Should().Be(StickerFileType.Gif);
        (await ReadAsync([0xFF, 0xD8, 0xFF, 0xE0])).Type.Should().Be(StickerFileType.Jpeg);
        (await ReadAsync("a text that is called .png"u8.ToArray())).Type.Should().Be(StickerFileType.Other);
        (await ReadAsync([])).Type.Should().Be(StickerFileType.Empty);
    }

    [Fact]
    public async Task Read_FilesThatBreakOff_AreDamaged()
    {
        (await ReadAsync(StickerFiles.Png(512, 512)[..^5])).IsDamaged.Should().BeTrue();
        (await ReadAsync(StickerFiles.Png(512, 512)[..60])).IsDamaged.Should().BeTrue();
        (await ReadAsync(StickerFiles.Webp(512, 512)[..^1])).IsDamaged.Should().BeTrue();
        (await ReadAsync(StickerFiles.Tgs()[..20])).IsDamaged.Should().BeTrue();
        (await ReadAsync(StickerFiles.Gzip("{\"w\":512}"))).IsDamaged.Should().BeTrue();
        (await ReadAsync(StickerFiles.Gzip("no json"))).IsDamaged.Should().BeTrue();
        (await ReadAsync(StickerFiles.Webm(docType: "matroska"))).IsDamaged.Should().BeTrue();
        (await ReadAsync(StickerFiles.Webm()[..50])).IsDamaged.Should().BeTrue();
    }

    [Fact]
    public async Task Read_AGzipThatUnpacksWithoutEnd_StopsInTime()
    {
        var file = await ReadAsync(StickerFiles.Gzip("{\"a\":\"" + new string('a', 40_000_000)));

        file.IsDamaged.Should().BeTrue("no animation of 64 KB holds more than 8 MB");
    }

    [Fact]
    public async Task Read_AnyBytesAfterAnEbmlHead_NeitherThrowsNorRunsForEver()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = StickerFiles.Webm();
            for (var change = 0; change < 6; change++)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            var file = await ReadAsync(bytes);
            file.Type.Should().Be(StickerFileType.Webm);
        }

        // Segments in segments, each of unknown size.
        var nested = Enumerable.Repeat((byte[])[0x18, 0x53, 0x80, 0x67, 0xFF], 50_000).SelectMany(part => part).ToArray();
        (await ReadAsync([.. StickerFiles.Webm()[..4], 0xFF, .. nested])).IsDamaged.Should().BeTrue();
    }

    [Theory]
    [InlineData("😀", true)]
    [InlineData("❤️", true)]
    [InlineData("❤", true)]
    [InlineData("👍🏽", true)]
    [InlineData("👨‍👩‍👧", true)]
    [InlineData("🇮🇹", true)]
    [InlineData("7️⃣", true)]
    [InlineData("🏴󠁧󠁢󠁳󠁣󠁴󠁿", true)]
    [InlineData("☺", true)]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("7", false)]
    [InlineData(":-)", false)]
    [InlineData("😀😀", false)]
    [InlineData("😀 ", false)]
    [InlineData("é", false)]
    [InlineData("漢", false)]
    [InlineData("\u200D", false)]
    public void IsEmoji_OfAText_IsTrueForOneEmoji(string text, bool expected) => EmojiText.IsEmoji(text).Should().Be(expected, Encoding.UTF8.GetBytes(text).Length + " bytes");

    private static Task<StickerFile> ReadAsync(byte[] bytes) => StickerFileReader.ReadAsync(StickerFiles.Source(bytes, "sticker.png"), CancellationToken.None);
}
