namespace Diwan.Moderation.Text;

/// <summary>Joins letters that stand apart: "i d i o t", "i.d.i.o.t", "i - d - i - o - t".</summary>
internal static class JoinedReading
{
    // Two single letters are initials or "a b"; from three on it is spelling.
    private const int FewestLetters = 3;

    // A separator, or one between blanks.
    private const int WidestGap = 3;

    /// <summary>The reading; null when no run of single letters stands apart.</summary>
    public static TextReading? Of(TextReading text)
    {
        var folded = text.Folded;
        ReadingBuilder? builder = null;
        var copied = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            if (!IsSingle(folded, at)) continue;
            var letters = Run(folded, at, out var last);
            if (letters >= FewestLetters)
            {
                builder ??= new ReadingBuilder(folded.Length);
                for (; copied < at; copied++) builder.Add(folded[copied], text.StartOf(copied), text.EndOf(copied));
                for (; copied <= last; copied++)
                {
                    if (IsSpelled(folded[copied])) builder.Add(folded[copied], text.StartOf(copied), text.EndOf(copied));
                }
            }

            at = last;
        }

        if (builder is null) return null;
        for (; copied < folded.Length; copied++) builder.Add(folded[copied], text.StartOf(copied), text.EndOf(copied));
        return builder.Build();
    }

    // How many single letters follow one another from here, and where the last one stands.
    private static int Run(string folded, int at, out int last)
    {
        var letters = 1;
        last = at;
        while (true)
        {
            var next = last + 1;
            while (next < folded.Length && next - last <= WidestGap && !IsSpelled(folded[next]) && folded[next] != '\n') next++;
            if (next >= folded.Length || next == last + 1 || next - last > WidestGap + 1 || !IsSingle(folded, next)) return letters;
            letters++;
            last = next;
        }
    }

    private static bool IsSingle(string folded, int at) =>
        IsSpelled(folded[at]) && (at == 0 || !IsSpelled(folded[at - 1])) && (at + 1 == folded.Length || !IsSpelled(folded[at + 1]));

    // Signs that stand for letters are spelled out too: "i d 1 0 t", "$ h i t".
    private static bool IsSpelled(char unit) => char.IsLetterOrDigit(unit) || unit is '@' or '$';
}
