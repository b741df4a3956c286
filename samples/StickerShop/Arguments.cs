namespace StickerShop;

/// <summary>How the program was called.</summary>
/// <param name="Folder">Where the pictures go.</param>
internal sealed record Arguments(string Folder)
{
    public const string Usage = """
        Usage: dotnet run --project samples/StickerShop [-- --out FOLDER]
          --out FOLDER   where the pictures and the contact sheet go (sticker-shop)
        """;

    /// <summary>The pictures of the series.</summary>
    public string Pictures => Path.Combine(Folder, "pictures");

    /// <summary>All of them on one picture.</summary>
    public string ContactSheet => Path.Combine(Folder, "contact-sheet.png");

    /// <returns><see langword="null"/> where they make no sense.</returns>
    public static Arguments? Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new(Path.GetFullPath("sticker-shop")),
        ["--out", { Length: > 0 } folder] when !folder.StartsWith('-') => new(Path.GetFullPath(folder)),
        _ => null,
    };
}
