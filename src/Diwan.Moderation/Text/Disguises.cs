namespace Diwan.Moderation.Text;

/// <summary>Undoes what people do to a word so that it is not found: look-alikes, leet, spaces between letters, stretching.</summary>
/// <remarks>Each step reads the last one's result, so that a word disguised twice is found too; each result is a reading of its own,
/// so that an honest text which only looks disguised keeps its plain reading.</remarks>
internal static class Disguises
{
    public static IReadOnlyList<TextReading> ReadingsOf(TextReading plain)
    {
        var readings = new List<TextReading>(1) { plain };
        var latin = Add(readings, LookAlikeReading.Of(plain)) ?? plain;

        // "u i d i o t": the run may begin with a word of one letter, or that letter may belong to it.
        var joined = Add(readings, JoinedReading.Of(latin, firstApart: false));
        AddSpellings(readings, joined ?? latin);
        if (joined is not null && Add(readings, JoinedReading.Of(latin, firstApart: true)) is { } apart) AddSpellings(readings, apart);
        return readings;
    }

    /// <summary>The text with all that undone which one reading can undo: "1" is i, and of a stretched letter one stays.</summary>
    public static TextReading UndoneOf(TextReading plain)
    {
        var text = LookAlikeReading.Of(plain) ?? plain;
        text = JoinedReading.Of(text, firstApart: false) ?? text;
        text = LeetReading.Of(text, 'i') ?? text;
        return SqueezedReading.Of(text, keep: 1) ?? text;
    }

    // "1" and "!" stand for i as often as for l: each gets its reading, and each is squeezed.
    private static void AddSpellings(List<TextReading> readings, TextReading text)
    {
        var withI = Add(readings, LeetReading.Of(text, 'i'));
        AddSqueezed(readings, withI ?? text);
        if (withI is not null && LeetReading.IsAmbiguous(text) && Add(readings, LeetReading.Of(text, 'l')) is { } withL) AddSqueezed(readings, withL);
    }

    private static void AddSqueezed(List<TextReading> readings, TextReading text)
    {
        if (Add(readings, SqueezedReading.Of(text, keep: 2)) is not null) Add(readings, SqueezedReading.Of(text, keep: 1));
    }

    private static TextReading? Add(List<TextReading> readings, TextReading? reading)
    {
        if (reading is not null && readings.TrueForAll(known => known.Folded != reading.Folded)) readings.Add(reading);
        return reading;
    }
}
