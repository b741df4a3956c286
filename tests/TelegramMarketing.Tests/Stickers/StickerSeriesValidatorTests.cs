using TelegramMarketing.Stickers;

namespace TelegramMarketing.Tests.Stickers;

/// <summary>Every rule is told before anything is sent, all of them at once, and a good series breaks none.</summary>
public sealed class StickerSeriesValidatorTests
{
    private static readonly Sticker _good = new(StickerFiles.Source(StickerFiles.Webp(512, 400), "good.webp"), "😀");

    public static TheoryData<string, Func<StickerSeriesDefinition, StickerSeriesDefinition>> SeriesRules => new()
    {
        { StickerRules.Name, series => series with { Name = "" } },
        { StickerRules.Name, series => series with { Name = "1st_by_shop_bot" } },
        { StickerRules.Name, series => series with { Name = "my__set_by_shop_bot" } },
        { StickerRules.Name, series => series with { Name = "my-set_by_shop_bot" } },
        { StickerRules.Name, series => series with { Name = "my_set" } },
        { StickerRules.Name, series => series with { Name = "my_set_by_other_bot" } },
        { StickerRules.Name, series => series with { Name = new string('a', 60) + "_by_shop_bot" } },
        { StickerRules.Title, series => series with { Title = " " } },
        { StickerRules.Title, series => series with { Title = new string('a', 65) } },
        { StickerRules.Owner, series => series with { OwnerId = 0 } },
        { StickerRules.Repainting, series => series with { NeedsRepainting = true } },
        { StickerRules.Count, series => series with { Stickers = [] } },
        { StickerRules.Count, series => series with { Stickers = [.. Enumerable.Range(0, 121).Select(i => _good with { Source = StickerFiles.Source(StickerFiles.Webp(512, 400, i), "a.webp") })] } },
        { StickerRules.Thumbnail, series => series with { Type = StickerSeriesType.CustomEmoji, Thumbnail = StickerFiles.Source(StickerFiles.Webp(100, 100), "t.webp"), Stickers = [new(StickerFiles.Source(StickerFiles.Webp(100, 100, 1), "e.webp"), "😀")] } },
        { StickerRules.Pixels, series => series with { Thumbnail = StickerFiles.Source(StickerFiles.Webp(512, 512), "t.webp") } },
        { StickerRules.Size, series => series with { Thumbnail = StickerFiles.Source(StickerFiles.Webp(100, 100, 0, 140_000), "t.webp") } },
    };

    public static TheoryData<string, Func<Sticker, Sticker>> StickerRulesBroken => new()
    {
        { "media-missing", sticker => sticker with { Source = MediaSource.FromPath("/nowhere/a.webp") } },
        { "media-empty", sticker => Of(sticker, []) },
        { StickerRules.Format, sticker => Of(sticker, "text, called .png"u8.ToArray()) },
        { StickerRules.Format, sticker => Of(sticker, "GIF89a......"u8.ToArray()) },
        { StickerRules.Format, sticker => Of(sticker, StickerFiles.Webp(512, 512, isAnimated: true)) },
        { StickerRules.Format, sticker => sticker with { Format = StickerFormat.Video } },
        { StickerRules.Damaged, sticker => Of(sticker, StickerFiles.Png(512, 512)[..100]) },
        { StickerRules.Pixels, sticker => Of(sticker, StickerFiles.Png(1, 5_000)) },
        { StickerRules.Pixels, sticker => Of(sticker, StickerFiles.Png(511, 511)) },
        { StickerRules.Pixels, sticker => Of(sticker, StickerFiles.Tgs(side: 100)) },
        { StickerRules.Size, sticker => Of(sticker, StickerFiles.Webp(512, 512, 0, 525_000)) },
        { StickerRules.Size, sticker => Of(sticker, [.. StickerFiles.Webm(), .. new byte[257 << 10]]) },
        { StickerRules.Duration, sticker => Of(sticker, StickerFiles.Tgs(seconds: 3.1)) },
        { StickerRules.Duration, sticker => Of(sticker, StickerFiles.Webm(seconds: 3.1)) },
        { StickerRules.FrameRate, sticker => Of(sticker, StickerFiles.Webm(frameNanoseconds: 16_666_667)) },
        { StickerRules.FrameRate, sticker => Of(sticker, StickerFiles.Tgs(framesPerSecond: 120)) },
        { StickerRules.Codec, sticker => Of(sticker, StickerFiles.Webm(codec: "V_VP8")) },
        { StickerRules.Audio, sticker => Of(sticker, StickerFiles.Webm(hasAudio: true)) },
        { StickerRules.Url, sticker => sticker with { Source = MediaSource.FromUrl(new Uri("https://example.com/a.tgs")), Format = StickerFormat.Animated } },
        { StickerRules.EmojiCount, sticker => sticker with { Emoji = [] } },
        { StickerRules.EmojiCount, sticker => sticker with { Emoji = [.. Enumerable.Repeat("😀", 21)] } },
        { StickerRules.Emoji, sticker => sticker with { Emoji = ["smile"] } },
        { StickerRules.Keywords, sticker => sticker with { Keywords = [.. Enumerable.Repeat("a", 21)] } },
        { StickerRules.Keywords, sticker => sticker with { Keywords = [new string('a', 65)] } },
        { StickerRules.Keywords, sticker => sticker with { Keywords = [" "] } },
        { StickerRules.MaskPosition, sticker => sticker with { MaskPosition = new MaskPosition(MaskPoint.Eyes, 0, 0, 1) } },
    };

    [Fact]
    public async Task Check_AGoodSeriesOfAllFormats_BreaksNothing()
    {
        var series = Series(
            _good,
            new Sticker(StickerFiles.Source(StickerFiles.Png(512, 512), "a.png"), "😀", "❤️") { Keywords = ["hello", "ciao"] },
            new Sticker(StickerFiles.Source(StickerFiles.Tgs(), "a.tgs"), "👍🏽"),
            new Sticker(StickerFiles.Source(StickerFiles.Webm(), "a.webm"), "🇮🇹"),
            new Sticker(MediaSource.FromUrl(new Uri("https://example.com/a.webp")), "🎉")) with
        {
            Thumbnail = StickerFiles.Source(StickerFiles.Png(100, 100), "t.png"),
        };

        (await ViolationsAsync(series)).Should().BeEmpty();
        (await ViolationsAsync(series with { Title = string.Concat(Enumerable.Repeat("😀", 64)) })).Should().BeEmpty("characters are counted, not UTF-16 units");
    }

    [Theory]
    [MemberData(nameof(SeriesRules), DisableDiscoveryEnumeration = true)]
    public async Task Check_ASeriesThatBreaksARule_NamesIt(string rule, Func<StickerSeriesDefinition, StickerSeriesDefinition> change) =>
        (await ViolationsAsync(change(Series(_good)))).Should().ContainSingle().Which.Rule.Should().Be(rule);

    [Theory]
    [MemberData(nameof(StickerRulesBroken), DisableDiscoveryEnumeration = true)]
    public async Task Check_AStickerThatBreaksARule_NamesItAndTheFile(string rule, Func<Sticker, Sticker> change)
    {
        var violation = (await ViolationsAsync(Series(_good with { Source = StickerFiles.Source(StickerFiles.Webp(512, 512, 9), "b.webp") }, change(_good)))).Should().ContainSingle().Which;

        violation.Rule.Should().Be(rule);
        violation.Message.Should().StartWith("Sticker 2 (").And.EndWith(".");
    }

    [Fact]
    public async Task Check_ManyBadStickers_TellsAllAtOnce()
    {
        var violations = await ViolationsAsync(Series(
            _good,
            new Sticker(StickerFiles.Source("only text"u8.ToArray(), "text.png"), "😀"),
            new Sticker(StickerFiles.Source(StickerFiles.Png(1, 5_000), "thin.png"), "smile"),
            new Sticker(StickerFiles.Source(StickerFiles.Webp(512, 400), "copy.webp"), "🎉")) with
        { Title = "" });

        violations.Select(violation => violation.Rule).Should().Equal(StickerRules.Title, StickerRules.Format, StickerRules.Pixels, StickerRules.Emoji, StickerRules.Duplicate);
        violations[^1].Message.Should().Contain("'copy.webp'").And.Contain("'good.webp'");
    }

    [Fact]
    public async Task Check_CustomEmojiAndMasks_HaveLimitsOfTheirOwn()
    {
        Sticker emoji = new(StickerFiles.Source(StickerFiles.Webp(100, 100), "e.webp"), "😀");

        (await ViolationsAsync(Series(emoji) with { Type = StickerSeriesType.CustomEmoji, NeedsRepainting = true })).Should().BeEmpty();
        (await ViolationsAsync(Series(_good) with { Type = StickerSeriesType.CustomEmoji })).Should().ContainSingle().Which.Rule.Should().Be(StickerRules.Pixels);
        (await ViolationsAsync(Series(Of(emoji, StickerFiles.Webp(100, 100, 0, 140_000))) with { Type = StickerSeriesType.CustomEmoji })).Should().ContainSingle().Which.Rule.Should().Be(StickerRules.Size);
        (await ViolationsAsync(Series(_good with { MaskPosition = new MaskPosition(MaskPoint.Eyes, 0, 0.5, 2) }) with { Type = StickerSeriesType.Mask })).Should().BeEmpty();
        (await ViolationsAsync(Series(_good with { Keywords = ["no"], MaskPosition = new MaskPosition(MaskPoint.Eyes, 0, 0, 0) }) with { Type = StickerSeriesType.Mask })).Select(violation => violation.Rule)
            .Should().Equal(StickerRules.Keywords, StickerRules.MaskPosition);
    }

    private static Sticker Of(Sticker sticker, byte[] bytes) => sticker with { Source = StickerFiles.Source(bytes, "sticker.png") };

    private static StickerSeriesDefinition Series(params Sticker[] stickers) => new() { Name = "spring_by_shop_bot", Title = "Spring", OwnerId = 1, Stickers = stickers };

    private static async Task<IReadOnlyList<PlanViolation>> ViolationsAsync(StickerSeriesDefinition series) =>
        (await StickerSeriesValidator.CheckAsync(series, "shop_bot", CancellationToken.None)).Violations;
}
