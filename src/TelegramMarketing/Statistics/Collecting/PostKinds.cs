using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>Tells the kind of a post: what the ledger knows, else what a rule says, else what the host says, else nothing.</summary>
internal sealed class PostKinds(IPublishedPosts published, IEnumerable<KindRule> rules, IPostClassifier? classifier, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly (PostKind Kind, Regex Pattern)[] _rules = [.. rules.Select(rule => (PostKind.Of(rule.Kind), PatternOf(rule)))];

    /// <summary>The post with its kind, its tags and what it continues.</summary>
    public async ValueTask<PostStatistics> TellAsync(PostStatistics post, CancellationToken cancellationToken)
    {
        var told = await AskLedgerAsync(post, cancellationToken).ConfigureAwait(false);
        if (told.KindSource != KindSource.Unknown)
        {
            return told;
        }

        if (post.Text is { } text && Array.Find(_rules, rule => rule.Pattern.IsMatch(text)).Kind is { } kind)
        {
            return post with { Kind = kind, KindSource = KindSource.Rule };
        }

        return await AskHostAsync(post, cancellationToken).ConfigureAwait(false) is { } hosts ? post with { Kind = hosts, KindSource = KindSource.Classifier } : post;
    }

    /// <summary>The post with what the ledger knows of it.</summary>
    public async ValueTask<PostStatistics> AskLedgerAsync(PostStatistics post, CancellationToken cancellationToken)
    {
        var firstMessage = post.IsAlbum ? post.AlbumMessageIds[0] : post.Post.MessageId;
        var publication = await published.FindAsync(post.Post.Channel, post.ChannelId, firstMessage, cancellationToken).ConfigureAwait(false);
        return publication is null ? post : post with
        {
            Kind = publication.Kind,
            KindSource = KindSource.Ledger,
            Tags = publication.Tags,
            ContinuationOf = publication.FirstMessageId == firstMessage ? null : new PostReference(post.Post.Channel, publication.FirstMessageId),
        };
    }

    private async ValueTask<PostKind?> AskHostAsync(PostStatistics post, CancellationToken cancellationToken)
    {
        if (classifier is null)
        {
            return null;
        }

        try
        {
            return await classifier.ClassifyAsync(post, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the host's code throws, the post is collected without a kind.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            CollectorLog.ClassifierFailed(logger, exception, post.Post);
            return null;
        }
    }

    // A word ends where a letter, a digit or an underscore does not follow, in any script.
    private static Regex PatternOf(KindRule rule)
    {
        var hashtags = rule.Hashtags.Select(hashtag => "(?<![\\w#])#" + Regex.Escape(hashtag.TrimStart('#')));
        var words = rule.Words.Select(word => "(?<![\\w#])" + Regex.Escape(word.Trim()).Replace("\\ ", "\\s+", StringComparison.Ordinal));
        return new Regex($"(?:{string.Join('|', hashtags.Concat(words))})(?!\\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
    }
}
