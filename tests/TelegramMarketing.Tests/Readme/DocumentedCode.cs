using System.Text.RegularExpressions;

namespace Readme;

/// <summary>The code that a document shows, and that of the regions of which it is made. Linked into the tests whose folder a document's code comes from.</summary>
internal static partial class DocumentedCode
{
    /// <summary>The document's blocks of C#.</summary>
    public static IReadOnlyList<string> Blocks(string document) => [.. CodeBlock().Matches(Read(document)).Select(match => match.Groups["code"].Value.Trim())];

    /// <summary>The regions of a folder of sources, by name; those of one name follow each other.</summary>
    public static IReadOnlyDictionary<string, string> Regions(string folder)
    {
        var regions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository(), folder), "*.cs"))
        {
            foreach (Match match in Region().Matches(File.ReadAllText(file)))
            {
                var (name, code) = (match.Groups["name"].Value, Dedent(match.Groups["code"].Value));
                regions[name] = regions.TryGetValue(name, out var before) ? $"{before}\n\n{code}" : code;
            }
        }

        return regions;
    }

    /// <summary>A file of the repository.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(Repository(), name)).ReplaceLineEndings("\n");

    public static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "TelegramMarketing.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return directory.FullName;
    }

    private static string Dedent(string code)
    {
        var lines = code.TrimEnd().Split('\n');
        var margin = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[margin..]));
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^ *#region (?<name>[A-Za-z]+)\n(?<code>.*?)^ *#endregion", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Region();
}
