namespace Diwan.Moderation.Text.Languages;

/// <summary>Turns text into the numbered evidence the language model weighs: letters, runs of two to four letters, and whole words.</summary>
/// <remarks>
/// Single letters are what tells Sorani (ڕ ڵ ۆ ێ), Urdu (ٹ ڈ ے), Turkish (ğ ı) and Kurmanji (ê î û) at a glance; the longer runs carry the
/// rest. Training and use share this code, so a change here makes every older model worthless:
/// <see cref="LanguageModel.FormatVersion"/> must rise with it.
/// </remarks>
public static class LanguageFeatures
{
    /// <summary>Room that always suffices for what <see cref="Extract"/> writes, as a multiple of the text's length plus one.</summary>
    public const int PerCharacter = 4;

    /// <summary>log₂ of the number of buckets evidence is hashed into.</summary>
    public const int BucketBits = 16;

    private const ulong Spread = 0x9E3779B97F4A7C15;

    /// <summary>Writes the buckets of all evidence in the letters of one script.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="system">Letters of other scripts end a word.</param>
    /// <param name="buckets">Room for (length + 1) × <see cref="PerCharacter"/> numbers.</param>
    /// <returns>How many were written; 0 when the text has no letter of the script.</returns>
    public static int Extract(ReadOnlySpan<char> text, WritingSystem system, Span<int> buckets)
    {
        var word = new WordHash(buckets);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = Letters.Fold(text[i], system);
            if (letter == Letters.Gap || (!word.Open && !Opens(letter, text, i, system)))
            {
                word.Close();
            }
            else if (letter != Letters.Nothing)
            {
                word.Add(letter);
            }
        }

        word.Close();
        return word.Written;
    }

    // A digit opens a word only before a letter: "7abibi" is a word, "2026" is not.
    private static bool Opens(char letter, ReadOnlySpan<char> text, int at, WritingSystem system) =>
        !char.IsAsciiDigit(letter) ? char.IsLetter(letter) : at + 1 < text.Length && WritingSystems.Of(text[at + 1]) == system;

    /// <summary>Hashes one word after another, letter by letter.</summary>
    private ref struct WordHash(Span<int> buckets)
    {
        private readonly Span<int> buckets = buckets;

        // The last four letters, newest lowest, 16 bits each; the gap before the word is one of them.
        private ulong recent = Letters.Gap;
        private ulong whole = Spread;

        public int Written { get; private set; }

        public bool Open { get; private set; }

        public void Add(char letter)
        {
            // Three or more of the same letter are stretched for emphasis: two stand for all.
            if (Open && (uint)recent == ((uint)letter << 16 | letter))
            {
                return;
            }

            Open = true;
            whole = (whole ^ letter) * Spread;
            whole ^= whole >> 29;
            recent = recent << 16 | letter;
            Write(letter);
            WriteRuns();
        }

        public void Close()
        {
            if (Open)
            {
                recent = recent << 16 | Letters.Gap;
                WriteRuns();
                Write(whole);
            }

            (Open, recent, whole) = (false, Letters.Gap, Spread);
        }

        private void WriteRuns()
        {
            Write(recent & 0xFFFF_FFFF);
            if (recent >> 32 != 0)
            {
                Write(recent & 0xFFFF_FFFF_FFFF);
            }

            if (recent >> 48 != 0)
            {
                Write(recent);
            }
        }

        private void Write(ulong evidence) => buckets[Written++] = (int)(evidence * Spread >> (64 - BucketBits));
    }
}
