using System.Text;
using TelegramMarketing.Charts.Drawing;

namespace TelegramMarketing.Charts.Html;

/// <summary>The style of a page: both themes, and paper, which is always light.</summary>
internal static class PageStyle
{
    private const string Rules = """
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--text); font: 16px/1.55 'Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .35rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; break-after: avoid; }
        p { margin: .4rem 0; }
        .about { color: var(--muted); }
        .answers { margin: 1.5rem 0 0; padding: 0; list-style: none; }
        .answers li { padding: .7rem 1rem; margin: .5rem 0; border-inline-start: 4px solid var(--axis); background: color-mix(in srgb, var(--grid) 35%, transparent); }
        .answers .sure { border-inline-start-color: var(--more); font-weight: 600; }
        figure { margin: 1rem 0 1.75rem; overflow-x: auto; break-inside: avoid; }
        svg { display: block; width: 100%; height: auto; min-width: 36rem; max-width: 52rem; }
        .table { overflow-x: auto; margin: 0 0 1.75rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: start; font-weight: 600; padding: .25rem 0; }
        th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--grid); text-align: start; vertical-align: top; }
        thead th { border-bottom: 2px solid var(--axis); color: var(--muted); font-weight: 600; }
        tbody th { font-weight: 600; min-width: 7rem; max-width: 18rem; overflow-wrap: break-word; }
        .number { text-align: end; white-space: nowrap; }
        .more { color: var(--more); }
        .fewer { color: var(--fewer); }
        .unsure { color: var(--muted); }
        :focus-visible { outline: 2px solid var(--more); }
        @page { size: A4; margin: 14mm; }
        @media print {
            body { font-size: 10.5pt; }
            main { max-width: none; padding: 0; }
            .table { overflow: visible; break-inside: auto; }
            table, p { break-inside: avoid; }
            thead { display: table-header-group; }
            tr, .answers li, li { break-inside: avoid; }
            figure { overflow: visible; }
            svg { min-width: 0; max-width: 165mm; }
            * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """;

    public static string Css { get; } = new StringBuilder()
        .Append(":root { color-scheme: light dark; ").Append(Colours(Palette.Light)).Append("}\n")
        .Append("@media screen and (prefers-color-scheme: dark) { :root { ").Append(Colours(Palette.Dark)).Append("} }\n")
        .Append(Rules.ReplaceLineEndings("\n")).Append('\n')
        .ToString();

    /// <summary>The name by which the page's style knows a colour.</summary>
    public static string Variable(Ink ink) => $"--{ink.ToString().ToLowerInvariant()}";

    private static string Colours(Palette palette) => string.Concat(Enum.GetValues<Ink>().Select(ink => $"{Variable(ink)}: {palette[ink]}; "));
}
