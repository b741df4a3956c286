namespace TelegramMarketing;

/// <summary>Tells the kind of a post by its text: the post has one of these hashtags, or one of these words.</summary>
public sealed class KindRule
{
    /// <summary>The name of the kind, such as <c>Promotion</c>.</summary>
    /// <value>Required: 1 to 64 characters.</value>
    public string Kind { get; set; } = "";

    /// <summary>Hashtags, with # or without, whatever the case.</summary>
    public IList<string> Hashtags { get; } = [];

    /// <summary>Words or phrases, whole ones, whatever the case.</summary>
    public IList<string> Words { get; } = [];

    /// <summary>A rule by hashtags.</summary>
    public static KindRule ForHashtags(PostKind kind, params IEnumerable<string> hashtags)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(hashtags);
        var rule = new KindRule { Kind = kind.Name };
        foreach (var hashtag in hashtags)
        {
            rule.Hashtags.Add(hashtag);
        }

        return rule;
    }

    /// <summary>A rule by words or phrases.</summary>
    public static KindRule ForWords(PostKind kind, params IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(words);
        var rule = new KindRule { Kind = kind.Name };
        foreach (var word in words)
        {
            rule.Words.Add(word);
        }

        return rule;
    }
}
