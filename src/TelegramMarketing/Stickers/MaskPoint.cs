namespace TelegramMarketing;

/// <summary>The part of the face that a mask is placed by.</summary>
public enum MaskPoint
{
    /// <summary>The forehead.</summary>
    Forehead,

    /// <summary>The eyes.</summary>
    Eyes,

    /// <summary>The mouth.</summary>
    Mouth,

    /// <summary>The chin.</summary>
    Chin,
}
