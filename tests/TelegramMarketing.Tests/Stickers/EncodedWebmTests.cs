using TelegramMarketing.Publishing;
using TelegramMarketing.Stickers;
using TelegramMarketing.Tests.Robustness;

namespace TelegramMarketing.Tests.Stickers;

/// <summary>WEBMs that ffmpeg 5.1 has made, as <c>Files/README.md</c> says: their headers have more in them than a rule asks for.</summary>
public sealed class EncodedWebmTests
{
    [Fact]
    public async Task Read_AVideoWithTransparency_IsAStickerAsItIs()
    {
        var (file, violations) = await CheckAsync("sticker.webm");

        file.Should().BeEquivalentTo(new
        {
            Type = StickerFileType.Webm,
            Format = StickerFormat.Video,
            Pixels = new PixelSize(512, 512),
            Codec = "V_VP9",
            Duration = TimeSpan.FromSeconds(3),
            HasAudio = false,
            IsDamaged = false,
            Length = 8_026L,
        });
        file.FramesPerSecond.Should().BeApproximately(30, 0.001);
        violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Read_AnotherCodecSoundAndFourSeconds_AreEachTold()
    {
        var (file, violations) = await CheckAsync("sound.webm");

        file.Should().BeEquivalentTo(new { Codec = "V_VP8", Pixels = new PixelSize(512, 288), HasAudio = true, IsDamaged = false });
        file.Duration.Should().BeCloseTo(TimeSpan.FromSeconds(4), TimeSpan.FromMilliseconds(10));
        violations.Select(violation => violation.Rule).Should().BeEquivalentTo(StickerRules.Codec, StickerRules.Audio, StickerRules.Duration);
    }

    [Fact]
    public async Task Read_AStreamOfUnknownLength_HasNoDurationAndItsFramesPerSecond()
    {
        var (file, violations) = await CheckAsync("streamed.webm");

        file.Should().BeEquivalentTo(new { Codec = "V_VP9", Pixels = new PixelSize(512, 288), Duration = (TimeSpan?)null, IsDamaged = false });
        file.FramesPerSecond.Should().BeApproximately(60, 0.01);
        violations.Select(violation => violation.Rule).Should().Equal(StickerRules.FrameRate);
    }

    [Fact]
    public async Task Apply_AVideoWithTransparency_StandsOnTelegramAndIsRecognized()
    {
        await using var host = new FakeHost();
        var owner = host.Telegram.AddPerson("Anna");
        owner.Start(host.Bot);
        var stickers = host.Get<IStickerSeries>();
        var series = new StickerSeriesDefinition { Name = "moving_by_shop_bot", Title = "Moving", OwnerId = owner.Id, Stickers = [SourceOf("sticker.webm")] };

        await host.RunAsync(stickers.ApplyAsync(series));

        host.Telegram.StickerSets.Should().ContainSingle().Which.Stickers.Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Format = "video", Width = 512, Height = 512, Size = 8_026L });
        (await host.RunAsync(stickers.PlanAsync(series))).IsUpToDate.Should().BeTrue();
    }

    private static Sticker SourceOf(string name) => new(MediaSource.FromPath(Path.Combine(AppContext.BaseDirectory, "Stickers", "Files", name)), "🟠");

    private static Task<(StickerFile File, IReadOnlyList<PlanViolation> Violations)> CheckAsync(string name) =>
        StickerSeriesValidator.CheckAsync(SourceOf(name), StickerSeriesType.Regular, CancellationToken.None);
}
