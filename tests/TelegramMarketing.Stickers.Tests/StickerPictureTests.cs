using System.Text;
using SkiaSharp;

namespace TelegramMarketing.Stickers.Tests;

/// <summary>Pictures become stickers that Telegram takes, whatever they were.</summary>
public sealed class StickerPictureTests
{
    [Theory]
    [InlineData(40, 30, SKEncodedImageFormat.Png, 512, 384)]
    [InlineData(512, 512, SKEncodedImageFormat.Webp, 512, 512)]
    [InlineData(1000, 3000, SKEncodedImageFormat.Png, 171, 512)]
    [InlineData(5000, 4000, SKEncodedImageFormat.Jpeg, 512, 410)]
    public void Convert_APictureOfAnySize_HasALongerSideOf512(int width, int height, SKEncodedImageFormat format, int expectedWidth, int expectedHeight)
    {
        using var sticker = Convert(Pictures.Disc(width, height, format));

        (sticker.Width, sticker.Height).Should().Be((expectedWidth, expectedHeight));
        sticker.GetPixel(expectedWidth / 2, expectedHeight / 2).Should().Match<SKColor>(color => color.Red > 240 && color.Green < 15 && color.Alpha > 250);
        if (format != SKEncodedImageFormat.Jpeg)
        {
            sticker.GetPixel(1, 1).Alpha.Should().Be(0, "transparency is kept");
        }
    }

    [Fact]
    public void Convert_WithAnOutline_IsWhiteAllAround()
    {
        using var sticker = Convert(Pictures.Disc(600, 600), new StickerPictureOptions { Outline = 12 });

        (sticker.Width, sticker.Height).Should().Be((512, 512));
        foreach (var (x, y) in ((int, int)[])[(6, 256), (505, 256), (256, 6), (256, 505), (256 - 177, 256 - 177)])
        {
            sticker.GetPixel(x, y).Should().Match<SKColor>(color => color.Red > 240 && color.Green > 240 && color.Alpha > 240, $"{x}, {y}");
        }

        sticker.GetPixel(256, 30).Green.Should().BeLessThan(20);
        sticker.GetPixel(2, 2).Alpha.Should().Be(0);
    }

    [Fact]
    public void Convert_ForCustomEmojiAndThumbnails_Is100By100()
    {
        using var emoji = Convert(Pictures.Disc(300, 200), new StickerPictureOptions { Type = StickerSeriesType.CustomEmoji });
        using var thumbnail = SKBitmap.Decode(StickerPicture.ConvertToThumbnail(new MemoryStream(Pictures.Disc(300, 200))));

        (emoji.Width, emoji.Height, emoji.GetPixel(50, 5).Alpha).Should().Be((100, 100, (byte)0));
        (thumbnail.Width, thumbnail.Height).Should().Be((100, 100));
    }

    [Fact]
    public void Convert_Noise_IsAsGoodAsFits()
    {
        var bytes = StickerPicture.Convert(new MemoryStream(Pictures.Noise(512)));

        bytes.Length.Should().BeInRange(250_000, 512 << 10, "a lossless one has over 700,000 bytes, and no more quality is given up than must be");
        Encoding.ASCII.GetString(bytes, 8, 4).Should().Be("WEBP");
    }

    [Fact]
    public void Convert_TheSamePicture_GivesTheSameBytes()
    {
        var picture = Pictures.Disc(800, 700);

        StickerPicture.Convert(new MemoryStream(picture)).Should().Equal(StickerPicture.Convert(new MemoryStream(picture)));
    }

    [Theory]
    [InlineData(1, 512, 256, "left red")]
    [InlineData(3, 512, 256, "right red")]
    [InlineData(6, 256, 512, "top red")]
    [InlineData(8, 256, 512, "bottom red")]
    public void Convert_APhotoOfATurnedCamera_StandsUpright(byte orientation, int width, int height, string expected)
    {
        using var sticker = Convert(Pictures.Turned(Pictures.Halves(400, 200), orientation));

        (sticker.Width, sticker.Height).Should().Be((width, height));
        var (x, y) = expected switch { "left red" => (60, 128), "right red" => (452, 128), "top red" => (128, 60), _ => (128, 452) };
        sticker.GetPixel(x, y).Should().Match<SKColor>(color => color.Red > 200 && color.Blue < 60, expected);
        sticker.GetPixel(width - x, height - y).Should().Match<SKColor>(color => color.Blue > 200 && color.Red < 60);
    }

    public static TheoryData<string, byte[]> BadPictures => new()
    {
        { "is no picture*", "only a text"u8.ToArray() },
        { "is no picture*", [] },
        { "*breaks off or is damaged*", Pictures.Disc(600, 600)[..2_000] },
        { "is 1 x 5000 pixels*crop it", Pictures.Disc(1, 5_000) },
        { "is Gif*", System.Convert.FromBase64String("R0lGODlhAQABAIAAAP8AAAAAACH5BAkKAAEALAAAAAABAAEAAAICRAEAIfkECQoAAQAsAAAAAAEAAQAAAgJEAQA7") },
    };

    [Theory]
    [MemberData(nameof(BadPictures))]
    public void Convert_WhatIsNoPicture_SaysWhy(string expected, byte[] picture) =>
        FluentActions.Invoking(() => StickerPicture.Convert(new MemoryStream(picture))).Should().Throw<InvalidDataException>().WithMessage(expected);

    private static SKBitmap Convert(byte[] picture, StickerPictureOptions? options = null) => SKBitmap.Decode(StickerPicture.Convert(new MemoryStream(picture), options));
}
