using Diwan.Moderation;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Diwan.Storage.Content;

namespace Diwan.Storage.Tests.Content;

public sealed class EngineContentTests : IDisposable
{
    private static readonly Submission Polite = new() { Text = "Thank you for this article about the bazaar.", Author = "Nasrin" };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("diwan-content");

    [Fact]
    public void What_ships_judges_in_full() => Assert.Equal(Outcome.Approve, Judge(ShippedData.Folder).Recommendation.Outcome);

    [Fact]
    public void A_missing_model_holds_every_comment_and_says_so()
    {
        foreach (var path in Directory.EnumerateFiles(ShippedData.Folder, "*", SearchOption.AllDirectories).Where(IsNeeded))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(ShippedData.Folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        var judgement = Judge(_folder.FullName);

        Assert.Equal(Outcome.Hold, judgement.Recommendation.Outcome);
        Assert.Contains(judgement.Signals, signal => signal is { Attribute: Attributes.Unavailable, Detector: "classifier" });
        Assert.Equal("none", judgement.ModelVersion);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Judgement Judge(string folder)
    {
        var content = EngineContent.Read(folder);
        return content.Compose(content.DefaultPolicy).Judge(Polite);
    }

    private static bool IsNeeded(string path) => path.EndsWith(".tsv", StringComparison.Ordinal)
        || Path.GetFileName(path) is "default.yaml" || Path.GetFileName(path).StartsWith("language-", StringComparison.Ordinal);
}
