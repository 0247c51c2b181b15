using Diwan.Learning.Training;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Evaluation.Identity;

/// <summary>Finds the identity a text names: the words of <c>data/models/evaluation/identity-terms.tsv</c>, whole and in any case.</summary>
internal static class IdentityTerms
{
    private static readonly Dictionary<string, (string Term, string Padded)[]> ByLanguage = Resources.Rows("evaluated-identity-terms.tsv")
        .GroupBy(row => row[0])
        .ToDictionary(group => group.Key, group => group
            .Select(row => (row[1], Pad(NormalizedText.From(row[1]).Folded)))
            .OrderByDescending(term => term.Item2.Length).ToArray());

    /// <summary>The longest term that stands in the text, so that "african american" is not counted as "american"; null without any.</summary>
    public static string? In(string text, string language)
    {
        if (!ByLanguage.TryGetValue(language, out var terms))
        {
            return null;
        }

        var words = Pad(NormalizedText.From(text).Folded);
        return terms.FirstOrDefault(term => words.Contains(term.Padded, StringComparison.Ordinal)).Term;
    }

    private static string Pad(string folded)
    {
        var letters = folded.Select(character => char.IsLetterOrDigit(character) ? character : ' ').ToArray();
        return $" {string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
    }
}
