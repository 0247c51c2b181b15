using System.Globalization;
using System.Text;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Languages;

/// <summary>Measures language identification on texts the model was not trained on, whole and cut short.</summary>
public static class LanguageEvaluation
{
    private static readonly string[] CommentFiles = ["ar", "en-1", "en-2", "fa", "tr"];
    private static readonly int[] Lengths = [int.MaxValue, 5, 3, 2, 1];

    /// <summary>Measures on <c>language/dev</c> (whole, and the first 5, 3, 2 and 1 words) and on the comments of <c>dev/</c>, and writes Markdown tables.</summary>
    /// <param name="setsDirectory">Holds <c>language/dev.jsonl.gz</c> and <c>dev/*.jsonl.gz</c>.</param>
    /// <param name="identifier">What is measured.</param>
    /// <exception cref="IOException">A set cannot be read.</exception>
    public static string Run(string setsDirectory, ILanguageIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        List<LanguageRow> sentences = [.. LanguageRows.Read(Path.Combine(setsDirectory, "language", "dev.jsonl.gz"))];
        var report = new StringBuilder();
        foreach (var length in Lengths)
        {
            var name = length == int.MaxValue ? "Whole texts" : Invariant($"The first {length} word{(length == 1 ? "" : "s")}");
            Append(report, name, Measure(sentences, length, identifier));
        }

        var comments = CommentFiles
            .SelectMany(file => LanguageRows.Read(Path.Combine(setsDirectory, "dev", $"{file}.jsonl.gz")));
        report.Append("## Comments and tweets, whole, by set\n\n| set | language | texts | right |\n|---|---|---|---|\n");
        foreach (var set in comments.GroupBy(row => (row.Language, row.Set)).OrderBy(set => set.Key))
        {
            var (rows, right) = (0, 0);
            foreach (var row in set)
            {
                rows++;
                right += identifier.Identify(row.Text).Code == row.Language ? 1 : 0;
            }

            report.Append(Invariant($"| {set.Key.Set} | {set.Key.Language} | {rows} | {100.0 * right / rows:F2} % |\n"));
        }

        return report.ToString();
    }

    /// <summary>Counts true against given languages, as <c>code-Script</c>.</summary>
    /// <param name="rows">Texts of known language.</param>
    /// <param name="words">Only the first so many words of each text are shown to the identifier.</param>
    /// <param name="identifier">What is measured.</param>
    public static LanguageConfusion Measure(IEnumerable<LanguageRow> rows, int words, ILanguageIdentifier identifier)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(identifier);
        var confusion = new LanguageConfusion();
        foreach (var row in rows)
        {
            var text = words == int.MaxValue ? row.Text
                : string.Join(' ', row.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(words));
            var given = identifier.Identify(text);
            confusion.Add($"{row.Language}-{row.Script}", $"{given.Code}-{given.Script}");
        }

        return confusion;
    }

    private static void Append(StringBuilder report, string name, LanguageConfusion confusion)
    {
        report.Append(Invariant($"## {name}\n\nMacro recall {100 * confusion.MacroRecall:F2} %, macro F1 {100 * confusion.MacroF1:F2} %. "));
        report.Append(Invariant($"Sorani or Kurmanji taken for Arabic, Persian or Turkish, or the other way round: {100 * confusion.KurdishConfusion:F2} %.\n\n"));
        report.Append("| true | texts | recall | precision | F1 | taken for |\n|---|---|---|---|---|---|\n");
        foreach (var language in confusion.Languages)
        {
            var quality = confusion.QualityOf(language);
            var others = string.Join(", ", confusion.Mistakes(language).Select(other => Invariant($"{other.Given} {other.Count}")));
            report.Append(Invariant($"| {language} | {quality.Texts} | {100 * quality.Recall:F2} % | {100 * quality.Precision:F2} % | {100 * quality.F1:F2} % | {others} |\n"));
        }

        report.Append('\n');
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
