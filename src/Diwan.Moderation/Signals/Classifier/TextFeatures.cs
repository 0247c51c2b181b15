namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Cuts a folded text into words and hashes what the towers look at: whole words, neighbouring pairs,
/// and three to five letters in a row within a word.</summary>
/// <remarks>A buffer to be used again: reading a text allocates nothing. Training and scoring share it, so a
/// feature can never mean one thing there and another here.</remarks>
internal sealed class TextFeatures
{
    /// <summary>The n-gram table has two to the power of this many rows.</summary>
    public const int TableBits = 18;

    /// <summary>A text is read in windows of at most this many UTF-16 units.</summary>
    public const int WindowLength = 1000;

    // Letters of a longer word add nothing a word this long has not shown, and would let one "word" fill the buffer.
    private const int LongestWord = 40;
    private const uint Prime = 0x01000193, Basis = 0x811C9DC5, Edge = 0x3C;

    /// <summary>Rows of the n-gram table, token by token.</summary>
    public int[] Grams { get; } = new int[(WindowLength * 7) + 64];

    /// <summary>The words and signs, in reading order.</summary>
    public Token[] Tokens { get; } = new Token[WindowLength];

    /// <summary>How many of <see cref="Grams"/> are filled.</summary>
    public int GramCount { get; private set; }

    /// <summary>How many of <see cref="Tokens"/> are filled.</summary>
    public int TokenCount { get; private set; }

    /// <summary>Index of the first of <see cref="Grams"/> that speaks of writing habits and not of words.</summary>
    public int FirstHabit { get; private set; }

    /// <summary>Reads one window; <paramref name="offset"/> is where it begins in the whole folded text. As if the words
    /// of <paramref name="without"/> were not there, where it is given.</summary>
    public void Read(ReadOnlySpan<char> window, int offset = 0, NamedIdentities? without = null)
    {
        if (window.Length > WindowLength)
        {
            window = window[..WindowLength];
        }

        GramCount = TokenCount = 0;
        var previous = Basis;
        for (var at = 0; at < window.Length;)
        {
            if (char.IsWhiteSpace(window[at]))
            {
                at++;
                continue;
            }

            var end = EndOfToken(window, at);
            previous = Add(window[at..end], offset + at, previous, without);
            at = end;
        }

        FirstHabit = GramCount;
    }

    /// <summary>Adds how the text is written, whatever it says: capitals, spaces, signs, length. By these habits a
    /// text shows what kind of place it comes from, and a word its meaning there.</summary>
    public void ReadHabits(ReadOnlySpan<char> original)
    {
        GramCount = FirstHabit;
        var (length, unseen) = (Math.Min(original.Length, WindowLength), 0);
        uint before = 2, last = 3;
        var isFirst = true;
        for (var at = 0; at < length;)
        {
            if (WritingHabits.IsInvisible(original[at]))
            {
                (at, unseen) = (at + 1, unseen + 1);
                continue;
            }

            var shape = WritingHabits.ShapeAt(original[..length], ref at, ref unseen);
            AddGram(Habit(before, shape));
            AddGram(Habit(Habit(last, before), shape));
            if (isFirst)
            {
                AddGram(Habit(4, shape));
            }

            (last, before, isFirst) = (before, shape, false);
        }

        AddGram(Habit(1, (uint)int.Log2(original.Length - unseen + 1)));
        AddGram(Habit(Habit(5, last), before));
    }

    private static uint Habit(uint left, uint right) => ((left * 0x85EBCA6B) ^ (right + 0x7F4A7C15)) * Prime;

    private static int EndOfToken(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        if (!IsWordCharacter(text[start]))
        {
            return end < text.Length && char.IsSurrogatePair(text[start], text[end]) ? end + 1 : end;
        }

        while (end < text.Length && (IsWordCharacter(text[end]) || IsInnerApostrophe(text, end)))
        {
            end++;
        }

        return end;
    }

    private static bool IsWordCharacter(char character)
        => character < 128
            ? char.IsAsciiLetterOrDigit(character)
            : char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is
                System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format;

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int at)
        => text[at] is '\'' or '\u2019' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private uint Add(ReadOnlySpan<char> word, int start, uint previous, NamedIdentities? without)
    {
        var first = GramCount;
        Span<uint> letters = stackalloc uint[LongestWord + 2];
        var length = 0;
        var hash = Basis;
        letters[0] = Edge;
        for (var index = 0; index < word.Length && length < LongestWord; index++)
        {
            var letter = LetterFold.Of(word[index]);
            if (letter != LetterFold.Nothing)
            {
                letters[++length] = letter;
                hash = (hash ^ letter) * Prime;
            }
        }

        letters[length + 1] = Edge;
        if (length == 0 || (without is not null && without.Has(hash)))
        {
            return previous;
        }

        AddGram(hash ^ 0x5bd1e995);
        AddGram(((previous * 0x9E3779B1) ^ hash) * Prime);
        if (IsWordCharacter(word[0]))
        {
            AddLetters(letters[..(length + 2)]);
        }

        Tokens[TokenCount++] = new Token(start, start + word.Length, hash, first, GramCount);
        return hash;
    }

    private void AddLetters(ReadOnlySpan<uint> letters)
    {
        for (var start = 0; start + 3 <= letters.Length; start++)
        {
            var hash = (((((Basis ^ letters[start]) * Prime) ^ letters[start + 1]) * Prime) ^ letters[start + 2]) * Prime;
            AddGram(hash);
            for (var end = start + 3; end < letters.Length && end < start + 5; end++)
            {
                hash = (hash ^ letters[end]) * Prime;
                AddGram(hash);
            }
        }
    }

    // Fibonacci hashing: the low bits of FNV are poor, the high bits of the product are not.
    private void AddGram(uint hash) => Grams[GramCount++] = (int)((hash * 0x9E3779B1u) >> (32 - TableBits));
}
