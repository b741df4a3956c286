namespace TelegramMarketing.Publishing;

/// <summary>One post to many channels.</summary>
internal static class ManyChannels
{
    public static async Task<IReadOnlyList<ChannelOutcome>> PublishAsync(
        IChannelPublisher publisher, IReadOnlyCollection<ChannelAddress> channels, Post post, string? idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(post);
        IdempotencyKey.Check(idempotencyKey);
        if (channels.Any(static channel => channel is null))
        {
            throw new ArgumentException("One of the channels is null. Name each as @username, as a link or by its id.", nameof(channels));
        }

        // What breaks a rule breaks it in every channel. A stream is read here, once.
        (await publisher.PlanAsync(post, cancellationToken).ConfigureAwait(false)).ThrowIfNotSendable();
        ChannelAddress[] all = [.. channels.Distinct()];
        var outcomes = new List<ChannelOutcome>(all.Length);

        // Files are uploaded with the first that succeeds; the others name Telegram's own copy.
        var uploads = post.Media.Any(static media => media.Source.Origin is MediaOrigin.Path or MediaOrigin.Stream);
        while (uploads && outcomes.Count < all.Length)
        {
            outcomes.Add(await PublishAsync(publisher, all[outcomes.Count], post, idempotencyKey, cancellationToken).ConfigureAwait(false));
            uploads = !outcomes[^1].IsPublished;
        }

        outcomes.AddRange(await Task.WhenAll(all.Skip(outcomes.Count).Select(channel => PublishAsync(publisher, channel, post, idempotencyKey, cancellationToken))).ConfigureAwait(false));
        return outcomes;
    }

    private static async Task<ChannelOutcome> PublishAsync(IChannelPublisher publisher, ChannelAddress channel, Post post, string? idempotencyKey, CancellationToken cancellationToken)
    {
        try
        {
            return new ChannelOutcome { Channel = channel, Publication = await publisher.PublishAsync(channel, post, idempotencyKey, cancellationToken).ConfigureAwait(false) };
        }
        catch (TelegramMarketingException exception)
        {
            return new ChannelOutcome { Channel = channel, Error = exception };
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Not the caller gave up: this one was cancelled in the ledger.
            return new ChannelOutcome { Channel = channel, Error = new TelegramMarketingException(TelegramMarketingError.Other, exception.Message, exception) };
        }
    }
}
