using Diwan.Moderation;
using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Fuzz;

/// <summary>Puts one text through everything that scores and says what is wrong with the answer.</summary>
/// <param name="pipeline">The whole flow, with every detector that ships.</param>
/// <param name="languages">Tells the language.</param>
/// <param name="classifier">Scores and explains.</param>
internal sealed class ScoringTarget(ModerationPipeline pipeline, ILanguageIdentifier languages, Classifier classifier)
{
    // Work must grow with length alone. Measured on a mebibyte of each kind, on a busy machine: a fifth of a microsecond to six a unit, and
    // nine where every unit folds to eighteen (U+FDFA); what grows with the square of the length needs many minutes for a mebibyte.
    private const double SecondsForAny = 2, SecondsPerUnit = 25e-6;

    // Up to this length a text is judged twice: what differs from one time to the next shows in short ones, and the bound is for judging once.
    private const int Twice = 4096;

    // Relevance and near-copies are measured only where there is something to compare with.
    private static readonly ArticleContext Article = new("en", "The reservoir is full again", "The reservoir above the town is full.\nEngineers opened two gates.");
    private static readonly RecentComment Earlier = new(0, SameAuthor: true, SameThread: true);

    /// <summary>The user CPU, in seconds, that a text of <paramref name="length"/> UTF-16 units may take at most.</summary>
    public static double Bound(int length) => SecondsForAny + (SecondsPerUnit * length);

    /// <summary>What is wrong; null when nothing is.</summary>
    /// <remarks>Measures the CPU of this whole process: whatever runs beside it counts too.</remarks>
    public string? Problem(string text)
    {
        var before = Environment.CpuUsage.UserTime;
        var problem = Readings(text) ?? Scores(text) ?? Judgement(text, "Shilan") ?? Judgement("A remark.", text);
        var seconds = (Environment.CpuUsage.UserTime - before).TotalSeconds;
        return problem ?? (seconds > Bound(text.Length) ? $"took {seconds:F1} s of CPU" : null);
    }

    private static string? Readings(string text)
    {
        var folded = NormalizedText.From(text);
        foreach (var reading in folded.Readings)
        {
            for (var unit = 0; unit < reading.Folded.Length; unit++)
            {
                if (IsOutside(reading.ToOriginal(unit, 1), text)) return $"unit {unit} of a reading points outside the text";
            }
        }

        return null;
    }

    private string? Scores(string text)
    {
        var folded = NormalizedText.From(text);
        var language = languages.Identify(text);
        if (language.Confidence is not (>= 0 and <= 1)) return "the language's confidence is no share";

        // English too, whatever the language: it supports every attribute.
        foreach (var judged in new[] { language, new IdentifiedLanguage("en", "Latn", 1) })
        {
            foreach (var (attribute, score) in classifier.Score(folded, judged))
            {
                if (score is not (>= 0 and <= 1)) return $"{attribute} is no share";
                foreach (var span in classifier.Explain(folded, judged, attribute))
                {
                    if (IsOutside(span.Span, text) || span.Score is not (>= 0 and <= 1)) return $"a span of {attribute} lies outside the text";
                }
            }
        }

        return classifier.Score(folded, language).SequenceEqual(classifier.Score(NormalizedText.From(text), language)) ? null : "scored twice, it got two answers";
    }

    private string? Judgement(string text, string author)
    {
        var submission = new Submission { Text = text, Author = author, Article = Article, ParentText = text, Recent = [Earlier] };
        var signals = pipeline.Judge(submission).Signals;
        if (text.Length <= Twice && !signals.SequenceEqual(pipeline.Judge(submission).Signals)) return "judged twice, it got two answers";
        foreach (var signal in signals)
        {
            if (signal.Score is not (>= 0 and <= 1)) return $"{signal.Attribute} is no share";
            if (signal.Attribute == Attributes.Unavailable) return $"{signal.Detector} threw {signal.Detail}";
            if (signal.Evidence is { } span && IsOutside(span, signal.Field == TextField.Author ? author : text)) return $"evidence of {signal.Detector} lies outside the text";
        }

        return null;
    }

    private static bool IsOutside(TextSpan span, string text) => span.Start < 0 || span.End < span.Start || span.End > text.Length;
}
