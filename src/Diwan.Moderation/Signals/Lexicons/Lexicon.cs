using System.Globalization;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>Words and phrases of one language with what they speak of and how strongly, as data.</summary>
public sealed class Lexicon
{
    private const string LanguageRemark = "# Language:";

    private Lexicon(string name, string language, IReadOnlyList<LexiconTerm> terms) => (Name, Language, Terms) = (name, language, terms);

    /// <summary>The file's name without ending, shown with every hit.</summary>
    public string Name { get; }

    /// <summary>ISO 639 code of the language whose endings its stems may bear.</summary>
    public string Language { get; }

    /// <summary>How many terms it holds.</summary>
    public int Count => Terms.Count;

    internal IReadOnlyList<LexiconTerm> Terms { get; }

    /// <summary>Reads a lexicon: tab-separated term, attributes, severity and flags; lines that start with <c>#</c> are remarks,
    /// one of which is <c># Language:</c> and a code, before the first term.</summary>
    /// <remarks>Severity lies between 0 and 1; 0 is for a harmless phrase that holds a bad word. Flags are <c>stem</c>,
    /// <c>prefix</c>, <c>exact</c>, <c>spelled</c> and <c>native</c>, separated by commas.</remarks>
    /// <param name="name">What to call it in problems and hits.</param>
    /// <param name="tsv">The text of the file.</param>
    /// <exception cref="FormatException">A line is no term; the message names file and line.</exception>
    public static Lexicon Parse(string name, string tsv)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(tsv);
        var language = "";
        Inflection? inflection = null;
        var terms = new List<LexiconTerm>();
        foreach (var (index, line) in tsv.Split('\n').Select(line => line.TrimEnd('\r')).Index())
        {
            if (line.StartsWith(LanguageRemark, StringComparison.Ordinal))
            {
                language = line[LanguageRemark.Length..].Trim();
                inflection = Inflection.Of(language) ?? throw Problem(name, index, $"no endings are known for the language '{language}'");
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                terms.Add(Read(name, index, line, language, inflection ?? throw Problem(name, index, $"'{LanguageRemark}' must come first")));
            }
        }

        return new(name, language, terms);
    }

    private static LexiconTerm Read(string name, int index, string line, string language, Inflection inflection)
    {
        var fields = line.Split('\t');
        if (fields.Length is not (3 or 4))
        {
            throw Problem(name, index, "expected term, attributes, severity and flags, separated by tabs");
        }

        var words = Words(fields[0]);
        if (words.Count == 0)
        {
            throw Problem(name, index, "the term has no letters");
        }

        var attributes = Array.ConvertAll(
            fields[1].Split(','), attribute => TermAttribute.Of(attribute) ?? throw Problem(name, index, $"'{attribute}' is no attribute a word can have"));
        if (!double.TryParse(fields[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var severity) || severity > 1)
        {
            throw Problem(name, index, "the severity must lie between 0 and 1");
        }

        var flags = fields.Length < 4 || fields[3].Length == 0 ? TermFlags.None : Flags(name, index, fields[3]);
        return new(fields[0], words, attributes, severity, flags, language, inflection, $"{name}:{index + 1}");
    }

    private static TermFlags Flags(string name, int index, string field) =>
        field.Split(',').Aggregate(TermFlags.None, (flags, word) => flags | word switch
        {
            "stem" => TermFlags.Stem,
            "prefix" => TermFlags.Prefix,
            "exact" => TermFlags.Exact,
            "spelled" => TermFlags.Spelled,
            "native" => TermFlags.Native,
            _ => throw Problem(name, index, $"'{word}' is no flag"),
        });

    private static List<string> Words(string term)
    {
        var folded = NormalizedText.From(term).Folded;
        var words = new List<string>();
        for (var at = 0; FoldedWords.Next(folded, at, out var word); at = word.End.Value)
        {
            words.Add(folded[word]);
        }

        return words;
    }

    private static FormatException Problem(string name, int index, string what) => new($"{name}, line {index + 1}: {what}.");
}
