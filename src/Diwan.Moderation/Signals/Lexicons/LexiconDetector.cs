using System.Collections;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>Finds words and phrases that a newsroom keeps lists of, in the text and in the author's name, through the disguises
/// that <see cref="NormalizedText.Readings"/> undoes.</summary>
public sealed class LexiconDetector : IDetector
{
    private readonly LexiconIndex index;

    private LexiconDetector(LexiconIndex index) => this.index = index;

    /// <inheritdoc/>
    public string Name => "lexicon";

    /// <summary>Makes one detector of several lexicons.</summary>
    public static LexiconDetector Create(IEnumerable<Lexicon> lexicons)
    {
        ArgumentNullException.ThrowIfNull(lexicons);
        return new(new([.. lexicons.SelectMany(lexicon => lexicon.Terms)]));
    }

    /// <inheritdoc/>
    /// <remarks>Of hits that overlap, each attribute is told once: the most severe, then the longest.</remarks>
    public void Detect(DetectionSubject subject, ICollection<Signal> signals)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(signals);
        Detect(subject.Text, TextField.Text, subject.Language.Code, signals);
        Detect(subject.Author, TextField.Author, subject.Language.Code, signals);
    }

    private void Detect(NormalizedText text, TextField field, string language, ICollection<Signal> signals)
    {
        List<LexiconHit>? hits = null;
        for (var i = 0; i < text.Readings.Count; i++)
        {
            index.Find(text, text.Readings[i], i == 0, language, ref hits);
        }

        if (hits is null)
        {
            return;
        }

        if (hits.Exists(hit => hit.Term.Severity == 0))
        {
            RemoveHarmless(hits, text.Original.Length);
        }

        // Most texts with any hit have one, and nothing to weigh it against.
        if (hits is [var only])
        {
            TellAll(only, field, signals);
        }
        else
        {
            Tell(hits, text.Original.Length, field, signals);
        }
    }

    private static void RemoveHarmless(List<LexiconHit> hits, int length)
    {
        var harmless = new BitArray(length);
        foreach (var hit in hits)
        {
            if (hit.Term.Severity == 0)
            {
                Mark(harmless, hit.Span);
            }
        }

        hits.RemoveAll(hit => CountMarked(harmless, hit.Span) == hit.Span.Length);
    }

    private void TellAll(LexiconHit hit, TextField field, ICollection<Signal> signals)
    {
        foreach (var attribute in hit.Term.Attributes)
        {
            signals.Add(new(attribute, hit.Term.Severity, Name, field, hit.Span, hit.Term.Id));
        }
    }

    private void Tell(List<LexiconHit> hits, int length, TextField field, ICollection<Signal> signals)
    {
        // One mark a character and attribute, so that a text made of insults alone costs no more than its length.
        var told = new Dictionary<string, BitArray>();
        foreach (var hit in hits.OrderByDescending(hit => hit.Term.Severity).ThenByDescending(hit => hit.Span.Length).ThenBy(hit => hit.Span.Start))
        {
            foreach (var attribute in hit.Term.Attributes)
            {
                var marks = told.TryGetValue(attribute, out var known) ? known : told[attribute] = new(length);
                if (CountMarked(marks, hit.Span) == 0)
                {
                    Mark(marks, hit.Span);
                    signals.Add(new(attribute, hit.Term.Severity, Name, field, hit.Span, hit.Term.Id));
                }
            }
        }
    }

    private static void Mark(BitArray marks, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            marks[i] = true;
        }
    }

    private static int CountMarked(BitArray marks, TextSpan span)
    {
        var count = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            count += marks[i] ? 1 : 0;
        }

        return count;
    }
}
