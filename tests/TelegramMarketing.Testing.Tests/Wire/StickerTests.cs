using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using WireFormat = Telegram.Bot.Types.Enums.StickerFormat;

namespace TelegramMarketing.Testing.Tests.Wire;

/// <summary>Sets of stickers, with the limits and in the words of Telegram.</summary>
public class StickerTests
{
    private readonly FakeTelegram _fake = new(options => options.EnforceLimits = false);
    private readonly TelegramPerson _owner;

    public StickerTests()
    {
        _owner = _fake.Telegram.AddPerson("Anna");
        _owner.Start(_fake.Bot);
    }

    private TelegramStickerSet Set => _fake.Telegram.StickerSets[0];

    [Fact]
    public async Task CreateNewStickerSet_OfUploads_IsReadBackAndHasAPage()
    {
        await CreateAsync(await UploadAsync(1), await UploadAsync(2));

        var set = await _fake.Client.GetStickerSet("SPRING_by_shop_bot");
        set.Should().BeEquivalentTo(new { Name = "spring_by_shop_bot", Title = "Spring & more", StickerType = StickerType.Regular });
        set.Stickers.Should().HaveCount(2).And.AllSatisfy(sticker => sticker.Should().BeEquivalentTo(new { Width = 512, Height = 512, Emoji = "❤", SetName = "spring_by_shop_bot" }));
        Set.Stickers[0].Keywords.Should().Equal("love");
        (await _fake.Http.GetStringAsync("https://t.me/addstickers/spring_by_shop_bot")).Should().Contain("Spring &amp; more").And.Contain("tg://addstickers?set=spring_by_shop_bot");
        (await _fake.Http.GetStringAsync("https://t.me/addstickers/nothing_by_shop_bot")).Should().Contain("not found").And.NotContain("tg://addstickers");
    }

    [Theory]
    [InlineData("""{"name":"spring_by_other_bot"}""", "invalid sticker set name is specified")]
    [InlineData("""{"name":"my__set_by_shop_bot"}""", "invalid sticker set name is specified")]
    [InlineData("""{"title":" "}""", "sticker set title must be non-empty")]
    [InlineData("""{"stickers":[]}""", "at least 1 sticker must be specified")]
    [InlineData("""{"sticker_type":"funny"}""", "unsupported sticker type specified")]
    [InlineData("""{"needs_repainting":true}""", "only custom emoji stickers support repainting")]
    [InlineData("""{"user_id":1}""", "PEER_ID_INVALID")]
    [InlineData("""{"sticker_type":"custom_emoji"}""", "STICKER_PNG_DIMENSIONS")]
    [InlineData("""{"stickers":[{"sticker":"x","format":"drawn","emoji_list":["❤️"]}]}""", "can't parse InputSticker: invalid sticker format specified")]
    [InlineData("""{"stickers":[{"sticker":"x","format":"static","emoji_list":[]}]}""", "can't parse InputSticker: emoji list must be non-empty")]
    [InlineData("""{"stickers":[{"sticker":"x","format":"static","emoji_list":["love"]}]}""", "can't parse InputSticker: expected a Unicode emoji")]
    [InlineData("""{"stickers":[{"sticker":"https://a.example/a.tgs","format":"animated","emoji_list":["❤️"]}]}""", "animated stickers can't be uploaded by URL")]
    public async Task CreateNewStickerSet_AgainstARule_IsRefusedInTelegramsWords(string change, string expected)
    {
        var request = Request(await UploadAsync(1));
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            request[name] = value?.DeepClone();
        }

        (await _fake.CallAsync("createNewStickerSet", request.ToJsonString())).Should().Contain($"Bad Request: {expected}");
        _fake.Telegram.StickerSets.Should().BeEmpty();
    }

    [Fact]
    public async Task CreateNewStickerSet_Twice_IsOccupiedAndATitleTooLongIsCut()
    {
        var request = Request(await UploadAsync(1));
        request["title"] = new string('x', 70);

        (await _fake.CallAsync("createNewStickerSet", request.ToJsonString())).Should().Contain("\"ok\":true");
        (await _fake.CallAsync("createNewStickerSet", request.ToJsonString())).Should().Contain("Bad Request: sticker set name is already occupied");
        Set.Title.Should().HaveLength(64);
    }

    [Fact]
    public async Task AddStickerToSet_TheSameTwiceAndTooMany_IsAnsweredAsByTelegram()
    {
        await CreateAsync(await UploadAsync(0));
        for (var i = 0; i < 120; i++)
        {
            (await AddAsync(await UploadAsync(i))).Should().Contain("\"ok\":true");
        }

        Set.Stickers.Should().HaveCount(120, "the first was there already");
        (await AddAsync(await UploadAsync(120))).Should().Contain("Bad Request: STICKERS_TOO_MUCH");
        (await AddAsync(await UploadAsync(5))).Should().Contain("\"ok\":true");
    }

    [Fact]
    public async Task ChangesOfASet_ByItsBot_AreDone()
    {
        await CreateAsync(await UploadAsync(0), await UploadAsync(1), await UploadAsync(2));
        var (first, second) = (Set.Stickers[0].FileId, Set.Stickers[1].FileId);

        await _fake.Client.SetStickerPositionInSet(first, 9);
        await _fake.Client.DeleteStickerFromSet(second);
        Set.Stickers.Select(sticker => sticker.Size).Should().Equal(232, 230);
        (await _fake.CallAsync("deleteStickerFromSet", $$"""{"sticker":"{{second}}"}""")).Should().Contain("Bad Request: wrong sticker file specified");
        (await _fake.CallAsync("setStickerPositionInSet", $$"""{"sticker":"{{first}}","position":-1}""")).Should().Contain("Bad Request: wrong sticker position specified");

        await _fake.Client.ReplaceStickerInSet(_owner.Id, Set.Name, first, new InputSticker(new InputFileId(await UploadAsync(7)), WireFormat.Static, ["🎉"]));
        Set.Stickers.Select(sticker => sticker.Size).Should().Equal(232, 237);
        (await _fake.CallAsync("getStickerSet", """{"name":"nothing_by_shop_bot"}""")).Should().Contain("Bad Request: STICKERSET_INVALID");

        var other = _fake.ClientOf(_fake.Telegram.AddBot("other_bot"));
        await other.Invoking(bot => bot.DeleteStickerSet("spring_by_shop_bot")).Should().ThrowAsync<Exception>().WithMessage("*STICKERSET_INVALID*");
    }

    [Theory]
    [InlineData(WireFormat.Static, "no picture", "STICKER_PNG_NOPNG")]
    [InlineData(WireFormat.Animated, "no gzip", "STICKER_TGS_NOTGS")]
    [InlineData(WireFormat.Video, "no video", "STICKER_VIDEO_NOWEBM")]
    public async Task UploadStickerFile_OfAnotherFormat_IsRefused(WireFormat format, string content, string expected) =>
        await _fake.Client.Invoking(bot => bot.UploadStickerFile(_owner.Id, new InputFileStream(new MemoryStream(Encoding.UTF8.GetBytes(content)), "a"), format)).Should().ThrowAsync<Exception>().WithMessage($"*{expected}*");

    [Fact]
    public async Task SendSticker_OfAnyForm_IsAMessageWithIt()
    {
        await CreateAsync(await UploadAsync(1));
        var animation = new MemoryStream();
        await using (var gzip = new GZipStream(animation, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync("""{"fr":60,"ip":0,"op":60,"w":512,"h":512}"""u8.ToArray());
        }

        var message = await _fake.Client.SendSticker("@myshop", Set.Stickers[0].FileId);
        var animated = await _fake.Client.SendSticker("@myshop", new InputFileStream(new MemoryStream(animation.ToArray()), "a.tgs"), emoji: "🎉");

        message.Sticker.Should().BeEquivalentTo(new { Width = 512, Emoji = "❤️", IsAnimated = false });
        animated.Sticker.Should().BeEquivalentTo(new { Width = 512, Emoji = "🎉", IsAnimated = true });
        (await _fake.Http.GetStringAsync("https://t.me/s/myshop")).Should().Contain("tgme_widget_message_sticker");
    }

    private static byte[] Webp(int number)
    {
        var file = new byte[230 + number];
        "RIFF"u8.CopyTo(file);
        BitConverter.TryWriteBytes(file.AsSpan(4), file.Length - 8);
        "WEBPVP8X"u8.CopyTo(file.AsSpan(8));
        (file[24], file[25], file[27], file[28]) = (0xFF, 1, 0xFF, 1);
        return file;
    }

    private async Task<string> UploadAsync(int number) =>
        (await _fake.Client.UploadStickerFile(_owner.Id, new InputFileStream(new MemoryStream(Webp(number)), "a.webp"), WireFormat.Static)).FileId;

    private JsonObject Request(params string[] fileIds) => new()
    {
        ["user_id"] = _owner.Id,
        ["name"] = "spring_by_shop_bot",
        ["title"] = "Spring & more",
        ["stickers"] = new JsonArray([.. fileIds.Select(id => new JsonObject { ["sticker"] = id, ["format"] = "static", ["emoji_list"] = new JsonArray("❤️", "🎉"), ["keywords"] = new JsonArray("love") })]),
    };

    private async Task CreateAsync(params string[] fileIds) => (await _fake.CallAsync("createNewStickerSet", Request(fileIds).ToJsonString())).Should().Contain("\"ok\":true");

    private Task<string> AddAsync(string fileId) => _fake.CallAsync(
        "addStickerToSet",
        $$$"""{"user_id":{{{_owner.Id}}},"name":"spring_by_shop_bot","sticker":{"sticker":"{{{fileId}}}","format":"static","emoji_list":["🎉"]}}""");
}
