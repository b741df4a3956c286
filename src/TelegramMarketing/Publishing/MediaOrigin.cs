namespace TelegramMarketing;

/// <summary>Where the bytes of a <see cref="MediaSource"/> come from.</summary>
public enum MediaOrigin
{
    /// <summary>A file of this machine.</summary>
    Path,

    /// <summary>A stream of the host, read once.</summary>
    Stream,

    /// <summary>An address that Telegram itself fetches.</summary>
    Url,

    /// <summary>A file that Telegram already has.</summary>
    FileId,
}
