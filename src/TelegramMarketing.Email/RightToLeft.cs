namespace TelegramMarketing.Email;

/// <summary>Which languages are written from right to left; a host without ICU's data (invariant globalization) does not know.</summary>
internal static class RightToLeft
{
    public static bool Is(string language)
    {
        var primary = language.Split('-')[0];
        return !language.Contains("-latn", StringComparison.OrdinalIgnoreCase)
            && primary.Length is 2 or 3
            && ((string[])["ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "arc", "syr", "nqo"]).Contains(primary, StringComparer.OrdinalIgnoreCase);
    }
}
