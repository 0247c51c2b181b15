namespace Diwan.Learning.Languages;

/// <summary>How often each language was taken for which: the confusion matrix and what follows from it.</summary>
public sealed class LanguageConfusion
{
    private static readonly string[] Kurdish = ["ckb", "kmr"];
    private static readonly string[] Neighbours = ["ar", "fa", "tr"];

    private readonly SortedDictionary<string, SortedDictionary<string, int>> counts = new(StringComparer.Ordinal);

    /// <summary>The languages that occur as true ones, in order.</summary>
    public IEnumerable<string> Languages => counts.Keys;

    /// <summary>Mean recall over languages, each counting the same.</summary>
    public double MacroRecall => Languages.Average(language => QualityOf(language).Recall);

    /// <summary>Mean F1 over languages, each counting the same.</summary>
    public double MacroF1 => Languages.Average(language => QualityOf(language).F1);

    /// <summary>Share of the texts in Sorani, Kurmanji, Arabic, Persian and Turkish that crossed the line between the first two and the last three.</summary>
    public double KurdishConfusion
    {
        get
        {
            var (texts, crossed) = (0, 0);
            foreach (var (language, row) in counts)
            {
                string[] across = Is(language, Kurdish) ? Neighbours : Is(language, Neighbours) ? Kurdish : [];
                texts += across.Length > 0 ? row.Values.Sum() : 0;
                crossed += row.Where(cell => Is(cell.Key, across)).Sum(cell => cell.Value);
            }

            return texts == 0 ? 0 : (double)crossed / texts;
        }
    }

    /// <summary>Counts one text.</summary>
    public void Add(string language, string given)
    {
        if (!counts.TryGetValue(language, out var row))
        {
            counts[language] = row = new(StringComparer.Ordinal);
        }

        row[given] = row.GetValueOrDefault(given) + 1;
    }

    /// <summary>How well one language is recognised.</summary>
    public (int Texts, double Recall, double Precision, double F1) QualityOf(string language)
    {
        var texts = counts[language].Values.Sum();
        var right = counts[language].GetValueOrDefault(language);
        var given = counts.Values.Sum(row => row.GetValueOrDefault(language));
        var recall = (double)right / texts;
        var precision = given == 0 ? 0 : (double)right / given;
        return (texts, recall, precision, right == 0 ? 0 : 2 * recall * precision / (recall + precision));
    }

    /// <summary>What a language was wrongly taken for, most often first.</summary>
    public IEnumerable<(string Given, int Count)> Mistakes(string language) =>
        counts[language].Where(cell => cell.Key != language).OrderByDescending(cell => cell.Value).Select(cell => (cell.Key, cell.Value));

    private static bool Is(string language, string[] codes) => codes.Contains(language.Split('-')[0]);
}
