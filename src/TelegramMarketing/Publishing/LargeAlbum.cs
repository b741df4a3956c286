namespace TelegramMarketing;

/// <summary>What becomes of more media than one album can hold (10).</summary>
public enum LargeAlbum
{
    /// <summary>They go out as several albums of even size. The default.</summary>
    Split,

    /// <summary>The plan reports a violation, and nothing is sent.</summary>
    Refuse,
}
