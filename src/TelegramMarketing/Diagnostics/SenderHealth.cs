using System.Globalization;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Diagnostics;

/// <summary>Whether what is scheduled in a durable store is looked for, by this process or another one.</summary>
internal sealed class SenderHealth(BotContext context, DueWatch due, bool isInMemory)
{
    /// <summary>It looks every second; a store that is slow or busy for a while is no alarm yet.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    public void Examine(HealthFindings findings)
    {
        if (isInMemory)
        {
            // Nobody else could be, and it wakes when something is due.
            findings.Tell("sender", "this process");
            return;
        }

        var running = due.RunningSince;
        findings.Tell("sender", running is null ? "not started" : due.IsSender ? "this process" : "another process");
        if (running is null)
        {
            findings.Impair("What is scheduled is not looked for, since the host has not been started, or was stopped.");
            return;
        }

        var looked = due.LookedAt ?? running.Value;
        if (context.Clock.UtcNow - looked > _patience)
        {
            findings.Fail(string.Create(CultureInfo.InvariantCulture, $"What is due has not been looked for since {looked:u}. The log says why the store does not answer; if it says nothing, restart the process."));
        }
    }
}
