using System.Buffers;

namespace Diwan.Moderation.Text;

/// <summary>Joins letters that stand apart ("i d i o t", "i.d.i.o.t", "i - d - i - o - t") and words cut by a sign next to one letter ("i.diot", "f*ck").</summary>
internal static class JoinedReading
{
    // Two single letters are initials or "a b"; from three on it is spelling.
    private const int FewestLetters = 3;

    // A separator, or one between blanks; or as many signs as stand for left-out letters.
    private const int WidestGap = 3;

    // A word cut by signs is a word: longer chains are addresses and lists.
    private const int LongestCut = 20;

    private static readonly SearchValues<char> Cuts = SearchValues.Create("*._-~|#^·•");

    // Letters that are words by themselves in the site's languages or in haste ("u", "r").
    private static readonly SearchValues<char> Words = SearchValues.Create("aeioruyو");

    /// <summary>The reading; null when nothing stands apart.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="firstApart">Leave a run's first letter alone where it may be a word by itself: "u i d i o t".</param>
    public static TextReading? Of(TextReading text, bool firstApart)
    {
        var folded = text.Units;
        ReadingBuilder? builder = null;
        var (copied, barren) = (0, 0);
        for (var at = WordStart(folded, 0); at < folded.Length;)
        {
            var end = WordEnd(folded, at);
            var last = end - at == 1 && at >= barren ? SpelledEnd(folded, at, ref barren) : end;
            var isJoined = last > end || CutEnd(folded, at, end, out last);
            if (isJoined)
            {
                var first = firstApart && end - at == 1 && Words.Contains(folded[at]) ? end : at;
                builder ??= ReadingBuilder.Begin(folded.Length);
                builder.Copy(text, copied, first);
                if (first == end) builder.Add(' ', text.StartOf(first), text.EndOf(first));
                for (; first < last; first++)
                {
                    if (IsSpelled(folded[first])) builder.Copy(text, first, first + 1);
                }

                copied = last;
            }

            at = WordStart(folded, last);
        }

        builder?.Copy(text, copied, folded.Length);
        return builder?.Build(text.Room);
    }

    // Where a run of three or more single letters ends; right after this letter when there is none.
    // A run of digits alone is none, and no run that begins within it is one either, but for its last digit: that is where barren then points,
    // lest a long row of digits be walked again from each of them.
    private static int SpelledEnd(ReadOnlySpan<char> folded, int at, ref int barren)
    {
        var (letters, hasLetter, end, widest, hasSign) = (1, char.IsLetter(folded[at]), at + 1, WidestGap, false);
        while (true)
        {
            var next = WordStart(folded, end, end + widest);
            var gap = next - end;
            if (next >= folded.Length || gap is 0 || !IsSpelled(folded[next]) || WordEnd(folded, next, next + 2) > next + 1) break;

            // "f u c k  y o u", "f.u.c.k y.o.u": a wider gap than the first is one between words, and so is a blank one after gaps with a sign.
            var isBlank = folded.Slice(end, gap).IsWhiteSpace();
            if (hasSign && isBlank) break;
            (widest, hasSign) = letters == 1 ? (gap, !isBlank) : (widest, hasSign);
            letters++;
            hasLetter |= char.IsLetter(folded[next]);
            end = next + 1;
        }

        if (letters >= FewestLetters && hasLetter) return end;
        barren = end - 1;
        return at + 1;
    }

    // Where a word cut by signs ends, when one of its pieces is a single letter; else where its first piece does.
    private static bool CutEnd(ReadOnlySpan<char> folded, int at, int end, out int last)
    {
        var (letters, isCut, hasSingle) = (end - at, false, IsSingleLetter(folded, at, end));
        last = end;
        while (last < folded.Length && Cuts.Contains(folded[last]))
        {
            var sign = folded[last];
            var next = last + 1;
            while (next < folded.Length && folded[next] == sign && next - last < WidestGap) next++;
            if (next == folded.Length || !IsSpelled(folded[next])) break;
            last = WordEnd(folded, next);
            hasSingle |= IsSingleLetter(folded, next, last);
            letters += last - next;
            isCut = true;
        }

        return isCut && hasSingle && letters is >= FewestLetters and <= LongestCut;
    }

    private static bool IsSingleLetter(ReadOnlySpan<char> folded, int at, int end) => end - at == 1 && char.IsLetter(folded[at]);

    private static int WordStart(ReadOnlySpan<char> folded, int at, int limit = int.MaxValue)
    {
        while (at < folded.Length && at < limit && !IsSpelled(folded[at]) && (limit == int.MaxValue || folded[at] != '\n')) at++;
        return at;
    }

    private static int WordEnd(ReadOnlySpan<char> folded, int at, int limit = int.MaxValue)
    {
        while (at < folded.Length && at < limit && IsSpelled(folded[at])) at++;
        return at;
    }

    // Signs that stand for letters are spelled out too: "i d 1 0 t", "$ h i t".
    private static bool IsSpelled(char unit) => char.IsLetterOrDigit(unit) || unit is '@' or '$';
}
