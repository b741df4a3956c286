using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tests.Diagnostics;

/// <summary>Telemetry costs nothing while nobody listens. Not beside a test that listens to every bot.</summary>
[Collection("Listens to every bot")]
public class AllocationTests
{
    [Fact]
    public void AllOfASend_WhileNobodyListens_AllocatesNothing()
    {
        using var telemetry = new BotTelemetry("", new Clock(TimeProvider.System), meters: null);
        var channel = ChannelAddress.Parse("@myshop");
        var message = new PlannedMessage { Text = PostText.Plain("x") };
        var failure = new CallFailure(SendOutcome.Rejected, TelegramMarketingError.Other, "no");
        var entry = new PublicationEntry(Guid.Empty, channel, new Post { Text = message.Text }, null, DateTimeOffset.UnixEpoch);
        Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Run();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Run()
        {
            telemetry.Entered(entry);
            using var publish = telemetry.StartPublish(channel, entry.Kind);
            publish.Planned(1);
            telemetry.PaceWaited(0, SendPriority.Post);
            using (var send = telemetry.BeginSend(ChatTarget.For(channel), message, 0))
            {
                send.Answered(failure);
            }

            telemetry.Throttled("sendMessage");
            entry.MoveTo(PublicationState.Published, TelegramMarketingError.Other, null);
            telemetry.Rested(entry);
            publish.Concluded(entry);
            entry.MoveTo(PublicationState.Scheduled, TelegramMarketingError.Other, null);
        }
    }
}
