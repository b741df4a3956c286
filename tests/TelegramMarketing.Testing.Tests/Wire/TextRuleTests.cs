using System.Text.Json;

namespace TelegramMarketing.Testing.Tests.Wire;

public class TextRuleTests
{
    private readonly FakeTelegram _fake = new(options => options.EnforceLimits = false);

    public static TheoryData<string, string> Refused => new()
    {
        { "", "message text is empty" },
        { "   ", "text must be non-empty" },
        { "<b></b>", "text must be non-empty" },
        { new string('x', 4097), "message is too long" },
        { new string('x', 32769), "text is too long" },
        { "<b>x", "can't parse entities: Can't find end tag corresponding to start tag \"b\"" },
        { "x</b>", "can't parse entities: Unexpected end tag at byte offset 1" },
        { "<b>ü</i>", "can't parse entities: Unmatched end tag at byte offset 5, expected \"</b>\", found \"</i>\"" },
        { "<font>x</font>", "can't parse entities: Unsupported start tag \"font\" at byte offset 0" },
        { "x <b", "can't parse entities: Unclosed start tag at byte offset 2" },
        { "<b>x</b", "can't parse entities: Unclosed end tag at byte offset 4" },
        { "1 < 2", "can't parse entities: Unsupported start tag \"\" at byte offset 2" },
        { "<span>x</span>", "can't parse entities: Tag \"span\" must have class \"tg-spoiler\" at byte offset 0" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task SendMessage_AgainstARuleOfTexts_IsRefusedInTelegramsWords(string text, string description) =>
        (await SendAsync(text)).Should().Be($"Bad Request: {description}");

    [Fact]
    public async Task SendMessage_OfEmoji_IsCountedInCodePoints()
    {
        (await SendAsync(string.Concat(Enumerable.Repeat("👍", 4096)))).Should().BeNull();
        (await SendAsync(string.Concat(Enumerable.Repeat("👍", 4097)))).Should().Be("Bad Request: message is too long");
    }

    [Fact]
    public async Task SendMessage_WithMarkupAroundTheLimit_CountsWhatIsLeftAfterParsing() =>
        (await SendAsync($"<b>{new string('x', 4096)}</b>")).Should().BeNull();

    [Fact]
    public async Task SendMessage_WithNestedMarkup_GivesTelegramsEntities()
    {
        await SendAsync("  <b>a<i>b</i></b> <tg-spoiler>👍c</tg-spoiler> <pre><code class=\"language-cs\">x</code></pre> <a href=\"shop.example\">d</a> &lt;&#33;&nbsp; ");

        var post = _fake.Shop.Posts[0];
        post.Text.Should().Be("ab 👍c x d <!&nbsp;");
        post.Entities.Should().Equal(
            new TelegramEntity("bold", 0, 2),
            new TelegramEntity("italic", 1, 1),
            new TelegramEntity("spoiler", 3, 3),
            new TelegramEntity("pre", 7, 1, "cs"),
            new TelegramEntity("text_link", 9, 1, "http://shop.example/"));
    }

    [Theory]
    [InlineData("""[[{"text":"x","callback_data":"12345678901234567890123456789012345678901234567890123456789012345"}]]""", "BUTTON_DATA_INVALID")]
    [InlineData("""[[{"text":"x"}]]""", "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("""[[{"text":"x","url":"nonsense"}]]""", "inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL")]
    [InlineData("""[[{"text":"x","web_app":{"url":"https://a.example"}}]]""", "BUTTON_TYPE_INVALID")]
    [InlineData("""[[{"text":"x","switch_inline_query":"q"}]]""", "can't use switch_inline_query button in a channel chat, because users will not be able to use the button without knowing bot's username")]
    [InlineData("""[[{"text":"x","url":"https://a.example","style":"pink"}]]""", "can't parse inline keyboard button: invalid button style specified")]
    public async Task SendMessage_WithAWrongButton_IsRefusedInTelegramsWords(string rows, string description) =>
        (await CallAsync("sendMessage", new { chat_id = "@myshop", text = "x", reply_markup = new { inline_keyboard = JsonDocument.Parse(rows).RootElement } }))
            .Should().Be($"Bad Request: {description}");

    [Fact]
    public async Task SendMessage_WithTooManyButtons_KeepsWhatFitsAndSaysNothing()
    {
        var row = Enumerable.Range(0, 13).Select(i => new { text = $"{i}", callback_data = "x" });
        await CallAsync("sendMessage", new { chat_id = "@myshop", text = "x", reply_markup = new { inline_keyboard = Enumerable.Repeat(row, 30) } });

        var rows = _fake.Shop.Posts[0].Buttons;
        rows.Should().AllSatisfy(kept => kept.Should().HaveCount(12));
        rows.Sum(kept => kept.Count).Should().Be(300);
    }

    [Fact]
    public async Task SendMessage_WithAnotherKeyboardInAChannel_IsRefused() =>
        (await CallAsync("sendMessage", new { chat_id = "@myshop", text = "x", reply_markup = new { keyboard = new[] { new[] { "x" } } } }))
            .Should().Be("Bad Request: inline keyboard expected");

    [Theory]
    [InlineData("""[]""", "there are no messages to send")]
    [InlineData("""[{"type":"animation","media":"https://a.example/1"}]""", "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup")]
    [InlineData("""[{"type":"photo","media":"https://a.example/1"},{"type":"document","media":"https://a.example/1"}]""", "document can't be mixed with other media types")]
    [InlineData("""[{"type":"photo","media":"nonsense!"}]""", "wrong remote file identifier specified: Wrong character in the string")]
    public async Task SendMediaGroup_AgainstARule_IsRefusedInTelegramsWords(string media, string description) =>
        (await CallAsync("sendMediaGroup", new { chat_id = "@myshop", media = JsonDocument.Parse(media).RootElement })).Should().Be($"Bad Request: {description}");

    [Fact]
    public async Task SendPhoto_WithALongCaption_IsRefused() =>
        (await CallAsync("sendPhoto", new { chat_id = "@myshop", photo = "https://a.example/1.jpg", caption = new string('x', 1025) }))
            .Should().Be("Bad Request: message caption is too long");

    private Task<string?> SendAsync(string text) => CallAsync("sendMessage", new { chat_id = "@myshop", text, parse_mode = "HTML" });

    private async Task<string?> CallAsync(string method, object body)
    {
        using var answer = JsonDocument.Parse(await _fake.CallAsync(method, JsonSerializer.Serialize(body)));
        return answer.RootElement.TryGetProperty("description", out var description) ? description.GetString() : null;
    }
}
