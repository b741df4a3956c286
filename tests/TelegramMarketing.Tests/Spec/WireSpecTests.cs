using System.Text.Json.Nodes;
using TelegramMarketing.Tests.Robustness;
using TelegramMarketing.Tests.Stickers;

namespace TelegramMarketing.Tests.Spec;

/// <summary>
/// Every request that the library makes, in a walk through all it can do, as it goes over the wire: no unknown parameter, no missing one, no wrong type, in nested objects too.
/// </summary>
/// <remarks>
/// In a form Telegram.Bot writes truths as <c>True</c>; the official server reads <c>true</c>, <c>yes</c> and <c>1</c> whatever their case.
/// </remarks>
public sealed class WireSpecTests
{
    private static readonly string[] _methodsOfTheWalk =
    [
        "sendMessage", "sendPhoto", "sendVideo", "sendAnimation", "sendDocument", "sendAudio", "sendMediaGroup", "editMessageText", "editMessageCaption", "editMessageMedia",
        "deleteMessage", "pinChatMessage", "unpinChatMessage", "getMe", "getChat", "createChatInviteLink", "getUpdates",
        "sendSticker", "uploadStickerFile", "createNewStickerSet", "getStickerSet", "addStickerToSet", "replaceStickerInSet", "setStickerPositionInSet", "deleteStickerFromSet",
        "setStickerEmojiList", "setStickerKeywords", "setStickerMaskPosition", "setStickerSetTitle", "setStickerSetThumbnail", "deleteStickerSet",
    ];

    [SkippableFact]
    public async Task EveryRequest_OfTheLibrary_IsAsDocumented()
    {
        var documentation = BotApiDocumentation.LoadOrSkip();
        var requests = new List<WireRequest>();
        await using var host = new FakeHost(
            telegram => (telegram.EnforceLimits, telegram.MaxRequests) = (false, 10_000),
            options => (options.Pace.MessagesPerSecond, options.Pace.MessagesPerSecondPerChat, options.Pace.MessagesPerMinutePerChannel) = (0, 0, 0),
            builder => builder.UsePolling(),
            inner => new WireRecorder(inner, requests));
        await host.StartAsync();
        await PublishAsync(host);
        await ChangeAsync(host);
        await InviteAsync(host);
        await StickersAsync(host);
        await host.AdvanceAsync(120);
        await host.StopAsync();

        _methodsOfTheWalk.Except(requests.Select(request => request.Method)).Should().BeEmpty("the walk must go through all that the library can do");
        requests.Should().Contain(request => request.IsForm).And.Contain(request => !request.IsForm && request.Values.Count > 0);
        requests.SelectMany(documentation.Check).Distinct().Should().BeEmpty();
        host.Telegram.Violations.Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData("sendMessage", """{"chat_id":"@a","text":"x","colour":"red"}""", "sendMessage has no colour")]
    [InlineData("sendMessage", """{"chat_id":"@a"}""", "sendMessage lacks text")]
    [InlineData("sendMessage", """{"chat_id":"@a","text":7}""", "sendMessage.text is no String: 7")]
    [InlineData("sendMessage", """{"chat_id":"@a","text":"x","protect_content":"yes"}""", "sendMessage.protect_content is no Boolean: \"yes\"")]
    [InlineData("sendMessage", """{"chat_id":"@a","text":"x","reply_markup":{"inline_keyboard":[[{"text":"x","uri":"y"}]]}}""", "sendMessage.reply_markup(InlineKeyboardMarkup).inline_keyboard[0][0](InlineKeyboardButton) has no uri")]
    [InlineData("sendMessage", """{"chat_id":"@a","text":"x","link_preview_options":{"is_disabled":1}}""", "sendMessage.link_preview_options(LinkPreviewOptions).is_disabled is no Boolean: 1")]
    [InlineData("sendMessage", """{"chat_id":"@a","text":"x","reply_parameters":{}}""", "sendMessage.reply_parameters(ReplyParameters) lacks message_id")]
    [InlineData("sendMediaGroup", """{"chat_id":"@a","media":[{"type":"photo","media":"attach://0"}]}""", "sendMediaGroup refers to a file 0 that is not in it")]
    [InlineData("sendMediaGroup", """{"chat_id":"@a","media":[{"type":"document","media":"x","has_spoiler":true}]}""", "*has_spoiler*")]
    [InlineData("sendCarrierPigeon", "{}", "there is no method sendCarrierPigeon")]
    public void Check_OfAWrongRequest_SaysWhatIsWrong(string method, string json, string expected)
    {
        var request = new WireRequest(method, JsonNode.Parse(json)!.AsObject().ToDictionary(), [], false);

        BotApiDocumentation.LoadOrSkip().Check(request).Should().ContainMatch(expected);
    }

    private static async Task PublishAsync(FakeHost host)
    {
        PostButton[] row = [PostButton.Url("Open", "https://example.com/"), PostButton.Copy("Code", "SPRING"), PostButton.Callback("Press", "pressed")];
        foreach (var text in (Post[])
        [
            Post.News(PostText.Html($"<b>Bold</b> & <a href=\"https://example.com/\">link</a>")) with { Silent = true, Protected = true, Buttons = [row, row] },
            Post.News(PostText.Plain("No preview")) with { LinkPreview = LinkPreview.Disabled },
            Post.News(PostText.Plain("Small")) with { LinkPreview = new LinkPreview { Url = new Uri("https://example.com/"), PreferSmallMedia = true, ShowAboveText = true } },
            Post.News(PostText.Plain("Large")) with { LinkPreview = new LinkPreview { PreferLargeMedia = true } },
            Newsroom.PostOf(3),
        ])
        {
            await host.RunAsync(host.Publisher.PublishAsync("@myshop", text));
        }

        await host.RunAsync(host.Publisher.PublishAsync(ChannelAddress.FromId(host.Shop.Id), Post.News(PostText.Plain("By its id"))));
        var kinds = new Dictionary<string, Func<MediaSource, PostMedia>>
        {
            ["photo"] = PostMedia.Photo, ["video"] = PostMedia.Video, ["animation"] = PostMedia.Animation, ["document"] = PostMedia.Document, ["audio"] = PostMedia.Audio,
        };
        var path = Path.Combine(Path.GetTempPath(), $"wire-{Environment.ProcessId}.jpg");
        await File.WriteAllBytesAsync(path, [1, 2, 3]);
        try
        {
            foreach (var (name, create) in kinds)
            {
                MediaSource[] sources = [MediaSource.FromStream(new MemoryStream([4, 5, (byte)name.Length]), $"{name} ü.jpg"), MediaSource.FromPath(path), MediaSource.FromUrl(new Uri($"https://example.com/{name}"))];
                foreach (var source in sources)
                {
                    await TryAsync(host, Full(create(source), row));
                    await TryAsync(host, new Post { Media = [create(source)] });
                }

                await TryAsync(host, Full(create(MediaSource.FromFileId(host.Shop.Posts.Last(post => post.Media?.Kind == name).Media!.FileId)), row));
                if (name != "animation")
                {
                    var album = Full(create(sources[0]), []) with { Media = [create(sources[0]), create(MediaSource.FromStream(new MemoryStream([9, (byte)name.Length]), "b.jpg")), create(sources[2])] };
                    await TryAsync(host, album);
                    await TryAsync(host, album with { Buttons = [row] });
                }
            }
        }
        finally
        {
            File.Delete(path);
        }

        var caption = PostText.Plain(string.Join(' ', Enumerable.Repeat("word", 400)));
        await TryAsync(host, new Post { Text = caption, Media = [PostMedia.Photo(MediaSource.FromUrl(new Uri("https://example.com/long")))], Buttons = [row] });
    }

    private static async Task ChangeAsync(FakeHost host)
    {
        var photo = PostMedia.Photo(MediaSource.FromStream(new MemoryStream([7, 7]), "new.jpg"));
        var text = (await host.RunAsync(host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Text"))))).Post!;
        var media = (await host.RunAsync(host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain("Caption")) with { Media = [PostMedia.Photo(MediaSource.FromUrl(new Uri("https://example.com/old")))] }))).Post!;
        await DoAsync(host, host.Publisher.EditAsync(text, Post.News(PostText.Plain("Other")) with { Buttons = [[PostButton.Url("Open", "https://example.com/")]], LinkPreview = LinkPreview.Disabled }));
        await DoAsync(host, host.Publisher.EditAsync(media, Post.News(PostText.Plain("Other caption"))));
        await DoAsync(host, host.Publisher.EditAsync(media, Full(photo, [PostButton.Copy("Code", "SPRING")])));
        await DoAsync(host, host.Publisher.EditAsync(media, Full(PostMedia.Document(MediaSource.FromUrl(new Uri("https://example.com/document"))), [])));
        await DoAsync(host, host.Publisher.PinAsync(text));
        await DoAsync(host, host.Publisher.UnpinAsync(text));
        await DoAsync(host, host.Publisher.DeleteAsync(text));
    }

    private static async Task InviteAsync(FakeHost host)
    {
        var invitations = host.Get<IOptInInvitation>();
        var hidden = host.Telegram.AddPrivateChannel("Private");
        hidden.AddAdministrator(host.Bot);
        var number = 0;
        foreach (var channel in (ChannelAddress[])[ChannelAddress.FromUsername("myshop"), ChannelAddress.FromId(hidden.Id)])
        {
            foreach (var kind in (InvitationLinkKind[])[InvitationLinkKind.BotDeepLink, InvitationLinkKind.PersonalLink])
            {
                var person = host.Telegram.AddPerson($"Person {++number}");
                person.Start(host.Bot);
                var invitation = await host.RunAsync(invitations.CreateAsync(new InvitationRequest
                {
                    Channel = channel, Customer = $"customer {number}", LegalBasis = LegalBasis.Consent("asked for it"), AddressSource = "till", Link = kind, ValidFor = TimeSpan.FromDays(7), TelegramUserId = person.Id,
                }));
                await host.RunAsync(invitations.SendAsync(invitation.Id));
                if (kind == InvitationLinkKind.BotDeepLink)
                {
                    person.Start(host.Bot, invitation.Address.Query["?start=".Length..]);
                }

                await host.AdvanceAsync(5);
                person.Start(host.Bot, invitation.OptOutAddress.Query["?start=".Length..]);
                await host.AdvanceAsync(5);
            }
        }
    }

    private static async Task StickersAsync(FakeHost host)
    {
        var stickers = host.Get<IStickerSeries>();
        var owner = host.Telegram.AddPerson("Owner of stickers");
        owner.Start(host.Bot);
        Sticker One(byte[] bytes, string name) => new(StickerFiles.Source(bytes, name), "😀", "🎉") { Keywords = ["hello", "ciao"] };
        var regular = new StickerSeriesDefinition
        {
            Name = "spring_by_shop_bot",
            Title = "Spring",
            OwnerId = owner.Id,
            Stickers = [One(StickerFiles.Webp(512, 512), "ü.webp"), One(StickerFiles.Tgs(), "a.tgs"), One(StickerFiles.Webm(), "a.webm"), new(MediaSource.FromUrl(new Uri("https://example.com/a.webp")), "🎁")],
            Thumbnail = StickerFiles.Source(StickerFiles.Png(100, 100), "t.png"),
        };
        var series = await host.RunAsync(stickers.ApplyAsync(regular));
        series = await host.RunAsync(stickers.AddAsync(series.Name, owner.Id, One(StickerFiles.Png(512, 512), "b.png")));
        series = await host.RunAsync(stickers.ReplaceAsync(series.Stickers[4], owner.Id, One(StickerFiles.Png(512, 511), "c.png")));
        await DoAsync(host, stickers.MoveAsync(series.Stickers[4], 0));
        await DoAsync(host, stickers.RemoveAsync(series.Stickers[4]));
        await DoAsync(host, stickers.SetEmojiAsync(series.Stickers[0], ["🥳", "🎈"]));
        await DoAsync(host, stickers.SetKeywordsAsync(series.Stickers[0], ["party"]));
        await DoAsync(host, stickers.SetKeywordsAsync(series.Stickers[0], []));
        await DoAsync(host, stickers.SetTitleAsync(series.Name, "Other"));
        await DoAsync(host, stickers.SetThumbnailAsync(series.Name, owner.Id, null));
        await TryAsync(host, new Post { Media = [PostMedia.Sticker(MediaSource.FromFileId(series.Stickers[0].FileId))], Silent = true, Protected = true, Buttons = [[PostButton.Url("Open", "https://example.com/")]] });
        await TryAsync(host, new Post { Media = [PostMedia.Sticker(StickerFiles.Source(StickerFiles.Webp(512, 512), "a.webp"))] });
        var mask = await host.RunAsync(stickers.ApplyAsync(regular with
        {
            Name = "mask_by_shop_bot",
            Type = StickerSeriesType.Mask,
            Stickers = [new(StickerFiles.Source(StickerFiles.Webp(512, 512, 5), "m.webp"), "😎") { MaskPosition = new MaskPosition(MaskPoint.Eyes, 0.5, -1, 2) }],
            Thumbnail = null,
        }));
        await DoAsync(host, stickers.SetMaskPositionAsync(mask.Stickers[0], new MaskPosition(MaskPoint.Chin, 0, 0, 1.5)));
        await DoAsync(host, stickers.SetMaskPositionAsync(mask.Stickers[0], null));
        await host.RunAsync(stickers.ApplyAsync(regular with
        {
            Name = "emoji_by_shop_bot",
            Type = StickerSeriesType.CustomEmoji,
            NeedsRepainting = true,
            Stickers = [One(StickerFiles.Webp(100, 100, 6), "e.webp")],
            Thumbnail = null,
        }));
        await DoAsync(host, stickers.DeleteAsync(series.Name));
    }

    private static Post Full(PostMedia media, PostButton[] row) => Post.Promotion(PostText.Html($"<i>{"Caption & more"}</i>")) with
    {
        Media = [media],
        Silent = true,
        Protected = true,
        Spoiler = IsPicture(media),
        CaptionAbove = IsPicture(media),
        Buttons = row.Length > 0 ? [row] : [],
    };

    private static async Task DoAsync(FakeHost host, Task task)
    {
        await host.DriveAsync(task);
        await task;
    }

    private static bool IsPicture(PostMedia media) => media.Kind is PostMediaKind.Photo or PostMediaKind.Video or PostMediaKind.Animation;

    private static async Task TryAsync(FakeHost host, Post post) => (await host.RunAsync(host.Publisher.PublishAsync("@myshop", post))).State.Should().Be(PublicationState.Published);
}
