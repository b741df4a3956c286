namespace TelegramMarketing;

/// <summary>What becomes of a text that one message cannot hold (4096 characters; 1024 under media).</summary>
public enum LongText
{
    /// <summary>It is split at a paragraph, sentence or word; a long caption follows its media as a reply. The default.</summary>
    Split,

    /// <summary>The plan reports a violation, and nothing is sent.</summary>
    Refuse,
}
