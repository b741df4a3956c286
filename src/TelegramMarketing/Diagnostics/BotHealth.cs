using System.Collections.Concurrent;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Diagnostics;

/// <summary>Examines one bot. It asks Telegram without patience: what is wrong now is what a health check reports.</summary>
internal sealed class BotHealth(BotContext context, IBotGateway gateway, PublicationHealth publications, UpdateHealth updates)
{
    /// <summary>How long an examination may take.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly RecentAnswer<User> _me = new();
    private readonly RecentAnswer<WebhookInfo> _webhook = new();
    private readonly ConcurrentDictionary<ChannelAddress, RecentAnswer<ChatMember>> _members = [];

    public async Task<HealthFindings> ExamineAsync(IReadOnlyList<ChannelAddress> channels, CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        var findings = new HealthFindings();
        await ExamineBotAsync(channels, findings, cancellationToken).ConfigureAwait(false);
        await publications.ExamineAsync(findings, cancellationToken).ConfigureAwait(false);
        return findings;
    }

    private async Task ExamineBotAsync(IReadOnlyList<ChannelAddress> channels, HealthFindings findings, CancellationToken cancellationToken)
    {
        var until = context.Clock.UtcNow + _patience;
        var me = await AskAsync(_me, new GetMeRequest(), until, cancellationToken).ConfigureAwait(false);
        if (!me.Succeeded)
        {
            // Nothing else would be answered either.
            Report(me.Failure, "its own name", findings);
            return;
        }

        findings.Tell("bot", $"@{me.Value!.Username}");
        if (!_webhook.TryGet(context.Clock.UtcNow, out _))
        {
            updates.Asking();
        }

        var webhook = await AskAsync(_webhook, new GetWebhookInfoRequest(), until, cancellationToken).ConfigureAwait(false);
        if (webhook.Succeeded)
        {
            updates.Examine(webhook.Value!, findings);
        }
        else
        {
            Report(webhook.Failure, "its updates", findings);
        }

        foreach (var channel in channels)
        {
            var request = new GetChatMemberRequest { ChatId = MessageContent.ChatIdOf(ChatTarget.For(channel)), UserId = me.Value.Id };
            var member = await AskAsync(_members.GetOrAdd(channel, static _ => new()), request, until, cancellationToken).ConfigureAwait(false);
            if (member.Succeeded)
            {
                ChannelRights.Examine(channel, member.Value!, findings);
            }
            else
            {
                findings.Tell(channel.ToString(), "not known");
                Report(member.Failure, $"its rights in {channel}", findings);
            }
        }
    }

    private async Task<BotAnswer<T>> AskAsync<T>(RecentAnswer<T> recent, IRequest<T> request, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (recent.TryGet(context.Clock.UtcNow, out var answer))
        {
            return answer;
        }

        var left = until - context.Clock.UtcNow;
        if (left <= TimeSpan.Zero)
        {
            return new(new CallFailure(SendOutcome.NotSent, TelegramMarketingError.Unreachable, "The time for the check was over."));
        }

        answer = await gateway.CallAsync(request, left, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        recent.Set(answer, context.Clock.UtcNow);
        return answer;
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
