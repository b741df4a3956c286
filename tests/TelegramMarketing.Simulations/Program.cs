using System.Globalization;
using System.Security.Cryptography;
using TelegramMarketing.Simulations;

var channels = Argument("--channels") ?? 1_000;
var seed = Argument("--seed") ?? RandomNumberGenerator.GetInt32(int.MaxValue);
var only = Text("--cell");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{channels} channels in each cell, seed {seed}"));
Console.WriteLine();
Console.WriteLine("| channels | judged kinds | coverage | winner stated | wrong | false verdict | best kind chosen: report, mean, median | gain over mean, over median |  |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
var broken = 0;
foreach (var cell in Cell.All.Where(cell => only is null || cell.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
{
    var tally = Simulation.Run(cell, channels, seed);
    var problems = Rules.Broken(cell, tally);
    broken += problems.Count;
    Console.WriteLine(Row(cell, tally, problems));
}

Console.WriteLine();
Console.WriteLine(broken == 0 ? "All rules hold." : $"Rules broken: {broken}.");
return broken == 0 ? 0 : 1;

static string Row(Cell cell, Tally tally, IReadOnlyList<string> problems) => tally.Judged == 0
    ? $"| {cell.Name} | none |  |  |  |  |  |  | cannot be judged, and the report says so |"
    : string.Create(
        CultureInfo.InvariantCulture,
        $"| {cell.Name} | {Share(tally.Intervals, tally.Kinds)} | {Share(tally.Covered, tally.Intervals)} | {Share(tally.Winners, tally.Channels)} | {Share(tally.WrongWinners, tally.Channels)} | {Share(tally.FalseVerdicts, tally.Channels)} | {Share(tally.Right, tally.Judged)}, {Share(tally.RightByMean, tally.Judged)}, {Share(tally.RightByMedian, tally.Judged)} | {Gain(tally.AgainstMean)}, {Gain(tally.AgainstMedian)} | {(problems.Count == 0 ? "holds" : string.Join("; ", problems))} |");

static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");

static string Gain(Paired paired) => string.Create(CultureInfo.InvariantCulture, $"{100 * paired.Mean:0.0} ± {100 * paired.Error:0.0} %");

int? Argument(string name) => Text(name) is not { } text ? null
    : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
    : throw new FormatException($"{name} takes a whole number above 0, not {text}.");

string? Text(string name)
{
    var index = Array.IndexOf(args, name);
    return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
}
