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
        var folded = text.Units;
        ReadingBuilder? builder = null;
        var copied = 0;
        for (var at = 0; at + Stretched <= folded.Length;)
        {
            if (folded[at + 2] != folded[at] || folded[at + 1] != folded[at] || !char.IsLetter(folded[at]))
            {
                at++;
                continue;
            }

            var end = at + Stretched;
            while (end < folded.Length && folded[end] == folded[at]) end++;
            builder ??= ReadingBuilder.Begin(folded.Length);
            builder.Copy(text, copied, at + keep - 1);

            // The last one kept reaches to the end of the stretch, so that a quote shows all of it.
            builder.Add(folded[at], text.StartOf(at + keep - 1), text.EndOf(end - 1));
            copied = at = end;
        }

        builder?.Copy(text, copied, folded.Length);
        return builder?.Build(text.Room);
    }
}
