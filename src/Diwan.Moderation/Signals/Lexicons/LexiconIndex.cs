using System.Collections.Frozen;
using System.Numerics;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>All terms of all lexicons, found by the first word of each. Built once; a word of a text costs one pass over its
/// letters, and a look-up only where a term may end; nothing is allocated for a word that is no hit.</summary>
internal sealed class LexiconIndex
{
    // Shorter stems with endings are other words.
    private const int ShortestStem = 2;

    // Only Arabic has prefixes: below its letters none need be tried.
    private static readonly char LowestPrefix = Inflection.Prefixes.Min(prefix => prefix[0]);

    private readonly TermSieve sieve = new();
    private readonly FrozenDictionary<string, LexiconTerm[]>.AlternateLookup<ReadOnlySpan<char>> first;
    private readonly FrozenDictionary<string, LexiconTerm[]>.AlternateLookup<ReadOnlySpan<char>> stems;

    public LexiconIndex(IReadOnlyCollection<LexiconTerm> terms)
    {
        first = ByFirstWord(terms);
        stems = ByFirstWord(terms.Where(term => term.Has(TermFlags.Stem) && term.Words.Count == 1));
        foreach (var term in terms)
        {
            sieve.Add(term.Words[0]);
        }
    }

    /// <summary>Adds every hit in one reading of a text.</summary>
    /// <param name="text">The text the reading is of.</param>
    /// <param name="reading">Which reading.</param>
    /// <param name="isPlain">Whether it is the plain fold.</param>
    /// <param name="language">What language the text is taken to be in.</param>
    /// <param name="hits">Where hits go.</param>
    public void Find(NormalizedText text, TextReading reading, bool isPlain, string language, List<LexiconHit> hits)
    {
        var folded = reading.Units;
        for (var at = 0; FoldedWords.Next(folded, at, out var word); at = word.End.Value)
        {
            FindAt(folded, word, 0, hits);
            if (folded[word.Start] < LowestPrefix)
            {
                continue;
            }

            foreach (var prefix in Inflection.Prefixes)
            {
                if (folded[word].StartsWith(prefix))
                {
                    FindAt(folded, word, prefix.Length, hits);
                }
            }
        }

        void FindAt(ReadOnlySpan<char> folded, Range word, int prefix, List<LexiconHit> hits)
        {
            var (start, end) = (word.Start.Value + prefix, word.End.Value);
            for (var ends = Ends(folded[start..end]); ends != 0; ends &= ends - 1)
            {
                var cut = end - BitOperations.TrailingZeroCount(ends);
                if (cut == end && first.TryGetValue(folded[start..end], out var terms))
                {
                    foreach (var term in terms)
                    {
                        Try(folded, term, word, prefix, EndOfPhrase(folded, term, end), hits);
                    }
                }
                else if (cut < end && stems.TryGetValue(folded[start..cut], out terms))
                {
                    foreach (var term in terms)
                    {
                        Try(folded, term, word, prefix, term.Inflection.IsEnding(folded[cut..end]) ? end : -1, hits);
                    }
                }
            }
        }

        void Try(ReadOnlySpan<char> folded, LexiconTerm term, Range word, int prefix, int end, List<LexiconHit> hits)
        {
            var start = word.Start.Value;
            if (end < 0
                || prefix > 0 && !(term.Has(TermFlags.Prefix) && term.Inflection.IsPrefix(folded[start..(start + prefix)]))
                || term.Has(TermFlags.Exact) && !isPlain
                || term.Has(TermFlags.Native) && term.Language != language)
            {
                return;
            }

            var span = reading.ToOriginal(start, end - start);
            if (!term.Has(TermFlags.Spelled) || text.Original.AsSpan(span.Start, span.Length).StartsWith(term.Text, StringComparison.OrdinalIgnoreCase))
            {
                hits.Add(new(term, span, hits.Count));
            }
        }
    }

    // Where in a word a term may end, as bits: bit 0 for the whole word, bit n for n letters before its end.
    private ulong Ends(ReadOnlySpan<char> word)
    {
        var (hash, ends) = (TermSieve.Empty, 0UL);
        for (var i = 0; i < word.Length; i++)
        {
            hash = TermSieve.Step(hash, word[i]);
            var ending = word.Length - 1 - i;
            if (ending <= Inflection.LongestEnding && sieve.MayHold(hash) && (ending == 0 || i + 1 >= ShortestStem))
            {
                ends |= 1UL << ending;
            }
        }

        return ends;
    }

    // One past the last word of the phrase whose first word ends here; -1 when the text goes on otherwise.
    private static int EndOfPhrase(ReadOnlySpan<char> folded, LexiconTerm term, int end)
    {
        for (var i = 1; i < term.Words.Count; i++)
        {
            if (!FoldedWords.Next(folded, end, out var next) || !FoldedWords.IsWithinPhrase(folded[end..next.Start.Value]))
            {
                return -1;
            }

            var word = folded[next];
            var wanted = term.Words[i];
            var bearsEnding = i == term.Words.Count - 1 && term.Has(TermFlags.Stem) && word.StartsWith(wanted);
            if (!word.SequenceEqual(wanted) && !(bearsEnding && term.Inflection.IsEnding(word[wanted.Length..])))
            {
                return -1;
            }

            end = next.End.Value;
        }

        return end;
    }

    private static FrozenDictionary<string, LexiconTerm[]>.AlternateLookup<ReadOnlySpan<char>> ByFirstWord(IEnumerable<LexiconTerm> terms) =>
        terms.GroupBy(term => term.Words[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray())
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
