using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Classifier;

/// <summary>The model of the repository, loaded once for all tests.</summary>
internal static class TrainedModel
{
    /// <summary><c>data/models</c>.</summary>
    public static readonly string Folder = FindFolder();

    public static readonly byte[] Bytes = File.ReadAllBytes(Directory.GetFiles(Folder, "diwan-*.bin").Order(StringComparer.Ordinal).Last());
    public static readonly Signals.Classifier.Classifier Instance = Signals.Classifier.Classifier.Load(Bytes);

    public static double Score(string text, string attribute, string language = "en")
        => Instance.Score(NormalizedText.From(text), new IdentifiedLanguage(language, "Latn", 1))[attribute]
            ?? throw new InvalidOperationException($"{attribute} is not given for {language}.");

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Diwan.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "data", "models");
    }
}
