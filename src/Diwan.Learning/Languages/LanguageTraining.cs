using Diwan.Moderation.Text.Languages;

namespace Diwan.Learning.Languages;

/// <summary>Builds the language model file from the data sets. The same sets give the same bytes, on every machine.</summary>
public static class LanguageTraining
{
    /// <summary>How many texts of each language the shipped model has seen; twice as many of the likely ones.</summary>
    public const int Rounds = 30_000;

    private const ulong Seed = 20261122;

    /// <summary>Trains on the sets in a directory and writes the model file.</summary>
    /// <param name="setsDirectory">Holds <c>language/train.jsonl.gz</c> and <c>train/*.jsonl.gz</c>.</param>
    /// <param name="outFile">Written anew.</param>
    /// <exception cref="IOException">A set cannot be read or the file not written.</exception>
    public static void Run(string setsDirectory, string outFile) =>
        File.WriteAllBytes(outFile, Train(LanguageRows.ForTraining(setsDirectory), Rounds));

    /// <summary>Trains on given rows and the repository's own common words.</summary>
    /// <param name="rows">Texts of known language; their order counts.</param>
    /// <param name="rounds">How many texts are drawn of each language.</param>
    /// <returns>The bytes of a model file.</returns>
    public static byte[] Train(IEnumerable<LanguageRow> rows, int rounds)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var latin = new SortedDictionary<string, TrainingTexts>(StringComparer.Ordinal);
        var arabic = new SortedDictionary<string, TrainingTexts>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Texts(row).AddText(row.Text);
            if (row is { Language: "ar", Script: "Arab" })
            {
                Texts(row with { Script = "Latn" }).AddArabic(row.Text);
            }
        }

        foreach (var words in LanguageRows.CommonWords())
        {
            Texts(words).AddWordList(words.Text);
        }

        return LanguageModelFile.Write(
        [
            new LanguageTrainer(WritingSystem.Latin, [.. latin.Values]).Train(rounds, Seed),
            new LanguageTrainer(WritingSystem.Arabic, [.. arabic.Values]).Train(rounds, Seed),
        ]);

        TrainingTexts Texts(LanguageRow row)
        {
            var script = row.Script == "Arab" ? arabic : latin;
            return script.TryGetValue(row.Language, out var texts)
                ? texts
                : script[row.Language] = new(row.Language, row.Script);
        }
    }
}
