using System.Buffers;

namespace Diwan.Moderation.Text;

/// <summary>Reads digits and signs as the letters they are put for, in words that hold letters too.</summary>
internal static class LeetReading
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("0134578@$!|+€");

    /// <summary>The reading; null when there is nothing to read otherwise.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="one">What "1", "!" and "|" stand for: <c>i</c> or <c>l</c>.</param>
    public static TextReading? Of(TextReading text, char one)
    {
        var folded = text.Folded;
        if (folded.AsSpan().IndexOfAny(Signs) < 0) return null;
        ReadingBuilder? builder = null;
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            while (end < folded.Length && (char.IsAsciiLetterOrDigit(folded[end]) || Signs.Contains(folded[end]))) end++;
            if (end > at && IsDisguised(folded.AsSpan(at, end - at)))
            {
                if (builder is null)
                {
                    builder = new ReadingBuilder(folded.Length);
                    for (var before = 0; before < at; before++) builder.Add(folded[before], text.StartOf(before), text.EndOf(before));
                }

                for (; at < end; at++) builder.Add(Letter(folded[at], one), text.StartOf(at), text.EndOf(at));
                continue;
            }

            if (end == at) end++;
            for (; at < end; at++) builder?.Add(folded[at], text.StartOf(at), text.EndOf(at));
        }

        return builder?.Build();
    }

    // A letter in it, and a sign that is not mere punctuation at its end: "id1ot", "$hit", but not "stop!!" and not "2021".
    private static bool IsDisguised(ReadOnlySpan<char> word)
    {
        var trimmed = word.TrimEnd("!|+");
        return trimmed.ContainsAnyInRange('a', 'z') && trimmed.IndexOfAny(Signs) >= 0;
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
        _ => sign,
    };
}
