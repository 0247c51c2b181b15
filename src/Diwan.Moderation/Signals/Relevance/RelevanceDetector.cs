namespace Diwan.Moderation.Signals.Relevance;

/// <summary>Measures how far a comment is from its article, by the words they share. It orders queues; no policy may reject for it.</summary>
/// <remarks>Nothing is measured when there is too little to measure, or when article and comment are in different languages:
/// a reader may well answer an English page in Kurdish.</remarks>
public sealed class RelevanceDetector : IDetector
{
    // Fewer distinct words than this leave too much to chance.
    private const int FewestWords = 5;

    // A reply speaks to its parent first: what the parent is about counts, at half weight, for the reply too.
    private const double ParentWeight = 0.5;

    // A comment on the matter seldom shares more than this part of its weight with the article: it says something new.
    private const double FullRelevance = 0.5;

    /// <inheritdoc/>
    public string Name => "relevance";

    /// <inheritdoc/>
    public void Detect(DetectionSubject subject, ICollection<Signal> signals)
    {
        if (subject.Submission.Article is not { } article || !SameLanguage(article.Language, subject.Language.Code))
        {
            return;
        }

        var words = ContentWords.Of(subject.Text.Folded).Distinct().ToList();
        var about = ArticleWords.Of(article);
        if (words.Count < FewestWords || about.IsEmpty)
        {
            return;
        }

        var relevance = about.Overlap(words);
        if (subject.Submission.ParentText is { } parent)
        {
            var parentWords = ContentWords.Of(Diwan.Moderation.Text.NormalizedText.From(parent).Folded).Distinct().ToList();
            relevance += ParentWeight * about.Overlap(parentWords);
        }

        signals.Add(new(Attributes.OffTopic, 1 - Math.Min(1, relevance / FullRelevance), Name));
    }

    private static bool SameLanguage(string article, string comment) =>
        article.Split('-')[0].Equals(comment, StringComparison.OrdinalIgnoreCase);
}
