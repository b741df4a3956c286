namespace TelegramMarketing;

/// <summary>Why a post was not compared.</summary>
public enum LeftOutReason
{
    /// <summary>It was younger than the report's basis asks when its views were read.</summary>
    TooYoung,

    /// <summary>Its views are not known.</summary>
    ViewsUnknown,

    /// <summary>Its age is not known.</summary>
    AgeUnknown,

    /// <summary>It was forwarded: its counter is that of the original.</summary>
    Forwarded,

    /// <summary>It continues another post and is no post of its own.</summary>
    Continuation,

    /// <summary>It is old enough, but was not read near enough to the age at which posts are compared.</summary>
    NoFigureAtAge,
}
