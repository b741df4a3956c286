namespace TelegramMarketing;

/// <summary>Which posts a report compares. Views grow with age, so a young post beside an old one would seem to have failed.</summary>
public enum ComparisonBasis
{
    /// <summary>Posts at least seven days old, whose views hardly grow any more. Taken when there is at least one.</summary>
    Mature,

    /// <summary>Posts at least one day old, since none is mature yet. Their ages still differ, so the figures are a first impression.</summary>
    AtLeastOneDay,

    /// <summary>Posts at one age, for which <see cref="ReportOptions.Age"/> was given.</summary>
    EqualAge,

    /// <summary>None: no post is old enough, or no views are known.</summary>
    None,
}
