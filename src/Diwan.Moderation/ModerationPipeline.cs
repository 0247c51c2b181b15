using System.Collections.Immutable;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Policy;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Text;

namespace Diwan.Moderation;

/// <summary>The whole flow: fold, measure, decide. Composed once, immutable, shared by all requests.</summary>
public sealed class ModerationPipeline
{
    private readonly ImmutableArray<IDetector> detectors;
    private readonly ILanguageIdentifier languages;
    private readonly string modelVersion;

    /// <summary>Composes the flow from its parts.</summary>
    /// <param name="policy">The policy to judge by, already validated.</param>
    /// <param name="detectors">Everything that measures, in the order their signals are listed.</param>
    /// <param name="modelVersion">The classifier among them; <c>none</c> when there is none.</param>
    /// <param name="languages">Tells the language of each text.</param>
    public ModerationPipeline(
        ModerationPolicy policy, IEnumerable<IDetector> detectors, string modelVersion, ILanguageIdentifier languages)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (Policy, this.detectors, this.modelVersion, this.languages) = (policy, [.. detectors], modelVersion, languages);
    }

    /// <summary>The policy in force.</summary>
    public ModerationPolicy Policy { get; }

    /// <summary>The same flow under another policy; this one stays as it is.</summary>
    public ModerationPipeline WithPolicy(ModerationPolicy policy) => new(policy, detectors, modelVersion, languages);

    /// <summary>Judges one submission. Never throws for any text: what cannot be measured holds the comment for a person.</summary>
    public Judgement Judge(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var signals = new List<Signal>();
        using var borrowed = BorrowedText.Of(submission.Text);
        var text = borrowed.Text;
        var language = Identify(submission.Text, signals);
        var subject = new DetectionSubject(submission, text, NormalizedText.From(submission.Author), language);
        foreach (var detector in detectors)
        {
            Measure(detector, subject, signals);
        }

        var recommendation = PolicyEvaluation.Recommend(Policy, signals);
        return new(language, signals, recommendation, Policy.Version, modelVersion, Fingerprint.Of(text));
    }

    private IdentifiedLanguage Identify(string text, List<Signal> signals)
    {
        try
        {
            return languages.Identify(text);
        }
        catch (Exception exception)
        {
            signals.Add(CouldNotMeasure("language", exception.GetType().Name));
            return IdentifiedLanguage.Undetermined;
        }
    }

    private static void Measure(IDetector detector, DetectionSubject subject, List<Signal> signals)
    {
        var first = signals.Count;
        try
        {
            detector.Detect(subject, signals);
        }
        catch (Exception exception)
        {
            signals.Add(CouldNotMeasure(detector.Name, exception.GetType().Name));
        }

        for (var i = first; i < signals.Count; i++)
        {
            // A score that is no number compares as below every threshold: it would approve what nobody measured.
            if (signals[i].Score is not (>= 0 and <= 1))
            {
                signals[i] = CouldNotMeasure(detector.Name, "score-out-of-range");
            }
        }
    }

    // The type alone: an exception's message may quote the comment.
    private static Signal CouldNotMeasure(string detector, string cause) =>
        new(Attributes.Unavailable, 1, detector, Detail: cause);
}
