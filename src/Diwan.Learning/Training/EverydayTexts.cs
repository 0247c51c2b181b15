using Diwan.Learning.Languages;
using Diwan.Learning.Sets;

namespace Diwan.Learning.Training;

/// <summary>Everyday sentences from the language sets, harmless as they stand, and again with a term of our word lists put in: what teaches
/// languages that have few labelled texts or none what harm looks like in company (weak teaching, and said so in their model cards).</summary>
internal static class EverydayTexts
{
    private const int LongestText = 200;
    private const double LeastSeverity = 0.5;
    private static readonly Dictionary<string, double> Offensive = new() { ["offensive"] = 1 };
    private const int OneIn = 4;

    // Arabic has labelled sets and takes fewer.
    private static readonly (string Language, string Script, int Most)[] Sources = [("ar", "Arab", 300), ("fa", "Arab", 1500), ("ckb", "Arab", 1500), ("kmr", "Latn", 1500), ("tr", "Latn", 800)];

    // Which label a word list's attribute stands for.
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["PROFANITY"] = "obscene", ["SEXUALLY_EXPLICIT"] = "obscene", ["INSULT"] = "insult", ["PERSONAL_ATTACK"] = "insult", ["THREAT"] = "threat", ["IDENTITY_ATTACK"] = "hate",
    };

    /// <summary>All of them, always the same; none without a folder <c>language</c>.</summary>
    /// <param name="setsDirectory">May hold <c>language/train.jsonl.gz</c>.</param>
    public static IEnumerable<LabelledRow> From(string setsDirectory)
    {
        var file = Path.Combine(setsDirectory, "language", "train.jsonl.gz");
        if (!File.Exists(file))
        {
            yield break;
        }

        var random = new SeededRandom(29);
        var texts = LanguageRows.Read(file).Where(row => row.Text.Length <= LongestText).ToLookup(row => $"{row.Language} {row.Script}");
        foreach (var (language, script, most) in Sources)
        {
            var terms = Terms(language);
            var number = 0;
            foreach (var row in texts[$"{language} {script}"].Take(most))
            {
                var id = $"everyday-{language}-{++number}";
                yield return Row(id, language, row.Text, "");
                var (term, attributes) = terms[random.NextBelow(terms.Length)];
                yield return Row(id + "b", language, Put(term, row.Text.Split(' '), random), attributes);
            }
        }
    }

    /// <summary>Harmless Arabic comments of <paramref name="rows"/>, one in three, with a term of our word list put in: Arabic has labelled sets, so their own
    /// harmless texts are the company.</summary>
    public static IEnumerable<LabelledRow> From(IEnumerable<LabelledRow> rows)
    {
        var random = new SeededRandom(31);
        var terms = Terms("ar");
        foreach (var row in rows.Where(row => row.Language == "ar" && row.Text.Length <= LongestText && row.Labels.GetValueOrDefault("offensive", 1) == 0))
        {
            if (random.NextBelow(OneIn) == 0)
            {
                var (term, _) = terms[random.NextBelow(terms.Length)];
                yield return row with { Id = "listed-" + row.Id, Text = Put(term, row.Text.Split(' '), random), Labels = Offensive };
            }
        }
    }

    // Half of the time next to a few words only, as insults stand in comments.
    private static string Put(string term, string[] words, SeededRandom random)
    {
        var start = random.NextBelow(2) == 0 ? random.NextBelow(words.Length) : 0;
        var around = start == 0 ? words : words[start..Math.Min(words.Length, start + 1 + random.NextBelow(4))];
        var place = random.NextBelow(around.Length + 1);
        return string.Join(' ', around[..place].Append(term).Concat(around[place..]));
    }

    // Without terms that hold the name of an identity: there the name is not the harm, and would be learnt as if it were.
    private static (string Term, string Attributes)[] Terms(string language)
    {
        var names = Resources.Rows("identity-terms.tsv").Where(row => row[0] == language).Select(IdentityTerm.Read)
            .SelectMany(term => term.Forms.Values).SelectMany(form => form.Split(' ')).ToHashSet();
        return [.. Resources.Rows($"lexicon-{language}.tsv")
            .Where(row => double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture) >= LeastSeverity)
            .Where(row => !row[0].Split(' ').Any(names.Contains)).Select(row => (row[0], row[1]))];
    }

    private static LabelledRow Row(string id, string language, string text, string attributes)
    {
        var labels = new Dictionary<string, double>(StringComparer.Ordinal) { ["toxic"] = attributes.Length == 0 ? 0 : 1, ["threat"] = 0 };
        if (attributes.Length == 0)
        {
            (labels["hate"], labels["insult"], labels["obscene"]) = (0, 0, 0);
        }

        foreach (var attribute in attributes.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Labels.TryGetValue(attribute, out var label))
            {
                labels[label] = 1;
            }
        }

        return new LabelledRow(id, "weak-" + language, language, "clean", text, labels, null, null);
    }
}
