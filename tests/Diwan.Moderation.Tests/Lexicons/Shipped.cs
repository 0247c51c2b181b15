using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Lexicons;

namespace Diwan.Moderation.Tests.Lexicons;

/// <summary>The lexicons as they ship.</summary>
internal static class Shipped
{
    public static IReadOnlyList<(string Name, string Text)> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data", "lexicons"), "*.tsv")
            .Where(file => Path.GetFileName(file) != "promotion.tsv").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))),
    ];

    public static LexiconDetector Detector { get; } = LexiconDetector.Create(Files.Select(file => Lexicon.Parse(file.Name, file.Text)));

    public static List<Signal> Detect(string text, string author = "Shilan", string language = "en")
    {
        var signals = new List<Signal>();
        Detector.Detect(Some.Subject(Some.Submission(text, author), language), signals);
        return signals;
    }
}
