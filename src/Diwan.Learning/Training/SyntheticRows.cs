using Diwan.Learning.Sets;

namespace Diwan.Learning.Training;

/// <summary>Rows written for this project: <see cref="WrittenSentences"/>, and insults in
/// everyday sentences for languages that have no clean labelled set (weak teaching, and said so in their model cards).</summary>
internal static class SyntheticRows
{
    private const int CarriersPerTerm = 6;

    /// <summary>All of them, always the same.</summary>
    public static IEnumerable<LabelledRow> All() => new WrittenSentences().All().Concat(Weak());

    private static IEnumerable<LabelledRow> Weak()
    {
        var random = new SeededRandom(11);
        var carriers = Resources.Rows("weak-carriers.tsv").ToLookup(row => row[0], row => row[1]);
        var common = Resources.Rows("harmless-words.tsv").ToDictionary(row => row[0], row => row[1].Split(' '));
        var number = 0;
        foreach (var term in Resources.Rows("weak-terms.tsv"))
        {
            var sentences = carriers[term[0]].ToArray();
            var words = common[term[0]];
            for (var round = 0; round < CarriersPerTerm; round++)
            {
                var harmless = round % 2 == 1;
                var slot = harmless ? Some(words, random) : round < 2 ? term[1] : $"{Some(words, random)} {term[1]} {Some(words, random)}";
                var text = sentences[random.NextBelow(sentences.Length)].Replace("{}", slot, StringComparison.Ordinal);
                yield return Row($"weak-{++number}", "weak-" + term[0], term[0], text,
                    ("toxic", !harmless), ("insult", !harmless), ("obscene", !harmless));
            }
        }
    }

    private static string Some(string[] words, SeededRandom random)
        => string.Join(' ', Enumerable.Range(0, 1 + random.NextBelow(6)).Select(_ => words[random.NextBelow(words.Length)]));

    private static LabelledRow Row(string id, string set, string language, string text, params (string Name, bool Value)[] labels)
        => new(id, set, language, "clean", text, labels.ToDictionary(label => label.Name, label => label.Value ? 1.0 : 0.0), null, null);
}
