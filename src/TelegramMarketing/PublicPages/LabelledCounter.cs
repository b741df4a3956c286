namespace TelegramMarketing.PublicPages;

/// <summary>A counter with its word: <c>11 110 268 subscribers</c>.</summary>
internal static class LabelledCounter
{
    /// <summary>The count before one of the words, singular or plural; <see langword="null"/> when the text is nothing of the kind.</summary>
    public static Count? Parse(string? text, params ReadOnlySpan<string> words) => Parse(text, mayHaveOneDecimal: false, words);

    /// <inheritdoc cref="Parse(string?, ReadOnlySpan{string})"/>
    public static Count? Parse(string? text, bool mayHaveOneDecimal, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            var at = text?.IndexOf(word, StringComparison.Ordinal) ?? -1;
            if (at > 0)
            {
                return CounterText.Parse(text![..at], mayHaveOneDecimal);
            }
        }

        return null;
    }
}
