using System.Text.Json.Nodes;
using Snapshooter.Xunit;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TelegramMarketing.Testing.Tests.Wire;

public class ManageTests
{
    private readonly FakeTelegram _fake = new(options => options.EnforceLimits = false);

    [Fact]
    public async Task EditMessageText_ToTheSame_IsNotModified()
    {
        await _fake.Client.SendMessage("@myshop", "<b>Hello</b>", ParseMode.Html);

        (await _fake.CallAsync("editMessageText", """{"chat_id":"@myshop","message_id":2,"text":"<b>Hello</b>","parse_mode":"HTML"}""")).Should().Contain(
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        (await _fake.Client.EditMessageText("@myshop", 2, "Hello")).EditDate.Should().NotBeNull();
        _fake.Shop.Posts[0].Entities.Should().BeEmpty();
    }

    [Fact]
    public async Task Edit_AgainstARule_IsRefusedInTelegramsWords()
    {
        await _fake.Client.SendPhoto("@myshop", "https://a.example/1.jpg");
        _fake.Shop.AddPost("By hand");

        (await EditAsync(2)).Should().Contain("Bad Request: there is no text in the message to edit");
        (await EditAsync(9)).Should().Contain("Bad Request: message to edit not found");
        _fake.Shop.AddAdministrator(_fake.Bot, AdministratorRights.All with { CanEditMessages = false });
        (await EditAsync(3)).Should().Contain("Bad Request: message can't be edited");
        (await _fake.CallAsync("editMessageCaption", """{"chat_id":"@myshop","message_id":2,"caption":"Own posts may be edited"}""")).Should().Contain("\"ok\":true");
    }

    [Fact]
    public async Task EditMessageMedia_InAnAlbum_KeepsItsKind()
    {
        await _fake.Client.SendMediaGroup("@myshop", [new InputMediaPhoto("https://a.example/1.jpg"), new InputMediaPhoto("https://a.example/2.jpg")]);

        (await _fake.CallAsync("editMessageMedia", """{"chat_id":"@myshop","message_id":2,"media":{"type":"video","media":"https://a.example/1.mp4"}}""")).Should().Contain("Bad Request: can't change media type in the album");
        (await _fake.CallAsync("editMessageMedia", """{"chat_id":"@myshop","message_id":2,"media":{"type":"photo","media":"https://a.example/3.jpg","caption":"New"}}""")).Should().Contain("\"caption\":\"New\"");
    }

    [Fact]
    public async Task DeleteMessage_OnceTwiceAndTooLate_IsAnsweredAsByTelegram()
    {
        await _fake.Client.SendMessage("@myshop", "One");
        await _fake.Client.SendMessage("@myshop", "Two");

        (await DeleteAsync(2)).Should().Be("""{"ok":true,"result":true}""");
        (await DeleteAsync(2)).Should().Contain("Bad Request: message to delete not found");
        await _fake.AdvanceAsync(48 * 3600);
        (await DeleteAsync(3)).Should().Contain("Bad Request: message can't be deleted");
        (await _fake.CallAsync("deleteMessages", """{"chat_id":"@myshop","message_ids":[2,3]}""")).Should().Contain("Bad Request: message can't be deleted");
        (await _fake.CallAsync("deleteMessages", """{"chat_id":"@myshop","message_ids":[2]}""")).Should().Contain("\"ok\":true", "unknown ids are skipped");
    }

    [Fact]
    public async Task PinChatMessage_TakesAnIdForItsServiceMessage()
    {
        var first = await _fake.Client.SendMessage("@myshop", "One");
        await _fake.Client.PinChatMessage("@myshop", first.Id);
        await _fake.Client.PinChatMessage("@myshop", first.Id);
        var second = await _fake.Client.SendMessage("@myshop", "Two");

        second.Id.Should().Be(first.Id + 2, "only the first pin is told");
        _fake.Shop.Posts[0].IsPinned.Should().BeTrue();
        (await _fake.CallAsync("pinChatMessage", """{"chat_id":"@myshop","message_id":3}""")).Should().Contain("Bad Request: service messages can't be pinned");
        await _fake.Client.UnpinChatMessage("@myshop", first.Id);
        _fake.Shop.Posts[0].IsPinned.Should().BeFalse();
        _fake.Shop.AddAdministrator(_fake.Bot, AdministratorRights.All with { CanEditMessages = false });
        (await _fake.CallAsync("pinChatMessage", """{"chat_id":"@myshop","message_id":2}""")).Should().Contain("Bad Request: not enough rights to manage pinned messages in the chat");
    }

    [Fact]
    public async Task ForwardAndCopy_ToAReviewChannel_GiveTheContent()
    {
        var review = _fake.Telegram.AddPrivateChannel("Review");
        review.AddAdministrator(_fake.Bot);
        await _fake.Client.SendMessage("@myshop", "<b>Hello</b>", ParseMode.Html);

        var forwarded = await _fake.Client.ForwardMessage(review.Id, "@myshop", 2);
        await _fake.Client.CopyMessage(review.Id, "@myshop", 2);

        forwarded.ForwardOrigin.Should().BeOfType<MessageOriginChannel>().Which.MessageId.Should().Be(2);
        review.Posts.Select(post => post.Text).Should().Equal("Hello", "Hello");
        (await _fake.CallAsync("forwardMessage", $$"""{"chat_id":{{review.Id}},"from_chat_id":"@myshop","message_id":3}""")).Should().Contain("Bad Request: message to forward not found");
        (await _fake.CallAsync("copyMessage", $$"""{"chat_id":{{review.Id}},"from_chat_id":"@myshop","message_id":3}""")).Should().Contain("Bad Request: message to copy not found");
        (await _fake.CallAsync("forwardMessages", $$"""{"chat_id":{{review.Id}},"from_chat_id":"@myshop","message_ids":[3,4]}""")).Should().Contain("Bad Request: messages can't be forwarded");
    }

    [Fact]
    public async Task Messages_OfEveryKind_HaveTelegramsShapes()
    {
        _fake.Shop.SignMessages = true;
        var answers = new List<string>();
        foreach (var (method, body) in new[]
        {
            ("sendMessage", """{"chat_id":"@myshop","text":"a <b>b</b>","parse_mode":"HTML","protect_content":true,"link_preview_options":{"is_disabled":true}}"""),
            ("sendPhoto", """{"chat_id":"@myshop","photo":"https://a.example/1.jpg","caption":"c","show_caption_above_media":true,"has_spoiler":true,"reply_parameters":{"message_id":2}}"""),
            ("sendVideo", """{"chat_id":"@myshop","video":"https://a.example/1.mp4"}"""),
            ("sendAnimation", """{"chat_id":"@myshop","animation":"https://a.example/1.gif"}"""),
            ("sendDocument", """{"chat_id":"@myshop","document":"https://a.example/1.pdf"}"""),
            ("sendAudio", """{"chat_id":"@myshop","audio":"https://a.example/1.mp3"}"""),
            ("forwardMessage", """{"chat_id":"@myshop","from_chat_id":"@myshop","message_id":4}"""),
            ("getChat", """{"chat_id":"@myshop"}"""),
            ("getChatMemberCount", """{"chat_id":"@myshop"}"""),
            ("getChatAdministrators", """{"chat_id":"@myshop"}"""),
            ("getMe", "{}"),
        })
        {
            var answer = JsonNode.Parse(await _fake.CallAsync(method, body))!;
            answer["ok"]!.GetValue<bool>().Should().BeTrue($"{method} should succeed: {answer}");
            answers.Add($"{method}\n{answer["result"]!.ToJsonString(new() { WriteIndented = true })}");
        }

        Snapshot.Match(string.Join("\n\n", answers));
    }

    [Fact]
    public async Task GetChat_OverTelegramBot_IsUnderstood()
    {
        (await _fake.Client.GetChat("@MYSHOP")).Title.Should().Be("My shop");
        (await _fake.Client.GetChatMemberCount("@myshop")).Should().Be(2);
        (await _fake.Client.GetChatMember("@myshop", _fake.Bot.Id)).Should().BeOfType<ChatMemberAdministrator>().Which.CanPostMessages.Should().BeTrue();
        (await _fake.Client.GetChatAdministrators("@myshop")).Should().HaveCount(2);
    }

    [Fact]
    public async Task PrivateChannel_TheBotIsNotIn_DoesNotExistForIt()
    {
        var secret = _fake.Telegram.AddPrivateChannel("Secret");
        (await _fake.CallAsync("getChat", $$"""{"chat_id":{{secret.Id}}}""")).Should().Contain("Bad Request: chat not found");
        secret.AddAdministrator(_fake.Bot);
        (await _fake.CallAsync("getChat", $$"""{"chat_id":{{secret.Id}}}""")).Should().Contain("\"ok\":true");
        secret.RemoveAdministrator(_fake.Bot);
        (await _fake.CallAsync("getChat", $$"""{"chat_id":{{secret.Id}}}""")).Should().Contain("Forbidden: bot is not a member of the channel chat");
    }

    [Fact]
    public async Task Form_UrlEncoded_IsUnderstoodToo()
    {
        using var form = new FormUrlEncodedContent([new("chat_id", "@myshop"), new("text", "a+b & c"), new("disable_notification", "true")]);
        using var response = await _fake.Http.PostAsync($"https://api.telegram.org/bot{_fake.Bot.Token}/sendMessage", form);

        (_fake.Shop.Posts[0].Text, _fake.Shop.Posts[0].IsSilent).Should().Be(("a+b & c", true));
    }

    [Fact]
    public async Task Token_MalformedOrUnknown_IsToldApart()
    {
        using var malformed = await _fake.Http.GetAsync("https://api.telegram.org/bot12:x/getMe");
        using var unknown = await _fake.Http.GetAsync($"https://api.telegram.org/bot12:{new string('x', 35)}/getMe");

        (await malformed.Content.ReadAsStringAsync()).Should().Be("""{"ok":false,"error_code":404,"description":"Not Found"}""");
        (await unknown.Content.ReadAsStringAsync()).Should().Be("""{"ok":false,"error_code":401,"description":"Unauthorized"}""");
    }

    private Task<string> EditAsync(int id) => _fake.CallAsync("editMessageText", $$"""{"chat_id":"@myshop","message_id":{{id}},"text":"Edited"}""");

    private Task<string> DeleteAsync(int id) => _fake.CallAsync("deleteMessage", $$"""{"chat_id":"@myshop","message_id":{{id}}}""");
}
