namespace Diwan.Moderation.Text;

/// <summary>Shortens stretched letters: "idiooooot", "looooser".</summary>
internal static class SqueezedReading
{
    // No word of the site's languages has the same letter three times in a row.
    private const int Stretched = 3;

    /// <summary>The reading; null when nothing is stretched.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="keep">How many of a stretched letter stay: 2 for words spelled with a double letter, 1 for the others.</param>
    public static TextReading? Of(TextReading text, int keep)
    {
        var folded = text.Folded;
        ReadingBuilder? builder = null;
        for (var at = 0; at < folded.Length;)
        {
            var end = at + 1;
            while (end < folded.Length && folded[end] == folded[at]) end++;
            var isStretched = char.IsLetter(folded[at]) && end - at >= Stretched;
            if (isStretched && builder is null)
            {
                builder = new ReadingBuilder(folded.Length);
                for (var before = 0; before < at; before++) builder.Add(folded[before], text.StartOf(before), text.EndOf(before));
            }

            var kept = isStretched ? keep : end - at;
            for (var i = 0; i < kept; i++)
            {
                // The last one kept reaches to the end of the stretch, so that a quote shows all of it.
                var isLast = isStretched && i == kept - 1;
                builder?.Add(folded[at], text.StartOf(at + i), text.EndOf(isLast ? end - 1 : at + i));
            }

            at = end;
        }

        return builder?.Build();
    }
}
