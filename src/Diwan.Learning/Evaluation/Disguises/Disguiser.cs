using System.Text;
using Diwan.Learning.Training;

namespace Diwan.Learning.Evaluation.Disguises;

/// <summary>Disguises about half of the words of a text. Seeded: the same seed and text give the same result.</summary>
public static class Disguiser
{
    private const int ShortestWord = 3;

    private static readonly Dictionary<char, string> Leet = new()
    {
        ['a'] = "4@", ['e'] = "3", ['i'] = "1!", ['o'] = "0", ['s'] = "5$", ['t'] = "7", ['b'] = "8", ['g'] = "9",
    };

    // Latin → Cyrillic or Greek, and Arabic letters → the form that other languages of the script use.
    private static readonly Dictionary<char, char> LookAlikes = new()
    {
        ['a'] = 'а', ['c'] = 'с', ['e'] = 'е', ['i'] = 'і', ['o'] = 'о', ['p'] = 'р', ['s'] = 'ѕ', ['x'] = 'х', ['y'] = 'у', ['u'] = 'υ', ['v'] = 'ν',
        ['A'] = 'А', ['B'] = 'В', ['C'] = 'С', ['E'] = 'Е', ['H'] = 'Н', ['K'] = 'К', ['M'] = 'М', ['O'] = 'О', ['P'] = 'Р', ['T'] = 'Т', ['X'] = 'Х',
        ['ك'] = 'ک', ['ي'] = 'ی', ['ى'] = 'ی', ['ه'] = 'ھ', ['ک'] = 'ك', ['ی'] = 'ي',
    };

    private static readonly char[] Invisible = ['\u200B', '\u200D', '\u2060', '\u00AD'];
    private static readonly char[] Separators = [' ', '.', '-', '*'];

    /// <summary>The text with about half of its words of three letters or more disguised; the text itself where no letter lends itself to it.</summary>
    public static string Apply(Disguise disguise, string text, ulong seed)
    {
        var random = new SeededRandom(seed + (ulong)disguise);
        return string.Join(' ', text.Split(' ').Select(word =>
            word.Count(char.IsLetter) >= ShortestWord && random.NextBelow(2) == 0 ? Word(disguise, word, random) : word));
    }

    private static string Word(Disguise disguise, string word, SeededRandom random) => disguise switch
    {
        Disguise.Leet => string.Concat(word.Select(letter => Leet.TryGetValue(char.ToLowerInvariant(letter), out var signs) && random.NextBelow(3) > 0
            ? signs[random.NextBelow(signs.Length)] : letter)),
        Disguise.LookAlikes => string.Concat(word.Select(letter => LookAlikes.TryGetValue(letter, out var other) && random.NextBelow(3) > 0 ? other : letter)),
        Disguise.Spacing => Between(word, Separators[random.NextBelow(Separators.Length)].ToString(), _ => true),
        Disguise.ZeroWidth => Between(word, Invisible[random.NextBelow(Invisible.Length)].ToString(), _ => random.NextBelow(2) == 0),
        Disguise.Repeats => Repeat(word, random.NextBelow(word.Length), 2 + random.NextBelow(4)),
        _ => throw new ArgumentOutOfRangeException(nameof(disguise), disguise, "no such disguise"),
    };

    private static string Between(string word, string sign, Func<int, bool> here)
    {
        var result = new StringBuilder();
        var letters = word.EnumerateRunes().ToArray();
        for (var index = 0; index < letters.Length; index++)
        {
            result.Append(letters[index].ToString()).Append(index + 1 < letters.Length && here(index) ? sign : "");
        }

        return result.ToString();
    }

    private static string Repeat(string word, int at, int times)
        => char.IsLetter(word[at]) ? word.Insert(at, new string(word[at], times)) : word;
}
