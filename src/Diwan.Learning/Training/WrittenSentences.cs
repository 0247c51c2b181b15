using System.Text;
using Diwan.Learning.Sets;

namespace Diwan.Learning.Training;

/// <summary>Sentences around identity terms, written for this project: what attacks a group, and what looks like it and does not.
/// Sets teach that a group's name stands near abuse; these teach that the name is not the abuse.</summary>
internal sealed class WrittenSentences
{
    /// <summary>Their sets are called this and the language.</summary>
    public const string Prefix = "written-";

    private const int EnglishDraws = 28, OtherDraws = 20;
    private const float Openers = 0.15f, Closers = 0.15f, SmallLetters = 0.4f, Capitals = 0.04f, Slips = 0.08f;

    // What each kind of sentence says of itself, and what it says nothing of.
    private static readonly Dictionary<string, (string Label, double Value)[]> Kinds = new(StringComparer.Ordinal)
    {
        ["clean"] = [("toxic", 0), ("hate", 0), ("insult", 0), ("threat", 0)],
        ["hate"] = [("toxic", 1), ("hate", 1)],
        ["threat"] = [("toxic", 1), ("hate", 1), ("threat", 1)],
        ["menace"] = [("toxic", 1), ("hate", 0), ("threat", 1)],
        ["insult"] = [("toxic", 1), ("hate", 0), ("insult", 1), ("threat", 0)],
        ["group"] = [("toxic", 1), ("hate", 0)],
        ["thing"] = [("hate", 0), ("insult", 0), ("threat", 0)],
        ["profane"] = [("hate", 0), ("insult", 0), ("threat", 0), ("obscene", 1)],
    };

    private readonly SeededRandom random = new(17);
    private readonly Dictionary<string, IdentityTerm[]> terms = Resources.Rows("identity-terms.tsv").GroupBy(row => row[0])
        .ToDictionary(rows => rows.Key, rows => rows.Select(IdentityTerm.Read).ToArray());

    private readonly Dictionary<(string Language, string Slot), string[]> slots =
        Resources.Rows("slots.tsv").ToDictionary(row => (row[0], row[1]), row => row[2].Split('|'));

    /// <summary>All of them, always the same.</summary>
    public IEnumerable<LabelledRow> All()
    {
        var number = 0;
        foreach (var row in Resources.Rows("templates.tsv"))
        {
            for (var draw = row[0] == "en" ? EnglishDraws : OtherDraws; draw > 0; draw--)
            {
                yield return Write(++number, row[0], row[1], row[2]);
            }
        }
    }

    private LabelledRow Write(int number, string language, string kind, string template)
    {
        var all = terms[language];
        var (term, other) = (all[random.NextBelow(all.Length)], all[random.NextBelow(all.Length)]);
        var labels = Kinds[kind].ToDictionary(label => label.Label, label => label.Value);
        if (term.Topic == "sex" && kind is "hate" or "threat" or "clean")
        {
            labels["sexism"] = labels["hate"];
        }

        var text = Style(Fill(template, language, term, other), language);
        return new LabelledRow($"written-{number}", Prefix + language, language, "clean", text, labels, null, null);
    }

    private string Fill(string template, string language, IdentityTerm? term, IdentityTerm? other)
    {
        var text = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] != '{')
            {
                text.Append(template[at]);
                continue;
            }

            var end = template.IndexOf('}', at);
            var slot = template[(at + 1)..end];
            var form = slot.Contains('2', StringComparison.Ordinal) ? other?.Form(slot.Replace("2", "", StringComparison.Ordinal)) : term?.Form(slot);
            text.Append(form ?? Pick(language, slot));
            at = end;
        }

        return text.ToString();
    }

    private string Style(string text, string language)
    {
        var opener = random.NextFraction() < Openers ? Fill(Pick(language, "opener"), language, null, null) : "";
        var closer = random.NextFraction() < Closers ? Fill(Pick(language, "closer"), language, null, null) : "";
        var end = random.NextBelow(4) switch { 0 => ".", 1 => "!", _ => "" };
        text = opener.Length == 0 && random.NextBelow(2) == 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        text = opener + text + (closer.Length == 0 && char.IsLetter(text[^1]) ? end : closer);
        var style = random.NextFraction();
        text = style < Capitals ? text.ToUpperInvariant() : style < Capitals + SmallLetters ? text.ToLowerInvariant() : text;
        return random.NextFraction() < Slips ? Slip(text) : text;
    }

    // A slip of the finger: two neighbouring letters change places, or one is left out.
    private string Slip(string text)
    {
        var at = 1 + random.NextBelow(Math.Max(1, text.Length - 3));
        return at + 1 >= text.Length || !char.IsLetter(text[at]) || !char.IsLetter(text[at + 1]) ? text
            : random.NextBelow(2) == 0 ? text.Remove(at, 1)
            : $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}";
    }

    private string Pick(string language, string slot)
    {
        var fillers = slots[(language, slot)];
        return fillers[random.NextBelow(fillers.Length)];
    }
}
