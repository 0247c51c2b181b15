using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Classifier;

/// <summary>The model of the repository, loaded once for all tests.</summary>
internal static class TrainedModel
{
    public static readonly byte[] Bytes = File.ReadAllBytes(Find());
    public static readonly Signals.Classifier.Classifier Instance = Signals.Classifier.Classifier.Load(Bytes);

    public static double Score(string text, string attribute, string language = "en")
        => Instance.Score(NormalizedText.From(text), new IdentifiedLanguage(language, "Latn", 1))[attribute]
            ?? throw new InvalidOperationException($"{attribute} is not given for {language}.");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Diwan.slnx")))
        {
            folder = folder.Parent;
        }

        return Directory.GetFiles(Path.Combine(folder.FullName, "data", "models"), "diwan-*.bin").Order(StringComparer.Ordinal).Last();
    }
}
