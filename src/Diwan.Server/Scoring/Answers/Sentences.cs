using Diwan.Moderation.Text;

namespace Diwan.Server.Scoring.Answers;

/// <summary>Cuts a text into sentences, in UTF-16 units of the text itself.</summary>
internal static class Sentences
{
    private const int Most = 200;

    /// <summary>The sentences in order, without the space between them; one for the whole text when nothing ends inside it. The last of 200 takes the rest.</summary>
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        var sentences = new List<TextSpan>();
        var start = SkipSpace(text, 0);
        for (var at = start; at < text.Length && sentences.Count < Most - 1; at++)
        {
            if (!EndsAt(text, at)) continue;
            var end = at + 1;
            while (end < text.Length && (IsStop(text[end]) || IsClosing(text[end]))) end++;
            sentences.Add(new(start, start + text.AsSpan(start, end - start).TrimEnd().Length));
            start = SkipSpace(text, end);
            at = start - 1;
        }

        var rest = text.AsSpan(start).TrimEnd().Length;
        if (rest > 0) sentences.Add(new(start, start + rest));
        return sentences.Count > 0 ? sentences : [new(0, text.Length)];
    }

    // A full stop inside a number or an address ends nothing: what follows must be a gap.
    private static bool EndsAt(string text, int at)
    {
        if (text[at] is '\n') return true;
        if (!IsStop(text[at])) return false;
        var next = at + 1;
        while (next < text.Length && (IsStop(text[next]) || IsClosing(text[next]))) next++;
        return next < text.Length && (char.IsWhiteSpace(text[next]) || IsSoleStop(text[at]));
    }

    private static bool IsStop(char sign) => sign is '.' or '!' or '?' or '…' || IsSoleStop(sign);

    // Signs that stand in no number and no address, so that they end a sentence without a gap, as they do where no gaps are written.
    private static bool IsSoleStop(char sign) => sign is '؟' or '۔' or '।' or '。' or '｡' or '！' or '？';

    private static bool IsClosing(char sign) => sign is '"' or '\'' or ')' or '»' or '”' or '）' or '」' or '』';

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
