namespace TelegramMarketing.Statistics;

/// <summary>A kind of post in one language, in the forms that sentences need.</summary>
/// <param name="Name">One such post, as a heading: Promotion.</param>
/// <param name="Subject">Such posts as the beginning of a sentence: Promotions.</param>
/// <param name="Compared">Such posts after the words that compare: (the views) of promotions.</param>
/// <param name="More">So many more of them: 9 more promotions.</param>
internal sealed record KindWords(string Name, string Subject, string Compared, Func<long, string> More);
