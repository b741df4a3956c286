using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Diagnostics;

/// <summary>Examines one bot.</summary>
internal sealed class BotHealth(BotContext context, BotProbe probe, PublicationHealth publications, SenderHealth sender, UpdateHealth updates)
{
    /// <summary>How long Telegram's answers are waited for.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    public async Task<HealthFindings> ExamineAsync(IReadOnlyList<ChannelAddress> channels, CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        var findings = new HealthFindings();
        await ExamineBotAsync(channels, findings, cancellationToken).ConfigureAwait(false);
        sender.Examine(findings);
        await publications.ExamineAsync(findings, cancellationToken).ConfigureAwait(false);
        return findings;
    }

    private async Task ExamineBotAsync(IReadOnlyList<ChannelAddress> channels, HealthFindings findings, CancellationToken cancellationToken)
    {
        var until = context.Clock.UtcNow + _patience;
        var bot = await probe.GetIdentityAsync(until, cancellationToken).ConfigureAwait(false);
        if (!bot.Succeeded)
        {
            // Nothing else would be answered either.
            Report(bot.Failure, "its own name", findings);
            return;
        }

        findings.Tell("bot", $"@{bot.Value!.Username}");
        if (probe.WillAskForUpdateSettings)
        {
            updates.Asking();
        }

        var settings = await probe.GetUpdateSettingsAsync(until, cancellationToken).ConfigureAwait(false);
        if (settings.Succeeded)
        {
            updates.Examine(settings.Value!, findings);
        }
        else
        {
            Report(settings.Failure, "its updates", findings);
        }

        foreach (var channel in channels)
        {
            var rights = await probe.GetRightsAsync(bot.Value, channel, until, cancellationToken).ConfigureAwait(false);
            findings.Tell(channel.ToString(), rights.Succeeded ? rights.Value!.ToString() : "not known");
            if (!rights.Succeeded)
            {
                Report(rights.Failure, $"its rights in {channel}", findings);
            }
            else if (!rights.Value!.IsAdministrator)
            {
                findings.Fail($"The bot is no administrator of {channel}. Make it one, with the right to post messages.");
            }
            else if (!rights.Value.CanPost)
            {
                findings.Fail($"The bot lacks the right to post messages in {channel}. Give it that right among the administrators.");
            }
        }
    }

    private static void Report(CallFailure failure, string asked, HealthFindings findings)
    {
        switch (failure.Error)
        {
            case TelegramMarketingError.InvalidToken:
                findings.Fail("Telegram refuses the token: it is wrong or was revoked. Set the one that @BotFather shows now.");
                break;
            case TelegramMarketingError.Unreachable or TelegramMarketingError.OutcomeUnknown:
                findings.Fail($"Telegram gave no answer when the bot asked for {asked}.");
                break;
            case TelegramMarketingError.TooManyRequests:
                findings.Impair($"Telegram asked to wait when the bot asked for {asked}.");
                break;
            default:
                findings.Fail($"Telegram did not tell the bot {asked}: {failure.Description}");
                break;
        }
    }
}
