using Diwan.Learning.Sets;

namespace Diwan.Learning.Training;

/// <summary>Harmless texts of the sets with an identity term put before a word for people: "the people who live there" becomes
/// "the Kurdish people who live there". Naming a group changes nothing about a harmless text, in whatever company.</summary>
internal sealed class NamedGroups
{
    private const int Longest = 300, OneIn = 6;
    private static readonly string[] Harmful = ["toxic", "offensive", "hate", "insult", "obscene", "vulgar", "threat", "sexism", "implicit", "spam"];

    private readonly SeededRandom random = new(23);
    private readonly string[][] terms = [.. Resources.Rows("identity-terms.tsv").Where(row => row[0] == "en" && row[1] is not ("sex" or "age"))];
    private readonly HashSet<string> persons = [.. Resources.Rows("persons.tsv").SelectMany(row => row[2].Split(' '))];

    /// <summary>The texts of <paramref name="rows"/> in which a word for people stands, half of them, each with a term.</summary>
    public IEnumerable<LabelledRow> From(IEnumerable<LabelledRow> rows)
    {
        foreach (var row in rows.Where(IsHarmless))
        {
            var words = row.Text.Split(' ');
            var places = Enumerable.Range(0, words.Length).Where(place => persons.Contains(words[place].TrimEnd('.', ',', '!', '?').ToLowerInvariant())).ToArray();
            if (places.Length == 0 || random.NextBelow(OneIn) != 0)
            {
                continue;
            }

            var term = terms[random.NextBelow(terms.Length)][3];
            var named = places[random.NextBelow(places.Length)];
            words[named] = $"{term} {words[named]}";
            yield return row with
            {
                Id = "named-" + row.Id,
                Set = WrittenSentences.Prefix + row.Language,
                Text = string.Join(' ', words),
                Labels = new Dictionary<string, double> { ["toxic"] = 0, ["hate"] = 0 },
                Spans = null,
            };
        }
    }

    private static bool IsHarmless(LabelledRow row) => row.Language == "en" && row.Text.Length <= Longest
        && (row.Labels.ContainsKey("toxic") || row.Labels.ContainsKey("hate"))
        && Harmful.All(label => row.Labels.GetValueOrDefault(label) < 0.1);
}
