using System.Text.Json;
using System.Text.Json.Nodes;
using Snapshooter.Xunit;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace TelegramMarketing.Testing.Tests.Wire;

public class UpdateTests
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };
    private readonly FakeTelegram _fake = new();

    [Fact]
    public async Task GetUpdates_OfEverythingThatHappens_HasTelegramsShapes()
    {
        await AllowAllAsync();
        var vip = _fake.Telegram.AddPrivateChannel("VIP");
        vip.AddAdministrator(_fake.Bot);
        var link = JsonNode.Parse(await _fake.CallAsync("createChatInviteLink", $$"""{"chat_id":{{vip.Id}},"name":"mail-7","creates_join_request":true}"""))!["result"]!["invite_link"]!.ToString();
        var anna = _fake.Telegram.AddPerson("Anna", "anna_b");
        anna.Start(_fake.Bot, "abc-123");
        anna.Join(_fake.Shop);
        anna.Join(vip, link).Should().Be(JoinResult.Requested);
        (await _fake.CallAsync("approveChatJoinRequest", $$"""{"chat_id":{{vip.Id}},"user_id":{{anna.Id}}}""")).Should().Contain("\"ok\":true");
        anna.Leave(_fake.Shop);
        anna.Block(_fake.Bot);
        anna.Write(_fake.Bot, "/stop");
        _fake.Shop.SignMessages = true;
        var post = _fake.Shop.AddPost("By hand");
        post.Edit("By hand, better");
        await _fake.CallAsync("pinChatMessage", $$"""{"message_id":{{post.MessageId}},"chat_id":"@myshop"}""");
        anna.React(post, "👍");
        await _fake.CallAsync("sendMessage", $$"""{"reply_markup":{"inline_keyboard":[[{"text":"Yes","callback_data":"yes"}]]},"chat_id":{{anna.Id}},"text":"Well?"}""");
        var press = anna.Press(anna.Inbox[^1], "Yes");
        await _fake.AdvanceAsync(60);

        var updates = JsonNode.Parse(await _fake.CallAsync("getUpdates"))!["result"]!.AsArray();

        Snapshot.Match(updates.ToJsonString(_indented));
        var query = updates.Select(update => update!["callback_query"]).Single(query => query is not null)!["id"];
        await _fake.CallAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{query}}","text":"Thanks"}""");
        (press.IsAnswered, press.Answer).Should().Be((true, "Thanks"));
        (await _fake.CallAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{query}}"}"""))
            .Should().Contain("Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    [Fact]
    public async Task GetUpdates_OfWhatTheBotDidItself_IsEmpty()
    {
        await _fake.CallAsync("getUpdates");
        await _fake.CallAsync("sendMessage", """{"chat_id":"@myshop","text":"Mine"}""");
        await _fake.CallAsync("editMessageText", """{"chat_id":"@myshop","message_id":2,"text":"Mine, better"}""");

        var types = await TypesAsync();

        types.Should().Equal("my_chat_member");
    }

    [Fact]
    public async Task GetUpdates_UnlessAskedFor_TellsNothingOfMembersAndReactions()
    {
        var anna = _fake.Telegram.AddPerson("Anna");
        anna.Join(_fake.Shop);
        anna.React(_fake.Shop.AddPost("x"), "👍");
        await _fake.AdvanceAsync(120);
        (await TypesAsync()).Should().Equal("my_chat_member", "channel_post");

        await _fake.CallAsync("getUpdates", """{"allowed_updates":["chat_member"]}""");
        anna.Leave(_fake.Shop);
        anna.Write(_fake.Bot, "Hello");
        (await TypesAsync()).Should().Equal("my_chat_member", "channel_post", "chat_member");

        await _fake.CallAsync("getUpdates", """{"allowed_updates":[]}""");
        anna.Join(_fake.Shop);
        anna.Write(_fake.Bot, "Hello");
        (await TypesAsync()).Should().Equal("my_chat_member", "channel_post", "chat_member", "message");
    }

    [Fact]
    public async Task GetUpdates_WithAnOffset_ForgetsWhatIsBefore()
    {
        for (var i = 0; i < 5; i++)
        {
            _fake.Shop.AddPost($"{i}");
        }

        var first = await _fake.Client.GetUpdates(limit: 3);
        first.Should().HaveCount(3);
        (await _fake.Client.GetUpdates(limit: 3)).Select(update => update.Id).Should().Equal(first.Select(update => update.Id), "nothing is confirmed yet");
        (await _fake.Client.GetUpdates(first[^1].Id + 1)).Should().HaveCount(3);
        (await _fake.Client.GetUpdates(-1)).Should().ContainSingle().Which.ChannelPost!.Text.Should().Be("4");
        (await _fake.Client.GetUpdates()).Should().ContainSingle("a negative offset forgets the rest");
    }

    [Fact]
    public async Task GetUpdates_WithATimeout_WaitsInVirtualTime()
    {
        await DropAsync();
        var empty = _fake.Client.GetUpdates(timeout: 50);
        await _fake.AdvanceAsync(49);
        empty.IsCompleted.Should().BeFalse();
        await _fake.AdvanceAsync(1);
        (await empty).Should().BeEmpty();

        var woken = _fake.Client.GetUpdates(timeout: 50);
        _fake.Shop.AddPost("Now");
        (await woken).Should().ContainSingle().Which.Type.Should().Be(UpdateType.ChannelPost);
    }

    [Fact]
    public async Task GetUpdates_ByASecondPoller_EndsTheFirst()
    {
        await DropAsync();
        var first = _fake.CallAsync("getUpdates", """{"timeout":50}""");
        var second = _fake.CallAsync("getUpdates", """{"timeout":1}""");

        (await first).Should().Be("""{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"}""");
        await _fake.AdvanceAsync(1);
        (await second).Should().Be("""{"ok":true,"result":[]}""");
    }

    [Fact]
    public async Task GetUpdates_WhileAWebhookIsSet_IsAConflict()
    {
        (await _fake.CallAsync("setWebhook", """{"url":"https://shop.example/hook","allowed_updates":["chat_member"]}""")).Should().Be("""{"ok":true,"result":true,"description":"Webhook was set"}""");
        (await _fake.CallAsync("getUpdates")).Should().Contain("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        (await _fake.CallAsync("getWebhookInfo")).Should().Be("""{"ok":true,"result":{"url":"https://shop.example/hook","has_custom_certificate":false,"pending_update_count":1,"max_connections":40,"allowed_updates":["chat_member"]}}""");
        (await _fake.CallAsync("deleteWebhook")).Should().Contain("Webhook was deleted");
        (await _fake.CallAsync("getUpdates")).Should().Contain("\"ok\":true");
    }

    [Fact]
    public async Task Updates_OlderThanADay_AreGone()
    {
        _fake.Shop.AddPost("Old");
        await _fake.AdvanceAsync(86_399);
        _fake.Shop.AddPost("New");
        await _fake.AdvanceAsync(1);

        (await _fake.Client.GetUpdates()).Should().ContainSingle().Which.ChannelPost!.Text.Should().Be("New");
    }

    private Task<string> AllowAllAsync() => _fake.CallAsync("getUpdates", """
        {"allowed_updates":["message","channel_post","edited_channel_post","callback_query","my_chat_member","chat_member","chat_join_request","message_reaction_count"]}
        """);

    private Task<string> DropAsync() => _fake.CallAsync("deleteWebhook", """{"drop_pending_updates":true}""");

    private async Task<string[]> TypesAsync() =>
        [.. JsonNode.Parse(await _fake.CallAsync("getUpdates"))!["result"]!.AsArray().Select(update => update!.AsObject().Last().Key)];
}
