using System.Collections.Frozen;
using System.Text.Json;

namespace Diwan.Server.Pages.Wording;

/// <summary>The words of all six languages, read once at the start.</summary>
public sealed class WordBook
{
    /// <summary>The languages the pages speak, in the order they are offered.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "ckb", "kmr", "ar", "tr", "fa"];

    private readonly FrozenDictionary<string, Words> _words;

    private WordBook(FrozenDictionary<string, Words> words) => _words = words;

    /// <summary>Reads <c>{language}.json</c> of every language from a folder.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="latinDigits">True to write numbers as 0 to 9 in every language.</param>
    /// <param name="solarDates">Languages whose dates follow the solar calendar of Iran; the others are Gregorian.</param>
    /// <exception cref="FileNotFoundException">A language has no file.</exception>
    /// <exception cref="InvalidDataException">A file is not a flat list of texts.</exception>
    public static WordBook Load(string folder, bool latinDigits = false, IReadOnlyList<string>? solarDates = null) =>
        new(Languages.ToFrozenDictionary(language => language, language => Read(folder, language, latinDigits, solarDates?.Contains(language) ?? false)));

    /// <summary>The words of a language, or the English ones when it is not of the six.</summary>
    public Words In(string language) => _words.TryGetValue(language, out var words) ? words : _words["en"];

    /// <summary>Direction of a text in this language, whether or not the pages speak it: <c>rtl</c> for the languages of the Arabic script.</summary>
    public string DirectionOf(string language) => _words.TryGetValue(language, out var words) ? words.Direction
        : language is "ur" or "sdh" or "hac" or "ps" or "sd" or "ug" or "he" or "azb" ? "rtl" : "ltr";

    private static Words Read(string folder, string language, bool latinDigits, bool isSolar)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, language + ".json")));
        var texts = new Dictionary<string, string>();
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            if (entry.Name[0] == '_') continue;
            texts[entry.Name] = entry.Value.ValueKind is JsonValueKind.String
                ? entry.Value.GetString()! : throw new InvalidDataException($"{language}.json: \"{entry.Name}\" is no text.");
        }

        if (latinDigits) texts["number.digits"] = "0123456789";
        return new(language, texts.ToFrozenDictionary(), isSolar);
    }
}
