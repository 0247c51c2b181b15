using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Puts the classifier's scores among the signals: one an attribute that the comment's language supports.</summary>
public sealed class ClassifierDetector(Classifier classifier) : IDetector
{
    // Spans cost more than scores: they are worked out only where a rule may want the words.
    private const double WorthExplaining = 0.5;

    /// <inheritdoc/>
    public string Name => "classifier";

    /// <inheritdoc/>
    public void Detect(DetectionSubject subject, ICollection<Signal> signals)
    {
        foreach (var (attribute, score) in classifier.Score(subject.Text, subject.Language))
        {
            var evidence = score >= WorthExplaining && attribute != Attributes.Constructive
                ? Strongest(classifier.Explain(subject.Text, subject.Language, attribute))
                : null;
            signals.Add(new Signal(attribute, score, Name, TextField.Text, evidence));
        }
    }

    private static TextSpan? Strongest(IReadOnlyList<ScoredSpan> spans)
        => spans.Count == 0 ? null : spans.MaxBy(span => span.Score).Span;
}
