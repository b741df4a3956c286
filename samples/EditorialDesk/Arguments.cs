using System.Globalization;

namespace EditorialDesk;

/// <summary>How the program was called.</summary>
internal sealed record Arguments(string? Out = null, string? Language = null, int? Seed = null, bool WithPictures = false)
{
    public const string Usage = """
        Usage: dotnet run --project samples/EditorialDesk [-- [--out FOLDER] [--lang en|it|es|ru|ar] [--seed NUMBER] [--png]]
          --out FOLDER   where the report goes as report.html (editorial-desk)
          --lang LANG    the language of the report (en)
          --seed NUMBER  other seeds are other quarters of the same shop (1)
          --png          the pictures as files too, light and dark
        """;

    private static readonly string[] _languages = ["en", "it", "es", "ru", "ar"];

    public string Folder => Path.GetFullPath(Out ?? "editorial-desk");

    /// <summary>English where none was asked for.</summary>
    public CultureInfo? Culture => Language is null or "en" ? null : new CultureInfo(Language);

    /// <returns><see langword="null"/> where they make no sense.</returns>
    public static Arguments? Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new(),
        ["--out", { Length: > 0 } folder, .. var others] when !folder.StartsWith('-') && Parse(others) is { Out: null } rest => rest with { Out = folder },
        ["--lang", var language, .. var others] when _languages.Contains(language) && Parse(others) is { Language: null } rest => rest with { Language = language },
        ["--seed", var seed, .. var others] when int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Parse(others) is { Seed: null } rest => rest with { Seed = number },
        ["--png", .. var others] when Parse(others) is { WithPictures: false } rest => rest with { WithPictures = true },
        _ => null,
    };
}
