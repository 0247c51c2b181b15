using System.Buffers;

namespace Diwan.Moderation.Text;

/// <summary>Reads digits and signs as the letters they are put for, in words that hold letters too.</summary>
internal static class LeetReading
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("01345789@$!|+€");
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Ambiguous = SearchValues.Create("1!|");

    /// <summary>The reading; null when there is nothing to read otherwise.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="one">What "1", "!" and "|" stand for: <c>i</c> or <c>l</c>.</param>
    public static TextReading? Of(TextReading text, char one)
    {
        var folded = text.Units;
        ReadingBuilder? builder = null;
        var copied = 0;
        for (var sign = NextSign(folded, 0); sign < folded.Length;)
        {
            var (at, end) = (sign, sign);
            while (at > copied && IsSpelled(folded[at - 1])) at--;
            while (end < folded.Length && IsSpelled(folded[end])) end++;
            if (IsDisguised(folded.Slice(at, end - at)))
            {
                builder ??= ReadingBuilder.Begin(folded.Length);
                builder.Copy(text, copied, at);
                for (; at < end; at++) builder.Add(Letter(folded[at], one), text.StartOf(at), text.EndOf(at));
                copied = end;
            }

            sign = NextSign(folded, end);
        }

        builder?.Copy(text, copied, folded.Length);
        return builder?.Build(text.Room);
    }

    /// <summary>True when the text holds a sign that may stand for i or for l.</summary>
    public static bool IsAmbiguous(TextReading text) => text.Units.ContainsAny(Ambiguous);

    private static int NextSign(ReadOnlySpan<char> folded, int from)
    {
        var found = folded[from..].IndexOfAny(Signs);
        return found < 0 ? folded.Length : from + found;
    }

    private static bool IsSpelled(char unit) => char.IsAsciiLetterOrDigit(unit) || Signs.Contains(unit);

    // A letter in it, and a sign that is not mere punctuation at its end: "id1ot", "$hit", but not "stop!!" and not "2021".
    // Of signs alone only "@$$" and its like spell a word.
    private static bool IsDisguised(ReadOnlySpan<char> word)
    {
        var trimmed = word.TrimEnd("!|+");
        return trimmed.IndexOfAny(Signs) >= 0
            && (trimmed.ContainsAny(Letters) || (trimmed.Contains('@') && trimmed.Contains('$')));
    }

    private static char Letter(char sign, char one) => sign switch
    {
        '0' => 'o',
        '1' or '!' or '|' => one,
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => sign,
    };
}
