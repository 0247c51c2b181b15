using System.Globalization;

namespace Diwan.Learning.Evaluation.Reports;

/// <summary>A Markdown table: to be read on a terminal and kept in <c>eval/</c>.</summary>
internal sealed class MarkdownTable
{
    private readonly TextWriter output;

    /// <summary>Begins a table under a heading.</summary>
    public MarkdownTable(TextWriter output, string heading, params string[] columns)
    {
        this.output = output;
        output.WriteLine();
        output.WriteLine($"## {heading}");
        output.WriteLine();
        Row(columns);
        output.WriteLine("|" + string.Concat(columns.Select(_ => "---|")));
    }

    /// <summary>Adds a row.</summary>
    public void Row(params string[] cells) => output.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>A count.</summary>
    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A figure of three places with its interval; a dash for none.</summary>
    public static string Figure(Interval interval) => double.IsNaN(interval.Value)
        ? "–" : string.Create(CultureInfo.InvariantCulture, $"{interval.Value:F3} ({interval.Low:F3}–{interval.High:F3})");

    /// <summary>A figure of three places; a dash for none.</summary>
    public static string Figure(double? figure) => figure is null or double.NaN ? "–" : figure.Value.ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>A share in percent with its interval; a dash for none.</summary>
    public static string Percent(Interval interval) => double.IsNaN(interval.Value)
        ? "–" : string.Create(CultureInfo.InvariantCulture, $"{interval.Value * 100:F1} % ({interval.Low * 100:F1}–{interval.High * 100:F1})");

    /// <summary>A share in percent, no more places than it needs.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
