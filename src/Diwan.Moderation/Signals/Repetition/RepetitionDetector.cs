using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Repetition;

/// <summary>Measures repetition: nearly the same text as an earlier comment, and lines, words or letters repeated within one.</summary>
public sealed class RepetitionDetector : IDetector
{
    // "Thank you" and "well said" are said often, and by many: under this many letters and digits a likeness proves nothing.
    private const int FewestLetters = 30;

    // Bits of 64 in which fingerprints of independent texts differ: 32 on average, hardly ever under 12.
    private const int FarthestCopy = 8;

    /// <inheritdoc/>
    public string Name => "repetition";

    /// <inheritdoc/>
    public void Detect(DetectionSubject subject, ICollection<Signal> signals)
    {
        foreach (var (kind, score) in RepeatedWithin.Measure(subject.Text.Original))
        {
            signals.Add(new(Attributes.Repetition, score, Name, Detail: kind));
        }

        if (subject.Submission.Recent.Count > 0 && subject.Text.Original.Count(char.IsLetterOrDigit) >= FewestLetters)
        {
            AddCopy(Fingerprint.Of(subject.Text), subject.Submission.Recent, signals);
        }
    }

    private void AddCopy(ulong fingerprint, IReadOnlyList<RecentComment> recent, ICollection<Signal> signals)
    {
        var (nearest, distance) = (recent[0], int.MaxValue);
        for (var i = 0; i < recent.Count; i++)
        {
            var here = Fingerprint.Distance(fingerprint, recent[i].Fingerprint);
            if (here < distance) (nearest, distance) = (recent[i], here);
        }

        if (distance <= FarthestCopy)
        {
            var score = 1 - (distance / (2.0 * FarthestCopy));
            signals.Add(new(Attributes.Repetition, score, Name, Detail: nearest switch
            {
                { SameAuthor: true, SameThread: true } => "copy-same-author-same-thread",
                { SameAuthor: true } => "copy-same-author",
                _ => "copy-same-thread",
            }));
        }
    }
}
