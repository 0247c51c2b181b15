namespace Diwan.Learning.Languages;

/// <summary>Draws training texts of one language, varied as comments are: cut short, typed on another keyboard, shouted.</summary>
internal sealed class TrainingTexts(string language, string script)
{
    // What other sets put in the place of a name or an address: their habit, not the language's.
    private static readonly HashSet<string> Placeholders = ["URL", "USER", "RT", "[URL]", "[USER]", "<user>", "<url>", "@USER"];

    // In percent, where there are texts too.
    private const int ShareOfWordLists = 8;

    private readonly List<string[]> texts = [];
    private readonly List<string[]> wordLists = [];
    private readonly List<string[]> arabic = [];

    /// <summary>ISO 639 code.</summary>
    public string Language => language;

    /// <summary>Takes a whole text.</summary>
    public void AddText(string text) => texts.Add(Words(text));

    /// <summary>Takes a list of words that make up texts in any order.</summary>
    public void AddWordList(string words) => wordLists.Add(Words(words));

    /// <summary>Takes an Arabic text that is to be spelled in Latin letters.</summary>
    public void AddArabic(string text) => arabic.Add(Words(text));

    /// <summary>The next text of the sequence.</summary>
    public string Next(RandomSequence random)
    {
        var text = texts.Count > 0 && !(wordLists.Count > 0 && random.Chance(ShareOfWordLists)) ? Cut(texts[random.Below(texts.Count)], random)
            : arabic.Count > 0 && random.Chance(50) ? Arabizi.Spell(Cut(arabic[random.Below(arabic.Count)], random), random)
            : FromList(wordLists[random.Below(wordLists.Count)], random);
        var typed = KeyboardVariants.Respell(text, language, script, random);
        return random.Chance(5) ? typed.ToUpperInvariant() : typed;
    }

    // Six in ten are cut to one to eight words: short comments are the hard ones.
    private static string Cut(string[] words, RandomSequence random)
    {
        if (words.Length <= 1 || random.Chance(40))
        {
            return string.Join(' ', words);
        }

        var count = Math.Min(words.Length, 1 + random.Below(8));
        var start = random.Below(words.Length - count + 1);
        return string.Join(' ', words[start..(start + count)]);
    }

    private static string FromList(string[] words, RandomSequence random)
    {
        var drawn = new string[1 + random.Below(10)];
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = words[random.Below(words.Length)];
        }

        return string.Join(' ', drawn);
    }

    private static string[] Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !Placeholders.Contains(word))];
}
