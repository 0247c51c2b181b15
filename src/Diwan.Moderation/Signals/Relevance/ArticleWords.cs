using System.Runtime.CompilerServices;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Relevance;

/// <summary>What an article is about: its words, each weighed by how much it says.</summary>
/// <remarks>No list of stop words is needed: a word in nearly every paragraph of an article is grammar and says little. Kept as long as the article itself is, so that a busy thread counts its words once.</remarks>
internal sealed class ArticleWords
{
    private static readonly ConditionalWeakTable<ArticleContext, ArticleWords> Counted = [];

    private readonly Dictionary<string, double> weights = [];

    private ArticleWords(ArticleContext article)
    {
        var paragraphs = $"{article.Headline}\n{article.Body}".Split('\n')
            .Select(paragraph => ContentWords.Of(NormalizedText.From(paragraph).Folded).ToHashSet())
            .Where(paragraph => paragraph.Count > 0)
            .ToList();
        foreach (var (word, count) in paragraphs.SelectMany(paragraph => paragraph).CountBy(word => word))
        {
            weights[word] = Math.Log(1 + (paragraphs.Count / (double)count)) / Math.Log(1 + paragraphs.Count);
        }
    }

    public bool IsEmpty => weights.Count == 0;

    public static ArticleWords Of(ArticleContext article) => Counted.GetValue(article, article => new(article));

    /// <summary>Share of <paramref name="words"/> by weight that the article has too, 0 to 1. A word that it lacks weighs as much as one it has once.</summary>
    public double Overlap(IReadOnlyCollection<string> words)
    {
        var (shared, all) = (0.0, 0.0);
        foreach (var word in words)
        {
            var known = weights.TryGetValue(word, out var weight);
            shared += known ? weight : 0;
            all += known ? weight : 1;
        }

        return all > 0 ? shared / all : 0;
    }
}
