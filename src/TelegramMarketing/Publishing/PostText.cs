namespace TelegramMarketing;

/// <summary>Stub of the shape; replaced by the real one.</summary>
public sealed class PostText
{
    private PostText(string markup) => Markup = markup;

    /// <summary>Telegram HTML.</summary>
    public string Markup { get; }

    /// <summary>Length in code points, after parsing and trimming.</summary>
    public int Length => Markup.Length;

    /// <summary>Without the markup.</summary>
    public string PlainText => Markup;

    /// <summary>Escapes all.</summary>
    public static PostText Plain(string text) => new(text);

    /// <summary>Vouched markup.</summary>
    public static PostText TrustedHtml(string markup) => new(markup);
}
