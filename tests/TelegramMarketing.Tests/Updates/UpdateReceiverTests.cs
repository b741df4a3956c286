using System.Text;
using Telegram.Bot.Types;
using TelegramMarketing.BotApi;

namespace TelegramMarketing.Tests.Updates;

public sealed class UpdateReceiverTests
{
    private const string Start = """{"update_id":12,"message":{"message_id":3,"date":1700000000,"chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"Ann"},"text":"/start inv_x"}}""";

    private readonly Receiver _receiver = new();

    [Fact]
    public async Task ReceiveAsync_JsonOfAWebhook_IsAnUpdate()
    {
        await _receiver.ReceiveAsync(Start);
        await _receiver.ReceiveAsync(new MemoryStream(Encoding.UTF8.GetBytes(Start)));

        _receiver.Received.Should().HaveCount(2).And.AllSatisfy(update => update.Message!.Text.Should().Be("/start inv_x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"ok":true,"result":[]}""")]
    [InlineData("""{"update_id":"private words"}""")]
    [InlineData("""{"update_id":12,"message":{"text":"private words" """)]
    public async Task ReceiveAsync_SomethingElse_SaysWhatIsAcceptedAndQuotesNothing(string json)
    {
        var acts = new Func<Task>[] { () => _receiver.ReceiveAsync(json), () => _receiver.ReceiveAsync(new MemoryStream(Encoding.UTF8.GetBytes(json))) };

        foreach (var act in acts)
        {
            (await act.Should().ThrowAsync<FormatException>()).WithMessage("*update_id*").Which.ToString().Should().NotContain("private words");
        }
    }

    private sealed class Receiver : IUpdateReceiver
    {
        public List<Update> Received { get; } = [];

        public Task ReceiveAsync(Update update, CancellationToken cancellationToken = default)
        {
            Received.Add(update);
            return Task.CompletedTask;
        }
    }
}
