using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TelegramMarketing.Testing.Tests.Wire;

public class SendTests
{
    private readonly FakeTelegram _fake = new();

    [Fact]
    public async Task GetMe_OfABot_TellsWhoItIs()
    {
        var me = await _fake.Client.GetMe();

        me.Id.Should().Be(_fake.Bot.Id);
        me.Username.Should().Be("shop_bot");
    }

    [Fact]
    public async Task SendMessage_WithMarkupAndButtons_IsKeptAsPeopleSeeIt()
    {
        var sent = await _fake.Client.SendMessage(
            "@myshop",
            "<b>Sale</b> &amp; more: <a href=\"https://shop.example/a?b=1\">here</a>",
            ParseMode.Html,
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithUrl("Buy", "https://shop.example/buy")),
            disableNotification: true,
            protectContent: true);

        var post = _fake.Shop.Posts.Should().ContainSingle().Subject;
        post.MessageId.Should().Be(sent.Id);
        post.Text.Should().Be("Sale & more: here");
        post.Entities.Should().Equal(new TelegramEntity("bold", 0, 4), new TelegramEntity("text_link", 13, 4, "https://shop.example/a?b=1"));
        post.Buttons.Should().ContainSingle().Which.Should().Equal(new TelegramButton("Buy", "https://shop.example/buy"));
        post.IsSilent.Should().BeTrue();
        post.IsProtected.Should().BeTrue();
        sent.Chat.Id.Should().Be(_fake.Shop.Id);
    }

    [Fact]
    public async Task SendPhoto_Uploaded_CanBeSentAgainByItsFileId()
    {
        using var picture = new MemoryStream([1, 2, 3]);
        var first = await _fake.Client.SendPhoto("@myshop", new InputFileStream(picture, "a.jpg"), "Look", ParseMode.Html);
        var second = await _fake.Client.SendPhoto("@myshop", new InputFileId(first.Photo![^1].FileId));

        second.Photo![^1].FileId.Should().Be(first.Photo[^1].FileId);
        _fake.Shop.Posts.Select(post => post.Media!.Origin).Should().Equal("upload", "file_id");
        _fake.Shop.Posts[0].Caption.Should().Be("Look");
    }

    [Fact]
    public async Task SendMediaGroup_OfTwoPhotos_TakesTwoIdsAndOneAlbum()
    {
        using var one = new MemoryStream([1]);
        using var two = new MemoryStream([2]);
        var sent = await _fake.Client.SendMediaGroup(
            "@myshop",
            [new InputMediaPhoto(new InputFileStream(one, "1.jpg")) { Caption = "Both" }, new InputMediaPhoto(new InputFileStream(two, "2.jpg"))]);

        sent.Select(message => message.Id).Should().Equal(2, 3);
        sent[0].MediaGroupId.Should().NotBeNull().And.Be(sent[1].MediaGroupId);
    }

    [Fact]
    public async Task SendMessage_WhereTheBotMayNotPost_IsRefusedInTelegramsWords()
    {
        _fake.Shop.AddAdministrator(_fake.Bot, AdministratorRights.None);
        (await Refusal()).Should().Be("Bad Request: need administrator rights in the channel chat");
        _fake.Shop.RemoveAdministrator(_fake.Bot);
        (await Refusal()).Should().Be("Forbidden: bot is not a member of the channel chat");
        _fake.Shop.Ban(_fake.Bot);
        (await Refusal()).Should().Be("Forbidden: bot was kicked from the channel chat");
        (await Refusal("@nosuchchannel")).Should().Be("Bad Request: chat not found");
    }

    [Fact]
    public async Task AnyCall_WithARevokedToken_IsAnswered401()
    {
        _fake.Bot.RevokeToken();

        var refused = await FluentActions.Awaiting(() => _fake.Client.GetMe()).Should().ThrowAsync<ApiRequestException>();

        refused.Which.ErrorCode.Should().Be(401);
    }

    [Fact]
    public async Task UnknownMethod_FailsWithItsName()
    {
        var failed = await FluentActions.Awaiting(() => _fake.CallAsync("sendFireworks")).Should().ThrowAsync<NotSupportedException>();

        failed.Which.Message.Should().Contain("sendFireworks");
        await FluentActions.Awaiting(() => _fake.AdvanceAsync(1)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*sendFireworks*");
        await _fake.AdvanceAsync(1);
    }

    [Fact]
    public async Task UnknownParameter_FailsWithItsName() =>
        await FluentActions.Awaiting(() => _fake.CallAsync("sendMessage", """{"chat_id":"@myshop","text":"x","colour":"red"}"""))
            .Should().ThrowAsync<NotSupportedException>().WithMessage("*colour*sendMessage*");

    [Fact]
    public async Task Request_IsLoggedWithoutToken()
    {
        await _fake.Client.SendMessage("@myshop", "Hello");

        var request = _fake.Telegram.Requests.Should().ContainSingle().Subject;
        request.Method.Should().Be("sendMessage");
        request.Parameters["text"].Should().Be("Hello");
        request.ToString().Should().NotContain(_fake.Bot.Token);
    }

    private async Task<string> Refusal(string chat = "@myshop")
    {
        var refused = await FluentActions.Awaiting(() => _fake.Client.SendMessage(chat, "Hello")).Should().ThrowAsync<ApiRequestException>();
        return refused.Which.ErrorCode == 400 ? $"Bad Request: {refused.Which.Message.Replace("Bad Request: ", "")}" : $"Forbidden: {refused.Which.Message.Replace("Forbidden: ", "")}";
    }
}
