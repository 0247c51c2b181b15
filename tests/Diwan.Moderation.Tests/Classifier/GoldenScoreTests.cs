using System.Diagnostics;
using System.Security.Cryptography;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Classifier;

public class GoldenScoreTests
{
    // The first 48 digits of a hash over the bits of all scores of the texts below, by model version. A new model brings a new line.
    private static readonly Dictionary<string, string> Golden = new() { ["diwan-2026-11-29c"] = "8d09298633078510fcd2439025a3f5e42e34e87508284614" };

    private static readonly (string Text, string Language)[] Texts =
    [
        ("You are a stupid idiot and nobody likes you.", "en"), ("Thank you for this careful report!", "en"), ("", "en"),
        ("Immigrants are people like you and me.", "en"), ("Two gay men run the bakery in our street.", "en"), ("جارتي مسلمة وهي لطيفة", "ar"), ("SUBSCRIBE to my channel http://example.org", "en"),
        ("أنت كلب", "ar"), ("bu haber çok güzel", "tr"), ("خیلی احمق هستی", "fa"), ("سڵاو هاوڕێیان", "ckb"), ("spas ji bo nivîsê", "kmr"),
    ];

    [Fact]
    public void Golden_scores_are_the_same_to_the_bit()
    {
        var bits = Texts.SelectMany(text => TrainedModel.Instance.Score(NormalizedText.From(text.Text), new IdentifiedLanguage(text.Language, "Zyyy", 1)))
            .SelectMany(score => BitConverter.GetBytes(score.Score)).ToArray();
        Assert.Equal(Golden[TrainedModel.Instance.Version], Convert.ToHexStringLower(SHA256.HashData(bits))[..48]);
    }

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic")] // No vectors at all.
    [InlineData("DOTNET_EnableAVX512")] // Vectors half as wide.
    [InlineData("DOTNET_EnableAVX2")] // A quarter.
    [InlineData("DOTNET_EnableAVX")]
    [InlineData("DOTNET_TieredCompilation")] // Optimised from the first call on.
    public async Task Golden_scores_are_the_same_on_a_machine_that_lacks(string feature)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        start.Environment[feature] = "0";
        var assembly = typeof(GoldenScoreTests).Assembly.Location;
        string[] arguments = ["-method", $"{typeof(GoldenScoreTests).FullName}.{nameof(Golden_scores_are_the_same_to_the_bit)}"];
        foreach (var argument in Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [assembly, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var run = Process.Start(start)!;
        var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, output);
        Assert.Contains("Total: 1", output, StringComparison.Ordinal);
    }
}
