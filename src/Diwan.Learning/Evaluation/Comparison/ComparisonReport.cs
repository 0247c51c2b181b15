using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Learning.Evaluation.Comparison;

/// <summary>Moving from another service: rank agreement and new thresholds, <c>diwan evaluate --compare</c>.</summary>
/// <param name="Model">Version.</param>
/// <param name="Sha256">Of the model file.</param>
/// <param name="Comments">Texts read.</param>
/// <param name="NotGiven">Attributes of the file that the model does not give, or not in the languages of its texts.</param>
/// <param name="Rows">One an attribute over all languages, then one a language with a hundred texts or more.</param>
public sealed record ComparisonReport(
    string Model, string Sha256, int Comments, IReadOnlyList<string> NotGiven, IReadOnlyList<AttributeComparison> Rows)
{
    /// <summary>The old thresholds it is stated for when nobody asks for others.</summary>
    public static IReadOnlyList<double> UsualThresholds { get; } = [0.5, 0.7, 0.8, 0.9];

    private const string All = "all";
    private const int LeastOfLanguage = 100;

    /// <summary>Scores every text and compares.</summary>
    /// <param name="classifier">The model.</param>
    /// <param name="languages">Tells a text's language; what the file states weighs as it does everywhere else.</param>
    /// <param name="rows">Texts with old scores.</param>
    /// <param name="thresholds">On the old scores.</param>
    public static ComparisonReport Of(
        Classifier classifier, ILanguageIdentifier languages, IEnumerable<ComparedRow> rows, IReadOnlyList<double> thresholds)
    {
        var comments = 0;
        var asked = new SortedSet<string>(StringComparer.Ordinal);
        var pairs = new List<(string Attribute, string Language, double Old, double New)>();
        foreach (var row in rows)
        {
            comments++;
            asked.UnionWith(row.Scores.Keys);
            var language = LanguageChoice.Of(languages.Identify(row.Text), row.Language);
            var scores = classifier.Score(NormalizedText.From(row.Text), language);
            pairs.AddRange(scores.Where(score => row.Scores.ContainsKey(score.Attribute))
                .Select(score => (score.Attribute, language.Code, row.Scores[score.Attribute], score.Score)));
        }

        asked.ExceptWith(pairs.Select(pair => pair.Attribute));
        return new(classifier.Version, classifier.Sha256, comments, [.. asked],
            [.. pairs.GroupBy(pair => pair.Attribute).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => Of(group, thresholds))]);
    }

    private static IEnumerable<AttributeComparison> Of(
        IGrouping<string, (string Attribute, string Language, double Old, double New)> pairs, IReadOnlyList<double> thresholds)
    {
        var languages = pairs.GroupBy(pair => pair.Language).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var single = languages.Length == 1;
        return languages.Where(group => !single && group.Count() >= LeastOfLanguage)
            .Select(group => (Language: group.Key, Pairs: group.AsEnumerable()))
            .Prepend((single ? languages[0].Key : All, pairs))
            .Select(group => AttributeComparison.Of(pairs.Key, group.Language, group.Pairs.Select(pair => (pair.Old, pair.New)), thresholds));
    }
}
