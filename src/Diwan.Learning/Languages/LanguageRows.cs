using System.IO.Compression;
using System.Text.Json;

namespace Diwan.Learning.Languages;

/// <summary>Reads texts of known language from the data sets (gzip, one JSON object a line) and from the repository's own common words.</summary>
public static class LanguageRows
{
    // The English sets are much larger than all others together; every sixth row of two files is plenty.
    private static readonly string[] EnglishFiles = ["en-1", "en-3"];

    private const int EnglishStep = 6;

    /// <summary>All texts the model is trained on, in a fixed order: <c>language/train</c> and the texts of tier <c>clean</c> in <c>train</c>.</summary>
    /// <param name="setsDirectory">Holds <c>language/</c> and <c>train/</c>.</param>
    public static IEnumerable<LanguageRow> ForTraining(string setsDirectory) =>
        Read(Path.Combine(setsDirectory, "language", "train.jsonl.gz"))
            .Concat(Clean(setsDirectory, "ar"))
            .Concat(Clean(setsDirectory, "tr"))
            .Concat(EnglishFiles.SelectMany(file => Clean(setsDirectory, file).Where((_, i) => i % EnglishStep == 0)));

    /// <summary>The repository's own lists of common words, one row a language.</summary>
    public static IEnumerable<LanguageRow> CommonWords()
    {
        using var stream = typeof(LanguageRows).Assembly.GetManifestResourceStream("common-words.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[0] != '#')
            {
                var name = line[..colon].Split(' ');
                yield return new(name[0], name[1], "common-words", line[(colon + 1)..].Trim());
            }
        }
    }

    /// <summary>All rows of one file. Rows that name no script are of the script their language is written in here.</summary>
    public static IEnumerable<LanguageRow> Read(string file) => ReadTiers(file).Select(row => row.Row);

    private static IEnumerable<LanguageRow> Clean(string setsDirectory, string name) =>
        ReadTiers(Path.Combine(setsDirectory, "train", $"{name}.jsonl.gz")).Where(row => row.Tier == "clean").Select(row => row.Row);

    private static IEnumerable<(LanguageRow Row, string? Tier)> ReadTiers(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var language = row.GetProperty("language").GetString()!;
            var script = row.TryGetProperty("script", out var named) ? named.GetString()! : language is "ar" or "fa" ? "Arab" : "Latn";
            yield return (
                new(language, script, row.GetProperty("set").GetString()!, row.GetProperty("text").GetString()!),
                row.TryGetProperty("tier", out var tier) ? tier.GetString() : null);
        }
    }
}
