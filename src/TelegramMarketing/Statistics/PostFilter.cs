namespace TelegramMarketing;

/// <summary>Which posts of a channel are wanted. What is not set is not asked for; what is set must all hold.</summary>
public sealed record PostFilter
{
    /// <summary>Posts of one of these kinds. A post of unknown kind is of none.</summary>
    /// <value>Empty for every kind, also the unknown.</value>
    public IReadOnlyList<PostKind> Kinds { get; init; } = [];

    /// <summary>Posts with one of these labels, whatever the case.</summary>
    /// <value>Empty for every post.</value>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Posts signed by one of these authors, whatever the case.</summary>
    /// <value>Empty for every post, also unsigned ones.</value>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Whether a post is wanted.</summary>
    public bool Accepts(PostStatistics post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return (Kinds.Count == 0 || (post.Kind is { } kind && Kinds.Contains(kind)))
            && (Tags.Count == 0 || post.Tags.Any(tag => Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)))
            && (Authors.Count == 0 || (post.Signature is { } author && Authors.Contains(author, StringComparer.OrdinalIgnoreCase)));
    }
}
