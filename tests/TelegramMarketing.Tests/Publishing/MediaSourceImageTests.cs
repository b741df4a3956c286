using CsCheck;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Tests.Publishing;

public sealed class MediaSourceImageTests
{
    // Each is 300 x 200, the header and nothing of the picture.
    public static TheoryData<string, string> Headers => new()
    {
        { "png", "89504E470D0A1A0A 0000000D49484452 0000012C 000000C8 0806000000" },
        { "gif", "474946383961 2C01 C800 F70000" },
        { "jpeg baseline", "FFD8 FFE0 0010 4A46494600010100000100010000 FFC0 0011 08 00C8 012C 03012200" },
        { "jpeg progressive", "FFD8 FFC2 0011 08 00C8 012C 03012200" },
        { "jpeg with tables first", "FFD8 FFC4 0006 00000000 FFDB 0004 0000 FFC0 0011 08 00C8 012C 03012200" },
        { "jpeg with fill bytes", "FFD8 FFFFFF E1 0004 0000 FFFF C0 0011 08 00C8 012C 03012200" },
        { "jpeg with a bare marker", "FFD8 FF01 FFC0 0011 08 00C8 012C 03012200" },
        { "webp lossy", "52494646 00000000 57454250 56503820 00000000 000000 9D012A 2C01 C800 0000" },
        { "webp lossless", "52494646 00000000 57454250 5650384C 00000000 2F 2BC13100 0000000000000000" },
        { "webp extended", "52494646 00000000 57454250 56503858 0A000000 00000000 2B0100 C70000 0000" },
        { "bmp", "424D 00000000 00000000 36000000 28000000 2C010000 C8000000 0100 1800" },
        { "bmp top down", "424D 00000000 00000000 36000000 28000000 2C010000 38FFFFFF 0100 1800" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task InspectAsync_Picture_TellsItsPixels(string format, string hex) =>
        (await InspectAsync(Convert.FromHexString(hex.Replace(" ", "")))).Pixels.Should().Be(new PixelSize(300, 200), format);

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task InspectAsync_PictureCutOff_TellsNoPixels(string format, string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", ""));
        var facts = await InspectAsync(bytes[..10]);

        facts.Failure.Should().BeNull(format);
        facts.Pixels.Should().Match<PixelSize?>(size => size == null || format == "gif", format);
    }

    [Fact]
    public async Task InspectAsync_JpegWithLargeMetadata_FindsItsFrame()
    {
        // Three application segments of the largest size, as a profile and a preview of a camera.
        var segment = new byte[2 + 0xFFFF];
        (segment[0], segment[1], segment[2], segment[3]) = (0xFF, 0xE2, 0xFF, 0xFF);
        byte[] bytes = [0xFF, 0xD8, .. segment, .. segment, .. segment, .. Convert.FromHexString("FFC0001108" + "1770" + "0FA0" + "03012200")];

        (await InspectAsync(bytes)).Pixels.Should().Be(new PixelSize(4000, 6000));
    }

    [Fact]
    public async Task InspectAsync_PictureOfNoSize_TellsNoPixels() =>
        (await InspectAsync(Convert.FromHexString("89504E470D0A1A0A0000000D4948445200000000000000C80806000000"))).Pixels.Should().BeNull();

    [Fact]
    public Task InspectAsync_AnyBytes_NeverFails() =>
        Gen.Select(Gen.OneOf("FFD8FF", "89504E47", "474946383961", "52494646", "424D", ""), Gen.Byte.Array[0, 200]).SampleAsync(async (head, rest) =>
            (await InspectAsync([.. Convert.FromHexString(head), .. rest])).Failure.Should().BeNull());

    [Fact]
    public async Task InspectAsync_TallPicture_IsReportedByThePlan()
    {
        var source = MediaSource.FromStream(new MemoryStream(Convert.FromHexString("89504E470D0A1A0A0000000D4948445200000064000013880806000000")), "tall.png");
        var facts = new Dictionary<MediaSource, MediaFacts> { [source] = await source.InspectAsync(default) };

        PostPlan.Create(new Post { Media = [PostMedia.Photo(source)] }, facts, UploadLimits.Cloud).Violations
            .Should().ContainSingle().Which.Should().Match<PlanViolation>(it => it.Rule == PlanRules.PhotoRatio && it.Message.Contains("100 x 5000"));
    }

    private static Task<MediaFacts> InspectAsync(byte[] bytes) => MediaSource.FromStream(new MemoryStream(bytes), "a.jpg").InspectAsync(default);
}
