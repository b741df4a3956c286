using Microsoft.Extensions.Logging.Testing;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.Tests.Invitations;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Tests.Updates;

public sealed class UpdatePumpTests
{
    private readonly TimerCountingTime _time = new();
    private readonly FakeLogCollector _logs = new();
    private readonly ScriptedGateway _gateway = new();
    private readonly RecordingHandler _handler = new();

    [Fact]
    public async Task RunAsync_Updates_AreHandledThenConfirmed()
    {
        _gateway.Answer(Message(5, chat: 1), Message(6, chat: 2)).Answer(Message(7, chat: 1));

        await RunUntilDrainedAsync(_handler);

        _handler.Told.Should().BeEquivalentTo([5, 6, 7]);
        _gateway.Polls.Select(poll => poll.Offset).Should().Equal(null, 7, 8);
        _handler.Observing.Should().Be(1);
    }

    [Fact]
    public async Task RunAsync_Always_AsksForWhatTelegramSendsOnlyWhenAsked()
    {
        await RunUntilDrainedAsync(_handler);

        var poll = _gateway.Polls.Should().ContainSingle().Subject;
        poll.AllowedUpdates.Should().Contain([UpdateType.ChatMember, UpdateType.MessageReactionCount, UpdateType.MyChatMember, UpdateType.Message, UpdateType.ChatJoinRequest]);
        poll.Timeout.Should().Be(50, "Telegram allows no more");
        _gateway.Timeout.Should().BeGreaterThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task RunAsync_AHandlerThrows_TheOthersAreToldAndThePumpGoesOn()
    {
        _gateway.Answer(Message(5)).Answer(Message(6));

        await RunUntilDrainedAsync(new RecordingHandler((_, _) => throw new InvalidOperationException("boom")), _handler);

        _handler.Told.Should().Equal(5, 6);
        _logs.GetSnapshot().Where(record => record.Id.Id == 5006).Should().HaveCount(2);
        _gateway.Polls.Last().Offset.Should().Be(7);
    }

    [Fact]
    public async Task RunAsync_UpdateThatComesAgain_IsHandledOnce()
    {
        _gateway.Answer(Message(5)).Answer(Message(5), Message(6));

        await RunUntilDrainedAsync(_handler);

        _handler.Told.Should().Equal(5, 6);
    }

    [Fact]
    public async Task RunAsync_OneChatWaits_OtherChatsDoNot()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new RecordingHandler(async (update, _) =>
        {
            if (update.Id == 5)
            {
                await gate.Task;
            }
        });
        _gateway.Answer(Message(5, chat: 1), Message(6, chat: 1), Message(7, chat: 2));

        var running = RunUntilDrainedAsync(slow);
        while (!slow.Told.Contains(7))
        {
            // Told, and written down.
            await Task.Yield();
        }

        _gateway.Polls.Should().ContainSingle("nothing is confirmed before all of it is handled");
        gate.SetResult();
        await running;

        slow.Told.Should().Equal(7, 5, 6);
    }

    [Fact]
    public async Task RunAsync_CancelledWhileHandling_DoesNotConfirm()
    {
        using var source = new CancellationTokenSource();
        var handling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pump = Pump(new RecordingHandler(async (_, cancellationToken) =>
        {
            handling.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        }));
        _gateway.Answer(Message(5));

        var running = pump.RunAsync(source.Token);
        await handling.Task;
        await source.CancelAsync();
        await running;

        _gateway.Polls.Should().ContainSingle();
    }

    [Theory]
    [InlineData(TelegramMarketingError.Conflict, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", 5002, 10)]
    [InlineData(TelegramMarketingError.Conflict, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", 5003, 10)]
    [InlineData(TelegramMarketingError.InvalidToken, "Unauthorized", 5004, 10)]
    [InlineData(TelegramMarketingError.Unreachable, "connection refused", 5005, 1)]
    public async Task RunAsync_PollFails_SaysWhyAndBacksOff(TelegramMarketingError error, string description, int eventId, int seconds)
    {
        _gateway.Fail(error, description).Answer(Message(5));

        var running = RunUntilDrainedAsync(_handler);
        await LoggedAsync(eventId, times: 1);
        await _time.TimerCreated;
        _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        _gateway.Polls.Should().ContainSingle();
        _time.Advance(TimeSpan.FromSeconds(seconds * 0.1) + TimeSpan.FromMilliseconds(1));
        await running;

        _handler.Told.Should().Equal(5);
    }

    [Fact]
    public void Next_FailureAfterFailure_WaitsLongerUpToAMinuteOrAsLongAsAsked()
    {
        var backoff = new PollBackoff(new TelegramMarketing.Time.Chance());
        var conflict = new TelegramMarketing.Delivery.CallFailure(default, TelegramMarketingError.Conflict, "");

        var delays = Enumerable.Range(0, 6).Select(_ => backoff.Next(conflict).TotalSeconds).ToArray();

        delays[0].Should().BeInRange(10, 11);
        delays[1].Should().BeInRange(20, 22);
        delays[2].Should().BeInRange(40, 44);
        delays[3..].Should().AllBeEquivalentTo(60);
        backoff.Next(conflict with { RetryAfter = TimeSpan.FromMinutes(5) }).Should().Be(TimeSpan.FromMinutes(5));
        backoff.Reset();
        backoff.Next(conflict).TotalSeconds.Should().BeInRange(10, 11);
    }

    [Fact]
    public async Task ReceiveAsync_PushedTwice_IsHandledOnce()
    {
        var pump = Pump(_handler);

        await pump.ReceiveAsync(Message(5));
        await pump.ReceiveAsync(Message(5));

        _handler.Told.Should().Equal(5);
        _handler.Observing.Should().Be(1);
        _gateway.Polls.Should().BeEmpty();
    }

    [Fact]
    public async Task ReceiveAsync_Cancelled_CanBePushedAgain()
    {
        var pump = Pump(new RecordingHandler((_, cancellationToken) => Task.FromCanceled(cancellationToken)), _handler);
        await ((Func<Task>)(() => pump.ReceiveAsync(Message(5), new CancellationToken(canceled: true)))).Should().ThrowAsync<OperationCanceledException>();

        await Pump(_handler).ReceiveAsync(Message(5));

        _handler.Told.Should().Equal(5);
    }

    [Fact]
    public void TryAdd_BeyondTheCapacity_ForgetsTheOldest()
    {
        var seen = new SeenUpdates(capacity: 3);
        new[] { 1, 2, 3, 4 }.Should().AllSatisfy(id => seen.TryAdd(id).Should().BeTrue());

        seen.TryAdd(4).Should().BeFalse();
        seen.TryAdd(2).Should().BeFalse();
        seen.TryAdd(1).Should().BeTrue("it was forgotten");
    }

    private static Update Message(int id, long chat = 1) => new() { Id = id, Message = new() { Chat = new() { Id = chat, Type = ChatType.Private }, Text = "secret text" } };

    private UpdatePump Pump(params IUpdateHandler[] handlers) => new(InvitationBench.CreateContext(new(), _time, _logs), _gateway, handlers);

    private async Task RunUntilDrainedAsync(params IUpdateHandler[] handlers)
    {
        using var source = new CancellationTokenSource();
        var running = Pump(handlers).RunAsync(source.Token);
        await _gateway.Drained;
        await source.CancelAsync();
        await running;
        _logs.GetSnapshot().Should().AllSatisfy(record => record.Message.Should().NotContain("secret"));
    }

    private async Task LoggedAsync(int eventId, int times)
    {
        while (_logs.GetSnapshot().Count(record => record.Id.Id == eventId) < times)
        {
            await Task.Yield();
        }
    }
}
