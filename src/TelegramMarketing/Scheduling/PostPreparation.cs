using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Publishing;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <summary>Checks what is to be scheduled, and makes of it what is recorded. It records nothing itself.</summary>
internal sealed class PostPreparation(BotContext context, BotSender sender, IChannelPublisher publisher)
{
    public BotContext Context => context;

    /// <summary>Checks everything, the files included, and gives what is to be recorded.</summary>
    /// <remarks>Whether the time is still ahead is for the caller to see, who knows what is recorded already.</remarks>
    /// <exception cref="ArgumentException">A key that is none.</exception>
    /// <exception cref="TelegramMarketingException">The post breaks rules.</exception>
    public async Task<PreparedPost> PrepareAsync(
        ChannelAddress channel, Post post, DateTimeOffset at, QuietHours? quietHours, string? idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(post);
        IdempotencyKey.Check(idempotencyKey);
        var plan = await PlanAsync(post, cancellationToken).ConfigureAwait(false);
        return await PrepareAsync(channel, post, plan, at, quietHours, idempotencyKey, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is to be recorded of a post that is planned and checked.</summary>
    public async Task<PreparedPost> PrepareAsync(
        ChannelAddress channel, Post post, PostPlan plan, DateTimeOffset at, QuietHours? quietHours, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var chatKey = await ChatKeyOfAsync(channel, cancellationToken).ConfigureAwait(false);
        var now = context.Clock.UtcNow;
        var entry = new PublicationEntry(context.Chance.NextId(now), channel, post, idempotencyKey, now)
        {
            Parts = quietHours is null ? plan.Messages : Within(quietHours, plan.Messages),
            DueAt = quietHours is { Policy: QuietHoursPolicy.Move } ? quietHours.EndOf(at) : at,
        };
        if (idempotencyKey is not null)
        {
            entry.Fingerprint = await Fingerprint.OfAsync(entry.Parts).ConfigureAwait(false);
        }

        return new PreparedPost(entry, chatKey);
    }

    /// <summary>The ledger's name of a chat.</summary>
    public async ValueTask<string> ChatKeyOfAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        (await sender.GetChatAsync(ChatTarget.For(channel), cancellationToken).ConfigureAwait(false)).Key;

    /// <exception cref="TelegramMarketingException">The post breaks rules.</exception>
    public async Task<PostPlan> PlanAsync(Post post, CancellationToken cancellationToken)
    {
        var plan = await publisher.PlanAsync(post, cancellationToken).ConfigureAwait(false);
        plan.ThrowIfNotSendable();
        return plan;
    }

    /// <exception cref="ArgumentOutOfRangeException">The time is past.</exception>
    public void EnsureFuture(DateTimeOffset at, string parameter)
    {
        var now = context.Clock.UtcNow;
        if (at <= now)
        {
            throw new ArgumentOutOfRangeException(parameter, at, $"The time is past (it is now {now:u}). Publish at once with IChannelPublisher, or give a time in the future.");
        }
    }

    /// <summary>The messages of a post that makes no sound in these hours, also when it goes out later than planned.</summary>
    public static IReadOnlyList<PlannedMessage> Within(QuietHours quietHours, IReadOnlyList<PlannedMessage> parts) => [.. parts.Select(part => part with { QuietHours = quietHours })];
}
