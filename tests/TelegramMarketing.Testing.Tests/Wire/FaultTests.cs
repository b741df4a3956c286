using System.Net;

namespace TelegramMarketing.Testing.Tests.Wire;

public class FaultTests
{
    private const string Hello = """{"chat_id":"@myshop","text":"Hello"}""";
    private readonly FakeTelegram _fake = new();

    [Fact]
    public async Task Refuse_IsPutThroughTelegramsRules()
    {
        (await FailAsync(TelegramFault.Refuse(400, "CHAT_WRITE_FORBIDDEN"))).Should().Be("""{"ok":false,"error_code":400,"description":"Bad Request: CHAT_WRITE_FORBIDDEN"}""");
        (await FailAsync(TelegramFault.Refuse(403, "USER_IS_BLOCKED"))).Should().Be("""{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""");
        (await FailAsync(TelegramFault.Refuse(403, "CHAT_ADMIN_REQUIRED"))).Should().Be("""{"ok":false,"error_code":400,"description":"Bad Request: CHAT_ADMIN_REQUIRED"}""");
        (await FailAsync(TelegramFault.Refuse(502, "Bad Gateway"))).Should().Be("""{"ok":false,"error_code":400,"description":"Bad Request: Bad Gateway"}""");
        (await FailAsync(TelegramFault.Refuse(400, "WEBPAGE_CURL_FAILED"))).Should().Be("""{"ok":false,"error_code":400,"description":"Bad Request: failed to get HTTP URL content"}""");
        (await FailAsync(TelegramFault.Refuse(500, "restart"))).Should().Be("""{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}""");
        _fake.Shop.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task TooManyRequests_TellsTheTimeTwice()
    {
        _fake.Telegram.FailNext(TelegramFault.TooManyRequests(37));

        using var response = await PostAsync();

        ((int)response.StatusCode).Should().Be(429);
        response.Headers.GetValues("Retry-After").Should().Equal("37");
        (await response.Content.ReadAsStringAsync()).Should().Be("""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 37","parameters":{"retry_after":37}}""");
    }

    [Fact]
    public async Task LoseAnswer_ThePostIsThereAllTheSame()
    {
        _fake.Telegram.FailNext(TelegramFault.LoseAnswer());

        var lost = await FluentActions.Awaiting(PostAsync).Should().ThrowAsync<HttpRequestException>();

        lost.Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        _fake.Shop.Posts.Should().ContainSingle();
        _fake.Telegram.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Unsent_LeavesNoTrace()
    {
        _fake.Telegram.FailNext(TelegramFault.RefuseConnection());
        (await FluentActions.Awaiting(PostAsync).Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError.Should().Be(HttpRequestError.ConnectionError);
        _fake.Telegram.FailNext(TelegramFault.NameNotResolved() with { Channel = _fake.Shop });
        (await FluentActions.Awaiting(PostAsync).Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError.Should().Be(HttpRequestError.NameResolutionError);

        _fake.Telegram.Requests.Should().BeEmpty();
        _fake.Shop.Posts.Should().BeEmpty();
    }

    [Fact]
    public async Task BadGatewayAndTruncation_AreNoJson()
    {
        _fake.Telegram.FailNext(TelegramFault.BadGateway());
        using (var response = await PostAsync())
        {
            response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
            (await response.Content.ReadAsStringAsync()).Should().StartWith("<html>");
        }

        _fake.Shop.Posts.Should().BeEmpty();
        (await FailAsync(TelegramFault.BadGateway(processed: true))).Should().StartWith("<html>");
        _fake.Shop.Posts.Should().HaveCount(1);
        (await FailAsync(TelegramFault.TruncateAnswer())).Should().StartWith("{\"ok\":true").And.NotEndWith("}");
        _fake.Shop.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task HalfAnAlbum_IsHalfThere()
    {
        _fake.Telegram.FailNext(TelegramFault.HalfAnAlbum());
        const string Album = """{"chat_id":"@myshop","media":[{"type":"photo","media":"https://a.example/1.jpg"},{"type":"photo","media":"https://a.example/2.jpg"},{"type":"photo","media":"https://a.example/3.jpg"}]}""";

        var answer = await _fake.CallAsync("sendMediaGroup", Album);

        answer.Should().Contain("\"error_code\":400").And.Contain("group send failed");
        _fake.Shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Hang_HoldsTheRequestBackAndLetsTimePass()
    {
        _fake.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(8)));

        var request = PostAsync();
        await _fake.AdvanceAsync(7);
        request.IsCompleted.Should().BeFalse();
        _fake.Shop.Posts.Should().BeEmpty();
        await _fake.AdvanceAsync(1);

        (await request).StatusCode.Should().Be(HttpStatusCode.OK);
        _fake.Shop.Posts[0].Date.Should().Be(_fake.Telegram.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Hang_GivenUpByTheClient_IsDeliveredAllTheSame()
    {
        _fake.Telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(60)));
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10), _fake.Telegram.Clock);

        var request = PostAsync(timeout.Token);
        await _fake.AdvanceAsync(10);
        await FluentActions.Awaiting(() => request).Should().ThrowAsync<OperationCanceledException>();
        _fake.Shop.Posts.Should().BeEmpty();
        await _fake.AdvanceAsync(50);

        _fake.Shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task AnswerLate_IsDeliveredAtOnce()
    {
        _fake.Telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(20)));

        var request = PostAsync();
        _fake.Shop.Posts.Should().ContainSingle();
        await _fake.AdvanceAsync(20);

        (await request).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Fault_NarrowedDown_BefallsOnlyWhatFitsAndAsOftenAsItSays()
    {
        var other = _fake.Telegram.AddChannel("other_shop");
        other.AddAdministrator(_fake.Bot);
        _fake.Telegram.Faults.Add(TelegramFault.Refuse(400, "a") with { Method = "sendPhoto" });
        _fake.Telegram.Faults.Add(TelegramFault.Refuse(400, "b") with { Channel = other });
        _fake.Telegram.Faults.Add(TelegramFault.Refuse(400, "c") with { When = request => request.Parameters["text"] == "Hello", Times = 2 });

        (await _fake.CallAsync("sendMessage", Hello)).Should().Contain("Bad Request: c");
        (await _fake.CallAsync("sendMessage", """{"chat_id":"@Other_Shop","text":"x"}""")).Should().Contain("Bad Request: b");
        (await _fake.CallAsync("sendMessage", Hello)).Should().Contain("Bad Request: c");
        (await _fake.CallAsync("sendMessage", Hello)).Should().Contain("\"ok\":true");
        _fake.Telegram.Faults.Count.Should().Be(1);
        _fake.Telegram.Faults.Clear();
        _fake.Telegram.Faults.Count.Should().Be(0);
    }

    private async Task<string> FailAsync(TelegramFault fault)
    {
        _fake.Telegram.FailNext(fault);
        return await _fake.CallAsync("sendMessage", Hello);
    }

    private Task<HttpResponseMessage> PostAsync() => PostAsync(default);

    private Task<HttpResponseMessage> PostAsync(CancellationToken cancellationToken) =>
        _fake.Http.PostAsync($"https://api.telegram.org/bot{_fake.Bot.Token}/SENDmessage", new StringContent(Hello, null, "application/json"), cancellationToken);
}
