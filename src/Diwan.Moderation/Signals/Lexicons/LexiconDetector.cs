using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>Finds words and phrases that a newsroom keeps lists of, in the text and in the author's name, through the disguises
/// that <see cref="NormalizedText.Readings"/> undoes.</summary>
public sealed class LexiconDetector : IDetector
{
    // Marks of longer comments are allocated, and so are more hits than these.
    private const int UsualLength = 8192, MostHitsKept = 1024;

    // One list a thread, used again for every comment; lost when something throws, which costs a new one.
    [ThreadStatic]
    private static List<LexiconHit>? spare;

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
        Detect(subject.Text, TextField.Text, subject.Language.Code, signals);
        Detect(subject.Author, TextField.Author, subject.Language.Code, signals);
    }

    /// <summary>Adds what one part of a comment holds, for whoever has no more than that. For a comment of usual length nothing is allocated but its signals.</summary>
    /// <param name="text">The part, folded.</param>
    /// <param name="field">Which part it is.</param>
    /// <param name="language">ISO 639 code of the language that the comment is taken to be in.</param>
    /// <param name="signals">Where signals go.</param>
    public void Detect(NormalizedText text, TextField field, string language, ICollection<Signal> signals)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signals);
        var hits = spare ?? [];
        spare = null;
        var readings = text.Readings;
        for (var i = 0; i < readings.Count; i++)
        {
            index.Find(text, readings[i], i == 0, language, hits);
        }

        if (hits.Count > 0)
        {
            Tell(hits, text.Original.Length, field, signals);
            hits.Clear();
        }

        spare = hits.Capacity <= MostHitsKept ? hits : null;
    }

    private void Tell(List<LexiconHit> hits, int length, TextField field, ICollection<Signal> signals)
    {
        // One mark a character and attribute, so that a text made of insults alone costs no more than its length.
        Span<ushort> marks = length <= UsualLength ? stackalloc ushort[length] : new ushort[length];
        RemoveHarmless(hits, marks);
        hits.Sort(LexiconHit.StrongestFirst);
        foreach (var hit in hits)
        {
            var own = marks.Slice(hit.Span.Start, hit.Span.Length);
            var told = 0;
            foreach (var mark in own)
            {
                told |= mark;
            }

            foreach (var attribute in hit.Term.Attributes)
            {
                if ((told & attribute.Mark) == 0)
                {
                    told |= attribute.Mark;
                    Mark(own, attribute.Mark);
                    signals.Add(new(attribute.Name, hit.Term.Severity, Name, field, hit.Span, hit.Term.Id));
                }
            }
        }
    }

    // No term counts that lies within harmless phrases, those phrases themselves included.
    private static void RemoveHarmless(List<LexiconHit> hits, Span<ushort> marks)
    {
        foreach (var hit in hits)
        {
            if (hit.Term.Severity == 0)
            {
                Mark(marks.Slice(hit.Span.Start, hit.Span.Length), TermAttribute.Harmless);
            }
        }

        var kept = 0;
        for (var i = 0; i < hits.Count; i++)
        {
            if (!IsHarmless(marks.Slice(hits[i].Span.Start, hits[i].Span.Length)))
            {
                hits[kept++] = hits[i];
            }
        }

        hits.RemoveRange(kept, hits.Count - kept);
    }

    private static bool IsHarmless(ReadOnlySpan<ushort> marks)
    {
        foreach (var mark in marks)
        {
            if ((mark & TermAttribute.Harmless) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Mark(Span<ushort> marks, ushort mark)
    {
        foreach (ref var character in marks)
        {
            character |= mark;
        }
    }
}
