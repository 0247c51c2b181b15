namespace Diwan.Moderation.Text;

/// <summary>Undoes what people do to a word so that it is not found: look-alikes, leet, spaces between letters, stretching.</summary>
/// <remarks>Each step reads the last one's result, so that a word disguised twice is found too; each result is a reading of its own,
/// so that an honest text which only looks disguised keeps its plain reading.</remarks>
internal static class Disguises
{
    public static IReadOnlyList<TextReading> ReadingsOf(TextReading plain)
    {
        var readings = new List<TextReading>(1) { plain };
        var last = plain;
        Try(LookAlikeReading.Of(last));
        Try(JoinedReading.Of(last));

        // "1" and "!" stand for i as often as for l: each gets its reading, and each is squeezed.
        var spelled = last;
        foreach (var one in "il")
        {
            last = spelled;
            Try(LeetReading.Of(last, one));
            var stretched = last;
            Try(SqueezedReading.Of(stretched, keep: 2));
            Try(SqueezedReading.Of(stretched, keep: 1));
        }

        return readings;

        void Try(TextReading? reading)
        {
            if (reading is null) return;
            last = reading;
            if (readings.TrueForAll(known => known.Folded != reading.Folded)) readings.Add(reading);
        }
    }
}
