using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Tests.World;

public class PeopleTests
{
    private readonly FakeTelegram _fake = new();
    private readonly TelegramPerson _anna;
    private readonly TelegramChannel _vip;

    public PeopleTests()
    {
        _anna = _fake.Telegram.AddPerson("Anna");
        _vip = _fake.Telegram.AddPrivateChannel("VIP");
        _vip.AddAdministrator(_fake.Bot);
    }

    [Fact]
    public async Task Message_ToAPerson_NeedsThatSheStartedTheBot()
    {
        (await WriteAsync()).Should().Contain("Bad Request: chat not found", "the bot has never seen her");
        _anna.Join(_fake.Shop);
        (await WriteAsync()).Should().Contain("Forbidden: bot can't initiate conversation with a user");
        _anna.Start(_fake.Bot);
        (await WriteAsync()).Should().Contain("\"ok\":true");
        _anna.Block(_fake.Bot);
        (await WriteAsync()).Should().Contain("Forbidden: bot was blocked by the user");
        _anna.Start(_fake.Bot, "again");
        (await WriteAsync()).Should().Contain("\"ok\":true");
        _anna.Inbox.Should().HaveCount(2);
    }

    [Fact]
    public async Task Message_ToSomebodyWhoAsksToBeLetIn_IsTakenForFiveMinutes()
    {
        var link = await LinkAsync("""creates_join_request":true""");
        _anna.Join(link).Should().Be(JoinResult.Requested);

        (await WriteAsync()).Should().Contain("\"ok\":true");
        await _fake.AdvanceAsync(300);
        (await WriteAsync()).Should().Contain("Forbidden: bot can't initiate conversation with a user");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("decline")]
    public async Task Message_ToSomebodyWhoseRequestWasDecided_IsRefusedButItsEditIsNot(string decision)
    {
        _anna.Join(await LinkAsync("""creates_join_request":true"""));
        await WriteAsync();

        (await DecideAsync(decision)).Should().Contain("\"ok\":true");

        (await WriteAsync()).Should().Contain("Forbidden: bot can't initiate conversation with a user");
        var edit = $$"""{"chat_id":{{_anna.Id}},"message_id":{{_anna.Inbox[^1].MessageId}},"text":"Thanks"}""";
        (await _fake.CallAsync("editMessageText", edit)).Should().Contain("\"ok\":true");
        _anna.Inbox.Should().ContainSingle().Which.Text.Should().Be("Thanks");
    }

    [Fact]
    public async Task Button_InAPrivateChat_IsToldToTheBotWithItsMessageAndMayBeTakenAway()
    {
        await _fake.CallAsync("getUpdates", """{"allowed_updates":["callback_query"]}""");
        _anna.Start(_fake.Bot);
        var sent = await _fake.CallAsync("sendMessage", $$"""{"chat_id":{{_anna.Id}},"text":"Well?","reply_markup":{"inline_keyboard":[[{"text":"Yes","callback_data":"y"}]]} }""");
        var id = JsonNode.Parse(sent)!["result"]!["message_id"]!.GetValue<int>();

        var press = _anna.Press(_anna.Inbox[^1], "Yes");
        var query = JsonNode.Parse(await _fake.CallAsync("getUpdates"))!["result"]!.AsArray().Select(update => update!["callback_query"]).Single(query => query is not null)!;
        query["data"]!.ToString().Should().Be("y");
        query["message"]!["message_id"]!.GetValue<int>().Should().Be(id);
        query["message"]!["chat"]!["id"]!.GetValue<long>().Should().Be(_anna.Id);
        await _fake.CallAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{query["id"]}}"}""");
        press.IsAnswered.Should().BeTrue();

        (await _fake.CallAsync("editMessageReplyMarkup", $$"""{"chat_id":{{_anna.Id}},"message_id":{{id}}}""")).Should().Contain("\"ok\":true");
        _anna.Inbox[^1].Buttons.Should().BeEmpty();
        FluentActions.Invoking(() => _anna.Press(_anna.Inbox[^1], "Yes")).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Start_WithAPayloadThatTelegramDoesNotPassOn_IsRefused(string payload) =>
        FluentActions.Invoking(() => _anna.Start(_fake.Bot, payload)).Should().Throw<ArgumentException>();

    [Fact]
    public async Task Join_OfAPrivateChannel_NeedsALinkThatWorks()
    {
        _anna.Join(_vip).Should().Be(JoinResult.NeedsLink);
        _anna.Join("https://t.me/+nonsense").Should().Be(JoinResult.LinkDoesNotWork);
        var once = await LinkAsync("""member_limit":1""");
        _anna.Join(once).Should().Be(JoinResult.Joined);
        _anna.Join(once).Should().Be(JoinResult.AlreadyMember);
        var ben = _fake.Telegram.AddPerson("Ben");
        ben.Join(once).Should().Be(JoinResult.LinkDoesNotWork);
        var dated = await LinkAsync($"expire_date\":{_fake.Telegram.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}");
        await _fake.AdvanceAsync(3600);
        ben.Join(dated).Should().Be(JoinResult.LinkDoesNotWork);
        var revoked = await LinkAsync("""name":"x""" + "\"");
        (await _fake.CallAsync("revokeChatInviteLink", $$"""{"chat_id":{{_vip.Id}},"invite_link":"{{revoked}}"}""")).Should().Contain("\"is_revoked\":true");
        ben.Join(revoked).Should().Be(JoinResult.LinkDoesNotWork);
        _vip.Ban(ben);
        ben.Join(await LinkAsync("""member_limit":9""")).Should().Be(JoinResult.Banned);
        _vip.Members.Should().Equal(_anna);
    }

    [Fact]
    public async Task Join_ByALink_IsToldForPrivateChannelsOnly()
    {
        await _fake.CallAsync("getUpdates", """{"allowed_updates":["chat_member"]}""");
        _anna.Join(_vip, await LinkAsync("""name":"mail-7""" + "\"")).Should().Be(JoinResult.Joined);
        _anna.Join(_fake.Shop, _fake.Shop.AddInviteLink("print").Address).Should().Be(JoinResult.Joined);

        var joins = JsonNode.Parse(await _fake.CallAsync("getUpdates"))!["result"]!.AsArray().Select(update => update!["chat_member"]).Where(join => join is not null).ToList();
        joins.Select(join => join!["invite_link"]?["name"]?.ToString()).Should().Equal("mail-7", null);
    }

    [Fact]
    public async Task JoinRequest_DecidedTwiceOrDeclined_IsAnsweredAsByTelegram()
    {
        var link = await LinkAsync("""creates_join_request":true""");
        (await DecideAsync("approve")).Should().Contain("Bad Request: HIDE_REQUESTER_MISSING");
        _anna.Join(link);
        (await DecideAsync("decline")).Should().Contain("\"ok\":true");
        _anna.IsMemberOf(_vip).Should().BeFalse();
        _anna.Join(link);
        (await DecideAsync("approve")).Should().Contain("\"ok\":true");
        _anna.IsMemberOf(_vip).Should().BeTrue();
        (await DecideAsync("approve")).Should().Contain("Bad Request: USER_ALREADY_PARTICIPANT");
    }

    [Fact]
    public async Task JoinRequest_ByAnApprovedLink_IsToldWithTheLinkAndWhoApproved()
    {
        await _fake.CallAsync("getUpdates", """{"allowed_updates":["chat_member","chat_join_request"]}""");
        _anna.Join(await LinkAsync("""creates_join_request":true,"name":"mail-7""" + "\""));
        _vip.JoinRequests.Should().Equal(_anna);
        await DecideAsync("approve");
        _vip.JoinRequests.Should().BeEmpty();

        var updates = JsonNode.Parse(await _fake.CallAsync("getUpdates"))!["result"]!.AsArray();
        var request = updates[^2]!["chat_join_request"]!;
        request["user_chat_id"]!.GetValue<long>().Should().Be(_anna.Id);
        request["invite_link"]!["name"]!.ToString().Should().Be("mail-7");
        var join = updates[^1]!["chat_member"]!;
        join["from"]!["id"]!.GetValue<long>().Should().Be(_fake.Bot.Id);
        join["invite_link"]!["name"]!.ToString().Should().Be("mail-7");
        join["via_join_request"].Should().BeNull("that is said of requests without a link only");
    }

    [Fact]
    public async Task JoinRequest_DecidedByTheOwner_IsNoLongerTheBots()
    {
        var link = await LinkAsync("""creates_join_request":true""");
        _anna.Join(link);
        _vip.DecideJoinRequest(_anna, approve: false);
        _anna.IsMemberOf(_vip).Should().BeFalse();
        (await DecideAsync("approve")).Should().Contain("Bad Request: HIDE_REQUESTER_MISSING");

        _anna.Join(link);
        _vip.DecideJoinRequest(_anna, approve: true);
        _anna.IsMemberOf(_vip).Should().BeTrue();
        _vip.DecideJoinRequest(_fake.Telegram.AddPerson("Ben"), approve: true);
        _vip.Members.Should().Equal([_anna], "who hasn't asked is not let in");
    }

    [Fact]
    public async Task Join_OfAPublicChannelThatAsks_IsToldAsARequestWithoutLink()
    {
        await _fake.CallAsync("getUpdates", """{"allowed_updates":["chat_member","chat_join_request"]}""");
        _fake.Shop.JoinByRequest = true;
        _anna.Join(_fake.Shop).Should().Be(JoinResult.Requested);
        await _fake.CallAsync("approveChatJoinRequest", $$"""{"chat_id":"@myshop","user_id":{{_anna.Id}}}""");

        var updates = JsonNode.Parse(await _fake.CallAsync("getUpdates"))!["result"]!.AsArray();
        updates[^2]!["chat_join_request"]!["invite_link"].Should().BeNull();
        updates[^1]!["chat_member"]!["via_join_request"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task InviteLinks_AgainstARule_AreRefusedInTelegramsWords()
    {
        (await CreateAsync("""creates_join_request":true,"member_limit":5""")).Should().Contain("Bad Request: member limit can't be specified for links requiring administrator approval");
        (await CreateAsync("""expire_date":5""")).Should().Contain("Bad Request: EXPIRE_DATE_INVALID");
        (await CreateAsync($"name\":\"{new string('n', 40)}\"")).Should().Contain($"\"name\":\"{new string('n', 32)}\"");
        var export = JsonNode.Parse(await _fake.CallAsync("exportChatInviteLink", $$"""{"chat_id":{{_vip.Id}}}"""))!["result"]!.ToString();
        await _fake.CallAsync("exportChatInviteLink", $$"""{"chat_id":{{_vip.Id}}}""");
        _anna.Join(export).Should().Be(JoinResult.LinkDoesNotWork, "a new main link revokes the old one");
        _vip.AddAdministrator(_fake.Bot, AdministratorRights.All with { CanInviteUsers = false });
        (await CreateAsync("""member_limit":5""")).Should().Contain("Bad Request: not enough rights to manage chat invite link");
    }

    private Task<string> WriteAsync() => _fake.CallAsync("sendMessage", $$"""{"chat_id":{{_anna.Id}},"text":"Hello"}""");

    private Task<string> DecideAsync(string what) => _fake.CallAsync($"{what}ChatJoinRequest", $$"""{"chat_id":{{_vip.Id}},"user_id":{{_anna.Id}}}""");

    private Task<string> CreateAsync(string rest) => _fake.CallAsync("createChatInviteLink", $"{{\"chat_id\":{_vip.Id},\"{rest}}}");

    private async Task<string> LinkAsync(string rest) => JsonNode.Parse(await CreateAsync(rest))!["result"]!["invite_link"]!.ToString();
}
