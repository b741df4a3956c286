namespace TelegramMarketing;

/// <summary>
/// What a post is for: the editorial category by which views are compared. <see cref="News"/>, <see cref="Promotion"/> and
/// <see cref="Event"/> are predefined; a company adds its own with <see cref="Of"/>. Equal whatever the case of the name.
/// </summary>
public sealed record PostKind
{
    /// <summary>The longest name of a kind, in UTF-16 units.</summary>
    public const int MaxNameLength = 64;

    private PostKind(string name) => Name = name;

    /// <summary>News of the company.</summary>
    public static PostKind News { get; } = new("News");

    /// <summary>A promotion: an offer, a discount, a launch.</summary>
    public static PostKind Promotion { get; } = new("Promotion");

    /// <summary>An event with a date and a place.</summary>
    public static PostKind Event { get; } = new("Event");

    /// <summary>The name as it is shown in reports.</summary>
    public string Name { get; }

    /// <summary>A kind of one's own, such as <c>PostKind.Of("Recipe")</c>. Leading and trailing space is dropped.</summary>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, longer than <see cref="MaxNameLength"/>, or has control characters.</exception>
    public static PostKind Of(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var trimmed = name.Trim();
        if (trimmed.Length > MaxNameLength)
        {
            throw new ArgumentException($"The name of a post kind has at most {MaxNameLength} characters; this one has {trimmed.Length}. Shorten it.", nameof(name));
        }

        if (trimmed.Any(char.IsControl))
        {
            throw new ArgumentException("The name of a post kind has no control characters. Remove line breaks and tabs.", nameof(name));
        }

        return new PostKind(trimmed);
    }

    /// <summary>Kinds are equal when their names are, whatever the case.</summary>
    public bool Equals(PostKind? other) => other is not null && StringComparer.OrdinalIgnoreCase.Equals(Name, other.Name);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
