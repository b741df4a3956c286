using TelegramMarketing.BotApi;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Diagnostics;

/// <summary>Whether a bot that polls gets its updates. A webhook beside a bot that does not poll is the host's own, and all is well.</summary>
internal sealed class UpdateHealth(UpdatePump pump, bool isPolling)
{
    private bool _hadPolled;

    /// <summary>Telegram is about to be asked; its answer is as old as this.</summary>
    public void Asking() => _hadPolled = pump.HasPolled;

    public void Examine(UpdateSettings settings, HealthFindings findings)
    {
        findings.Tell("webhook", settings.IsWebhookSet);
        findings.Tell("polling", isPolling);
        findings.Tell("pending_updates", settings.Pending);
        if (!isPolling)
        {
            return;
        }

        if (settings.IsWebhookSet)
        {
            findings.Impair("A webhook takes the bot's updates, so that polling gets none: joins and opt-outs are missed. Delete the webhook, or push its updates to IUpdateReceiver and do not poll.");
        }
        else if (pump.LatestFailure is TelegramMarketingError.Conflict)
        {
            findings.Impair("Another process takes the bot's updates: joins and opt-outs may be missed. Let one process alone poll.");
        }

        // Before the first poll the default list says nothing of ours.
        if (settings.TellsMembers is { } tells ? !tells : _hadPolled)
        {
            findings.Impair("Something else told Telegram to leave out updates of the kind chat_member: joins are not reported. The next poll that succeeds asks for them again.");
        }
    }
}
