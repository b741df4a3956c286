namespace TelegramMarketing;

/// <summary>What a verdict says.</summary>
public enum VerdictOutcome
{
    /// <summary>One kind earns more views than every other.</summary>
    Winner,

    /// <summary>One kind earns more views than another one; which is the best of all is not known yet.</summary>
    Difference,

    /// <summary>Not enough posts yet: the verdict says of which kind more are needed.</summary>
    NotEnough,

    /// <summary>Fewer than two kinds of post can be compared.</summary>
    NothingToCompare,
}
