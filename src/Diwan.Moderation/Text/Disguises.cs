namespace Diwan.Moderation.Text;

/// <summary>Undoes what people do to a word so that it is not found: look-alikes, leet, spaces between letters, stretching.</summary>
/// <remarks>Each step reads the last one's result, so that a word disguised twice is found too; each result is a reading of its own,
/// so that an honest text which only looks disguised keeps its plain reading.</remarks>
internal static class Disguises
{
    /// <summary>Fills <paramref name="readings"/> with every reading of a text, the plain one first, and the likeliest of them: all undone which one
    /// reading can undo, where "1" is i and of a stretched letter one stays.</summary>
    public static ReadingSet ReadingsOf(TextReading plain, ReadingSet readings)
    {
        readings.Begin(plain);
        var latin = readings.Add(LookAlikeReading.Of(plain)) ?? plain;

        // "u i d i o t": the run may begin with a word of one letter, or that letter may belong to it.
        var joined = readings.Add(JoinedReading.Of(latin, firstApart: false));
        readings.Undone = AddSpellings(readings, joined ?? latin);
        if (joined is not null && readings.Add(JoinedReading.Of(latin, firstApart: true)) is { } apart) AddSpellings(readings, apart);
        return readings;
    }

    // "1" and "!" stand for i as often as for l: each gets its reading, and each is squeezed. Returns the one with i, fully squeezed.
    private static TextReading AddSpellings(ReadingSet readings, TextReading text)
    {
        var withI = readings.Add(LeetReading.Of(text, 'i'));
        var squeezed = AddSqueezed(readings, withI ?? text);
        if (withI is not null && LeetReading.IsAmbiguous(text) && readings.Add(LeetReading.Of(text, 'l')) is { } withL) AddSqueezed(readings, withL);
        return squeezed;
    }

    // Returns the text itself when nothing in it is stretched.
    private static TextReading AddSqueezed(ReadingSet readings, TextReading text) =>
        readings.Add(SqueezedReading.Of(text, keep: 2)) is null ? text : readings.Add(SqueezedReading.Of(text, keep: 1)) ?? text;
}
