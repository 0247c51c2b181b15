namespace Diwan.Moderation.Signals.Repetition;

/// <summary>Measures what one text repeats of itself: the share of it that is repetition.</summary>
internal static class RepeatedWithin
{
    private const int FewestLines = 3;
    private const int FewestWords = 8;
    private const int ShortestLine = 8;
    private const int LongestInnocentRun = 4; // "yesss", "nooo", "....": emphasis, not flooding
    private const int FewestFlooded = 12;

    /// <summary>Kind of repetition and its share of the text, 0 to 1, for each kind there is.</summary>
    public static IEnumerable<(string Kind, double Score)> Measure(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length >= ShortestLine).ToList();
        if (lines.Count >= FewestLines && Repeated(lines) is > 0 and var linesRepeated)
        {
            yield return ("repeated-lines", linesRepeated);
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length >= FewestWords && MostFrequent(words) is > 0.5 and var wordRepeated)
        {
            yield return ("repeated-word", wordRepeated);
        }

        var flooded = Flooded(text);
        if (flooded >= FewestFlooded)
        {
            yield return ("repeated-characters", flooded / (double)text.Length);
        }
    }

    private static double Repeated(List<string> lines) => 1 - (lines.Distinct(StringComparer.Ordinal).Count() / (double)lines.Count);

    private static double MostFrequent(string[] words) =>
        words.CountBy(word => word, StringComparer.OrdinalIgnoreCase).Max(word => word.Value) / (double)words.Length;

    private static int Flooded(string text)
    {
        var flooded = 0;
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start + 1;
            while (end < text.Length && text[end] == text[start])
            {
                end++;
            }

            flooded += end - start > LongestInnocentRun && !char.IsWhiteSpace(text[start]) ? end - start : 0;
        }

        return flooded;
    }
}
