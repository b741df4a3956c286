namespace TelegramMarketing;

/// <summary>
/// What becomes of media that Telegram does not allow in one album: photos and videos go together; documents only with
/// documents, audio only with audio, animations never.
/// </summary>
public enum MixedAlbum
{
    /// <summary>The plan reports a violation, and nothing is sent. The default, as such a mix is more often an oversight.</summary>
    Refuse,

    /// <summary>Neighbours that fit together form an album each, in the given order.</summary>
    Split,
}
